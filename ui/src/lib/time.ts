const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, options)));
  return made;
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A day that was stated without a time is that day in every zone; a moment is shown in the user's. */
const zone = (precision: string) => (precision === 'day' ? { timeZone: 'UTC' } : {});

/** `24 Oct 17:52` in this year, `24 Oct 2023` before; without the clock where only a day is known. */
export function shortTime(iso: string, precision: string, now: Date, lang: string): string {
  const at = new Date(iso);
  const thisYear = at.getFullYear() === now.getFullYear();
  const day = format(lang, { day: 'numeric', month: 'short', ...(thisYear ? {} : { year: 'numeric' }), ...zone(precision) });
  const date = day.format(at).replace(/[.,]| г\.?| р\.?/g, '').replace('Sept', 'Sep');
  return thisYear && precision !== 'day' ? `${date} ${clock(iso, lang)}` : date;
}

/** `24 October 2024, 12:00`, or the day alone. */
export function longTime(iso: string, precision: string, lang: string): string {
  const day = format(lang, { day: 'numeric', month: 'long', year: 'numeric', ...zone(precision) }).format(new Date(iso));
  return precision === 'day' ? day : `${day}, ${clock(iso, lang)}`;
}

/** `17:52` */
export function clock(iso: string, lang: string): string {
  return format(lang, CLOCK).format(new Date(iso));
}

/** `24 Oct` */
export function shortDay(at: Date, lang: string): string {
  return format(lang, { day: 'numeric', month: 'short' }).format(at).replace(/\./g, '').replace('Sept', 'Sep');
}

/** `Oct 2024` from `2024-10`. */
export function shortMonth(month: string, lang: string): string {
  return format(lang, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`)).replace(/[.]| г| р/g, '').replace('Sept', 'Sep');
}

/** `2024-10-24 12:00:10 UTC`, for the hover over any time. */
export function utcTime(iso: string, precision = 'second'): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return precision === 'day' ? at.toISOString().slice(0, 10) : `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `2 days`, in the largest unit of which there are two: a length of time given in minutes. */
export function length(minutes: number, lang: string): string {
  const [count, unit] = minutes >= 2880 ? [minutes / 1440, 'day'] : minutes >= 120 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  // Short names of units do not change with the case that a sentence asks for.
  const unitDisplay = lang === 'en' ? 'long' : 'short';
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 }).format(Math.floor(count));
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 604_800],
];

/** `3 min ago`, `in 2 hr`; under a minute `now`. */
export function ago(iso: string, now: Date, lang: string): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(lang, { style: 'short', numeric: 'auto' });
  const step = STEPS.findLast(([, length]) => Math.abs(seconds) >= length);
  return (step ? words.format(Math.trunc(seconds / step[1]), step[0]) : words.format(0, 'second')).replace('.', '');
}
