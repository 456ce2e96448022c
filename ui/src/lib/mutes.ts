import type { Words } from './words/index.svelte';

/** A time for which a rule can be muted. */
export interface Mute {
  /** What it is called. */
  label: string;
  /** When the rule speaks again. */
  until: Date;
}

/** The times that are offered: an hour, until tomorrow at eight, a week. */
export function mutes(now: Date, words: Words): Mute[] {
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(8, 0, 0, 0);
  const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  return [
    { label: words.alerts.hour, until: after(1) },
    { label: words.alerts.tomorrow, until: morning },
    { label: words.alerts.weekLong, until: after(168) },
  ];
}
