import { SvelteSet } from 'svelte/reactivity';
import { call, DoorFault, type MarkKind, type StatementView } from '../door';
import { frame } from './frame.svelte';
import { mark, type Marking } from './marks';
import { openedPage } from './page.svelte';
import { remember, remembered } from './remembered';

/** What the reading pane shows over the text. */
export type Panel = 'label' | 'note' | 'cite';

/** The kinds of evidence that can be hidden, each with the kinds of marks that it draws. */
export const EVIDENCE = { countries: ['country'], topics: ['topic'], law: ['law', 'implied'], acts: ['act'] } as const satisfies Record<string, MarkKind[]>;

/** The statement that is being read. */
class Reading {
  view = $state<StatementView | null>(null);
  panel = $state<Panel | null>(null);
  /** Whether the revisions stand in place of the text. */
  changes = $state(false);
  /** Whether the find bar is open. */
  finding = $state(false);
  /** Kinds of marks that are not drawn. */
  hidden = new SvelteSet<MarkKind>(remembered<MarkKind[]>('hidden-marks', []));
  /** The element that scrolls the text. */
  scroller: HTMLElement | undefined;
  #turn = 0;

  /** Shows a statement with the marks of a query; what stood there stays until it is here. */
  async show(id: string | null, query: string, revision: number | null = null): Promise<void> {
    const turn = ++this.#turn;
    if (id === null) return this.#take(null);
    try {
      const view = await call('statement', { id, query, revision });
      if (turn === this.#turn) this.#take(view);
    } catch (cause) {
      if (turn !== this.#turn) return;
      this.#take(null);
      if (DoorFault.from(cause).fault.code !== 'unknown') frame.report(cause);
    }
  }

  /** Marks the statement that is being read. */
  async mark(marking: Marking): Promise<void> {
    const id = this.view?.id;
    if (id === undefined || !(await mark([id], marking)) || this.view?.id !== id) return;
    this.view = { ...this.view, ...marking, note: 'note' in marking ? marking.note || null : this.view.note } as StatementView;
  }

  /** Hides these kinds of marks, or shows them again. */
  toggleMarks(kinds: readonly MarkKind[]): void {
    const hide = !kinds.every((kind) => this.hidden.has(kind));
    for (const kind of kinds) if (hide) this.hidden.add(kind); else this.hidden.delete(kind);
    remember('hidden-marks', [...this.hidden]);
  }

  /** Scrolls on by a page. Returns false at the end of the text. */
  page(): boolean {
    const page = this.scroller;
    if (!page || page.scrollTop + page.clientHeight >= page.scrollHeight - 4) return false;
    page.scrollBy({ top: page.clientHeight - 56 });
    return true;
  }

  /** Opens the original in the browser. */
  original(): void {
    const url = this.view?.provenance.url;
    if (url) call('open_address', { url }).catch((cause: unknown) => frame.report(cause));
  }

  /** Opens the original in a window, to be kept as this statement's revision. */
  openToKeep(): void {
    const from = this.view?.provenance;
    if (from?.url) void openedPage.open(from.url, from.source_id);
  }

  #take(view: StatementView | null): void {
    const other = view?.id !== this.view?.id;
    this.view = view;
    if (!other) return;
    this.panel = null;
    this.changes = false;
    this.finding = false;
    if (this.scroller) this.scroller.scrollTop = 0;
  }
}

/** The statement that is being read. */
export const reading = new Reading();
