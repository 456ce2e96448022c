import { SvelteMap } from 'svelte/reactivity';
import { call, type StatementRow } from '../door';

/** Rows that are fetched at once. */
export const PAGE = 100;

/** Pages of rows that are kept; older ones are fetched again when they are scrolled to. */
const KEPT = 40;

/** The rows of one result set, fetched page by page as they are looked at. */
export class RowPages {
  #pages = new SvelteMap<number, StatementRow[]>();
  #asked = new Set<number>();
  #set = '';
  #seen: [first: number, last: number] = [0, 0];

  /** Called with what went wrong when a page could not be fetched. */
  onFault: (fault: unknown) => void = () => {};

  /** The row at an index, once it is here. */
  row(index: number): StatementRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Turns to another result set; the old rows stay until the page around `around` is here. */
  async turnTo(set: string, around: number): Promise<void> {
    const page = Math.max(0, Math.floor(around / PAGE));
    this.#set = set;
    const rows = await this.#fetch(set, page);
    if (this.#set !== set) return;
    this.#pages.clear();
    this.#asked = new Set([page]);
    this.#pages.set(page, rows);
  }

  /** Fetches what is missing of these rows. */
  need(first: number, end: number): void {
    this.#seen = [Math.floor(first / PAGE), Math.floor(Math.max(first, end - 1) / PAGE)];
    for (let page = this.#seen[0]; page <= this.#seen[1]; page++) void this.#want(page);
  }

  /** The row at an index, fetched if need be. */
  async fetched(index: number): Promise<StatementRow | undefined> {
    await this.#want(Math.floor(index / PAGE));
    return this.row(index);
  }

  /** Changes the rows of these statements where they are loaded. Returns them as they were. */
  patch(ids: string[], change: Partial<StatementRow>): StatementRow[] {
    const before: StatementRow[] = [];
    for (const [page, rows] of this.#pages) {
      const meant = rows.filter((row) => ids.includes(row.id));
      if (meant.length === 0) continue;
      before.push(...meant);
      this.#pages.set(page, rows.map((row) => (meant.includes(row) ? { ...row, ...change } : row)));
    }
    return before;
  }

  /** Fetches again what is in sight, in place; the rest when it is scrolled to. */
  async reload(): Promise<void> {
    const set = this.#set;
    const [first, last] = this.#seen;
    for (const page of [...this.#pages.keys()]) if (page < first || page > last) this.#forget(page);
    for (const page of [...this.#pages.keys()]) {
      const rows = await this.#fetch(set, page);
      if (this.#set !== set) return;
      this.#pages.set(page, rows);
    }
  }

  async #want(page: number): Promise<void> {
    if (this.#asked.has(page) || this.#set === '') return;
    this.#asked.add(page);
    const set = this.#set;
    try {
      const rows = await this.#fetch(set, page);
      if (this.#set !== set) return;
      this.#pages.set(page, rows);
      this.#forgetFarFrom(page);
    } catch (fault) {
      this.#asked.delete(page);
      if (this.#set === set) this.onFault(fault);
    }
  }

  #fetch(set: string, page: number): Promise<StatementRow[]> {
    return call('window', { result_set: set, start: page * PAGE, length: PAGE });
  }

  #forgetFarFrom(page: number): void {
    if (this.#pages.size <= KEPT) return;
    const farthest = [...this.#pages.keys()].reduce((a, b) => (Math.abs(b - page) > Math.abs(a - page) ? b : a));
    this.#forget(farthest);
  }

  #forget(page: number): void {
    this.#pages.delete(page);
    this.#asked.delete(page);
  }
}
