import { call, type PageView } from '../door';
import { frame } from './frame.svelte';
import { t } from './words/index.svelte';

/** The page from outside that is open in a window of its own, to be kept. */
class OpenedPage {
  view = $state<PageView | null>(null);
  /** Whether it is being filed. */
  keeping = $state(false);

  /** Opens a page; what is kept of it belongs to the source that it was opened from. Returns whether it opened. */
  async open(url: string, source: string | null): Promise<boolean> {
    try {
      await call('open_page', { url, source, menu: t().page.keep });
      await this.read();
      return true;
    } catch (cause) {
      frame.report(cause);
      return false;
    }
  }

  /** Looks what stands in the window. */
  async read(): Promise<void> {
    try {
      this.view = await call('opened_page');
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Files the page as it stands there, and says what became of it; the core then says which statement to show. */
  async keep(): Promise<void> {
    if (this.keeping) return;
    this.keeping = true;
    try {
      const kept = await call('keep_page');
      frame.say(t().page.kept[kept.outcome as keyof ReturnType<typeof t>['page']['kept']]);
    } catch (cause) {
      frame.report(cause);
    } finally {
      this.keeping = false;
    }
  }

  /** Closes the window. */
  async close(): Promise<void> {
    try {
      await call('close_page');
      await this.read();
    } catch (cause) {
      frame.report(cause);
    }
  }
}

/** The page from outside that is open in a window of its own. */
export const openedPage = new OpenedPage();
