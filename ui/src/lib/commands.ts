import { call } from '../door';
import { collect, importFiles } from './collect';
import { frame, VIEWS, type View } from './frame.svelte';
import { mark } from './marks';
import { EVIDENCE, reading, type Panel } from './reading.svelte';
import { search } from './search.svelte';
import { settings } from './settings.svelte';
import { exportSources, importSources } from './sourcelists';
import { t, type Words } from './words/index.svelte';

/** The groups under which the keys are shown. */
export type Group = keyof Words['keys']['groups'];

/** Something that the user can do, by a key or from the palette. */
export interface Command {
  /** Its name, unchanging. */
  id: string;
  /** What it does, in the window's language. */
  title: () => string;
  group: Group;
  /** Keys that do it, each as {@link ./keys} reads them: `j`, `g s`, `Ctrl+K`. */
  keys: string[];
  /** Whether it makes sense now. */
  can?: () => boolean;
  run: () => void;
}

/** What a command needs of the view that is shown: the next thing in its list, and so on. */
export interface ListKeys {
  /** Goes so many places on; infinitely many: to the end or the beginning. */
  step: (by: number) => void;
  open?: () => void;
  seen?: () => void;
  choose?: () => void;
}

/** The list keys of the view that is shown; each view sets its own while it is there. */
export const list: { keys: ListKeys | null } = { keys: null };

const statements: ListKeys = {
  step: (by) => void search.select(search.selected + by),
  open: () => ((frame.front = true), reading.scroller?.focus()),
  choose: () => {
    const id = search.rows.row(search.selected)?.id;
    if (id !== undefined && !search.chosen.delete(id)) search.chosen.add(id);
  },
};

const keysOfList = () => list.keys ?? (frame.view === 'statements' ? statements : null);
const isReading = () => reading.view !== null && (frame.view === 'statements' || frame.view === 'alerts');
const panel = (name: Panel) => (reading.panel = reading.panel === name ? null : name);

async function pageOrNext(): Promise<void> {
  if (reading.page() || frame.view !== 'statements') return;
  if (!(await search.nextUnread())) frame.say(t().list.noMoreUnread);
}

/** One step back: the innermost thing that is open is closed. */
function back(): void {
  if (frame.notice) frame.notice = null;
  else if (reading.finding) reading.finding = false;
  else if (reading.panel) reading.panel = null;
  else if (reading.changes) reading.changes = false;
  else if (frame.drawer) frame.drawer = false;
  else if (frame.front) frame.front = false;
  else search.chosen.clear();
}

function toggleRead(): void {
  if (search.chosen.size > 0) void mark([...search.chosen], { read: true });
  else void reading.mark({ read: !reading.view?.read });
}

function makeRule(): void {
  frame.ruleSeed = search.query;
  frame.show('rules');
}

function toggleDark(): void {
  const dark = document.documentElement.classList.contains('dark');
  void settings.change({ theme: dark ? 'light' : 'dark' });
}

const GO: Record<View, string> = { statements: 'g s', alerts: 'g a', rules: 'g r', sources: 'g o', settings: 'g ,' };

/** Every command of the window. `focusSearch` puts the caret into the search bar. */
export function commandsOf(focusSearch: () => void): Command[] {
  const keys = () => t().keys;
  return [
    { id: 'next', title: () => keys().next, group: 'move', keys: ['j', 'ArrowDown'], can: () => keysOfList() !== null, run: () => keysOfList()?.step(1) },
    { id: 'previous', title: () => keys().previous, group: 'move', keys: ['k', 'ArrowUp'], can: () => keysOfList() !== null, run: () => keysOfList()?.step(-1) },
    { id: 'first', title: () => keys().first, group: 'move', keys: ['Home'], can: () => keysOfList() !== null, run: () => keysOfList()?.step(-Infinity) },
    { id: 'last', title: () => keys().last, group: 'move', keys: ['End'], can: () => keysOfList() !== null, run: () => keysOfList()?.step(Infinity) },
    { id: 'page', title: () => keys().page, group: 'move', keys: ['Space'], can: isReading, run: () => void pageOrNext() },
    { id: 'open', title: () => keys().open, group: 'move', keys: ['o', 'Enter'], can: () => keysOfList()?.open !== undefined, run: () => keysOfList()?.open?.() },
    { id: 'choose', title: () => keys().choose, group: 'move', keys: ['x'], can: () => keysOfList()?.choose !== undefined, run: () => keysOfList()?.choose?.() },
    { id: 'back', title: () => keys().back, group: 'move', keys: ['Escape'], run: back },
    { id: 'read', title: () => keys().read, group: 'read', keys: ['m'], can: isReading, run: toggleRead },
    { id: 'star', title: () => keys().star, group: 'read', keys: ['s'], can: isReading, run: () => void reading.mark({ starred: !reading.view?.starred }) },
    { id: 'label', title: () => keys().label, group: 'read', keys: ['l'], can: isReading, run: () => panel('label') },
    { id: 'note', title: () => keys().note, group: 'read', keys: ['n'], can: isReading, run: () => panel('note') },
    { id: 'cite', title: () => keys().cite, group: 'read', keys: ['c'], can: isReading, run: () => panel('cite') },
    { id: 'original', title: () => keys().original, group: 'read', keys: ['b'], can: () => isReading() && reading.view?.provenance.url != null, run: () => reading.original() },
    { id: 'keep-original', title: () => t().page.open, group: 'read', keys: [], can: () => isReading() && reading.view?.provenance.url != null, run: () => reading.openToKeep() },
    { id: 'changes', title: () => keys().changes, group: 'read', keys: ['d'], can: () => isReading() && (reading.view?.revisions ?? 1) > 1, run: () => (reading.changes = !reading.changes) },
    { id: 'seen', title: () => keys().seen, group: 'read', keys: ['e'], can: () => keysOfList()?.seen !== undefined, run: () => keysOfList()?.seen?.() },
    { id: 'country-marks', title: () => keys().countryMarks, group: 'read', keys: ['1'], can: isReading, run: () => reading.toggleMarks(EVIDENCE.countries) },
    { id: 'topic-marks', title: () => keys().topicMarks, group: 'read', keys: ['2'], can: isReading, run: () => reading.toggleMarks(EVIDENCE.topics) },
    { id: 'law-marks', title: () => keys().lawMarks, group: 'read', keys: ['3'], can: isReading, run: () => reading.toggleMarks(EVIDENCE.law) },
    { id: 'marks', title: () => keys().marks, group: 'read', keys: ['0'], can: isReading, run: () => reading.toggleMarks(Object.values(EVIDENCE).flat()) },
    { id: 'find', title: () => keys().find, group: 'read', keys: ['Ctrl+F'], can: isReading, run: () => (reading.finding = true) },
    ...VIEWS.map((view): Command => ({ id: `go-${view}`, title: () => t().views[view], group: 'go', keys: [GO[view]], run: () => frame.show(view) })),
    { id: 'search', title: () => keys().search, group: 'window', keys: ['/'], run: focusSearch },
    { id: 'clear', title: () => keys().clear, group: 'window', keys: [], can: () => search.query !== '', run: () => void search.take('') },
    { id: 'facets', title: () => keys().facets, group: 'window', keys: ['f'], can: () => frame.view === 'statements', run: () => (frame.drawer = !frame.drawer) },
    { id: 'rule', title: () => keys().rule, group: 'window', keys: [], can: () => search.query.trim() !== '', run: makeRule },
    { id: 'collect', title: () => keys().collect, group: 'window', keys: [], run: () => void collect(null) },
    { id: 'import', title: () => keys().import, group: 'window', keys: [], run: () => void importFiles() },
    { id: 'open-page', title: () => t().page.title, group: 'window', keys: [], run: () => (frame.dialog = 'page') },
    { id: 'official', title: () => t().official.title, group: 'window', keys: [], run: () => (frame.dialog = 'official') },
    { id: 'take-sources', title: () => t().official.take, group: 'window', keys: [], run: () => void importSources() },
    { id: 'save-sources', title: () => t().official.save, group: 'window', keys: [], run: () => void exportSources() },
    { id: 'all-seen', title: () => keys().markAllSeen, group: 'window', keys: [], run: () => void call('seen', { ids: null, rule: null, seen: true }).catch((cause: unknown) => frame.report(cause)) },
    { id: 'export', title: () => keys().export, group: 'window', keys: ['Ctrl+E'], run: () => (frame.dialog = 'export') },
    { id: 'dark', title: () => keys().dark, group: 'window', keys: [], run: toggleDark },
    { id: 'palette', title: () => keys().palette, group: 'window', keys: ['Ctrl+K'], run: () => (frame.dialog = 'palette') },
    { id: 'keys', title: () => keys().keys, group: 'window', keys: ['?'], run: () => (frame.dialog = 'keys') },
  ];
}
