import { call, type Source, type SourceState, type SourceView } from '../../door';
import { frame } from '../../lib/frame.svelte';

/** What needs the user first: the order of the table. */
export const ORDER: SourceState[] = ['failing', 'gone', 'silent', 'empty', 'new', 'working', 'paused'];

/** States that the user should know of. */
export const TROUBLE: ReadonlySet<SourceState> = new Set<SourceState>(['failing', 'silent', 'gone', 'empty']);

/** Puts sources in trouble first, then by name. */
export function inOrder(sources: SourceView[], lang: string): SourceView[] {
  const names = new Intl.Collator(lang);
  const rank = (view: SourceView) => ORDER.indexOf(view.source.state);
  return sources.toSorted((a, b) => rank(a) - rank(b) || names.compare(a.source.name, b.source.name));
}

/** The sources that are followed. */
class Followed {
  sources = $state<SourceView[] | null>(null);

  /** Fetches them. */
  async read(): Promise<void> {
    try {
      this.sources = await call('sources');
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Pauses a source, or lets it go on. */
  async pause(source: Source, paused: boolean): Promise<void> {
    await this.#do(call('pause_source', { id: source.id, paused }));
  }

  /** Lets a source go on at another address. */
  async move(source: Source, url: string): Promise<void> {
    await this.#do(call('move_source', { id: source.id, url }));
  }

  /** Follows a source no more; its statements stay. */
  async remove(source: Source): Promise<void> {
    await this.#do(call('remove_source', { id: source.id }));
  }

  async #do(work: Promise<unknown>): Promise<void> {
    try {
      await work;
      await this.read();
      void frame.refresh();
    } catch (cause) {
      frame.report(cause);
    }
  }
}

/** The sources that are followed. */
export const followed = new Followed();
