import { call } from '../door';
import { frame } from './frame.svelte';
import { t } from './words/index.svelte';

/** Lets the user choose lists of sources (OPML, CSV), follows what they hold, and says what came of it. */
export async function importSources(): Promise<void> {
  try {
    const taken = await call('import_sources');
    if (taken.listed === 0 && taken.faults.length === 0) return;
    const done = t().official.taken(taken.followed, t().count.sources(taken.listed));
    if (taken.faults.length === 0) frame.say(done);
    else frame.notice = { message: done, hint: taken.faults.slice(0, 3).join(' '), fault: true };
    void frame.refresh();
  } catch (cause) {
    frame.report(cause);
  }
}

/** Lets the user choose a file and writes the sources into it. */
export async function exportSources(): Promise<void> {
  try {
    const path = await call('export_sources');
    if (path !== null) frame.say(t().official.saved(path));
  } catch (cause) {
    frame.report(cause);
  }
}
