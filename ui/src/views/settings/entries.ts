import type { Overview, Settings } from '../../door';
import type { Words } from '../../lib/words/index.svelte';

/** One of some values. */
export interface Option {
  value: string;
  label: string;
}

/** What a setting is changed with. */
export type Control =
  | { kind: 'switch'; value: boolean; change: (value: boolean) => Partial<Settings> }
  | { kind: 'segments' | 'select'; value: string; options: Option[]; change: (value: string) => Partial<Settings> }
  | { kind: 'text'; value: string; change: (value: string) => Partial<Settings> }
  | { kind: 'hours'; value: string; change: (value: string) => Partial<Settings> }
  | { kind: 'none' };

/** A setting: its name, what it does in one line, and its control. */
export interface Entry {
  title: string;
  says: string;
  control: Control;
}

/** Settings that belong together. */
export interface Group {
  id: string;
  title: string;
  entries: Entry[];
}

const LANGUAGES: Option[] = [
  { value: 'en', label: 'English' },
  { value: 'uk', label: 'Українська' },
  { value: 'ru', label: 'Русский' },
];
const MINUTES = [5, 10, 15, 30, 60, 180];

const options = (words: Record<string, string>): Option[] => Object.entries(words).map(([value, label]) => ({ value, label }));

function minutesWith(present: number, words: Words): Option[] {
  const all = [...new Set([...MINUTES, present])].sort((a, b) => a - b);
  return all.map((some) => ({ value: String(some), label: words.settings.minutes(some) }));
}

function look(now: Settings, { settings: w }: Words): Entry[] {
  return [
    { title: w.theme, says: w.themeSays, control: { kind: 'segments', value: now.theme, options: options(w.themes), change: (theme) => ({ theme }) } },
    { title: w.density, says: w.densitySays, control: { kind: 'segments', value: now.density, options: options(w.densities), change: (density) => ({ density }) } },
    { title: w.language, says: w.languageSays, control: { kind: 'segments', value: now.language, options: LANGUAGES, change: (language) => ({ language }) } },
  ];
}

function collecting(now: Settings, words: Words): Entry[] {
  const w = words.settings;
  const minutes = minutesWith(now.interval_minutes, words);
  return [
    { title: w.collect, says: w.collectSays, control: { kind: 'switch', value: now.collect, change: (collect) => ({ collect }) } },
    { title: w.interval, says: w.intervalSays, control: { kind: 'select', value: String(now.interval_minutes), options: minutes, change: (some) => ({ interval_minutes: Number(some) }) } },
    { title: w.proxy, says: w.proxySays, control: { kind: 'text', value: now.proxy, change: (proxy) => ({ proxy }) } },
  ];
}

function notifications(now: Settings, { settings: w }: Words, way: string): Entry[] {
  return [
    { title: w.notify, says: w.notifySays, control: { kind: 'switch', value: now.notifications, change: (on) => ({ notifications: on }) } },
    { title: w.quiet, says: w.quietSays, control: { kind: 'hours', value: now.quiet_hours, change: (hours) => ({ quiet_hours: hours }) } },
    { title: w.way, says: way, control: { kind: 'none' } },
  ];
}

function reading(now: Settings, { settings: w }: Words): Entry[] {
  return [{ title: w.readOnOpen, says: w.readOnOpenSays, control: { kind: 'switch', value: now.read_on_open, change: (on) => ({ read_on_open: on }) } }];
}

function handing(now: Settings, { settings: w }: Words): Entry[] {
  return [{ title: w.preset, says: w.presetSays, control: { kind: 'segments', value: now.export_preset, options: options(w.presets), change: (preset) => ({ export_preset: preset }) } }];
}

function archive(words: Words, overview: Overview | null): Entry[] {
  const holds = words.settings.holds(words.count.statements(overview?.statements ?? 0));
  return [{ title: words.settings.place, says: `${overview?.data_dir ?? ''} · ${holds}`, control: { kind: 'none' } }];
}

/** All settings in their order. */
export function groupsOf(now: Settings, words: Words, overview: Overview | null): Group[] {
  const w = words.settings;
  return [
    { id: 'look', title: w.look, entries: look(now, words) },
    { id: 'reading', title: w.reading, entries: reading(now, words) },
    { id: 'collecting', title: w.collecting, entries: collecting(now, words) },
    { id: 'notifications', title: w.notifications, entries: notifications(now, words, overview?.notifications ?? '') },
    { id: 'handing', title: w.handing, entries: handing(now, words) },
    { id: 'archive', title: w.archive, entries: archive(words, overview) },
  ];
}

/** The settings whose name, group or line holds every typed word. */
export function found(groups: Group[], typed: string): Group[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const holds = (text: string) => words.every((word) => text.toLocaleLowerCase().includes(word));
  return groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => holds(`${group.title} ${entry.title} ${entry.says}`)) }))
    .filter((group) => group.entries.length > 0);
}

/** Splits quiet hours as they are kept, `22-06`, into two hours; none: never quiet. */
export function hoursOf(kept: string): [from: number, to: number] | null {
  const hit = /^(\d{1,2})-(\d{1,2})$/.exec(kept);
  return hit ? [Number(hit[1]) % 24, Number(hit[2]) % 24] : null;
}

/** Writes quiet hours as they are kept. */
export function hours(from: number, to: number): string {
  const two = (hour: number) => String(hour).padStart(2, '0');
  return `${two(from)}-${two(to)}`;
}
