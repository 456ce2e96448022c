import { call, type CollectReport } from '../door';
import { frame } from './frame.svelte';
import { lang, t } from './words/index.svelte';

/** Says what a collection or an import brought. */
export function tell(report: CollectReport): void {
  const words = t();
  const done = words.collected.done(words.count.files(report.new), report.revised, words.count.alerts(report.alerts));
  if (report.faults.length === 0) return frame.say(done);
  // The core's sentences are English; in other languages Sources says why.
  const one = report.faults.length === 1 && lang() === 'en' ? report.faults[0] : undefined;
  frame.notice = { message: done, hint: one ?? words.collected.faults(report.faults.length), fault: true };
}

/** Collects one source, or all, whether due or not, and says what came. */
export async function collect(source: string | null): Promise<void> {
  try {
    tell(await call('collect', { source, force: true }));
  } catch (cause) {
    frame.report(cause);
  } finally {
    void frame.refresh();
  }
}

/** Lets the user choose files, files them, and says what came. */
export async function importFiles(): Promise<void> {
  try {
    tell(await call('import_files'));
  } catch (cause) {
    frame.report(cause);
  } finally {
    void frame.refresh();
  }
}
