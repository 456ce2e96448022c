import { SvelteSet } from 'svelte/reactivity';
import { call, DoorFault, type Facets, type Order, type QueryCheck, type ResultSet } from '../door';
import { frame } from './frame.svelte';
import { remember, remembered } from './remembered';
import { RowPages } from './rowpages.svelte';

/** How long typing must pause before the archive is asked, in ms. */
const PAUSE = 120;

/** The search of the Statements view: the query, its result, its facets, and what is selected in it. */
class Search {
  query = $state(remembered('query', ''));
  order = $state<Order>(remembered<Order>('order', 'newest'));
  check = $state<QueryCheck | null>(null);
  /** The query that the list answers. */
  ran = $state(remembered('query', ''));
  result = $state<ResultSet | null>(null);
  facets = $state<Facets | null>(null);
  /** Index of the selected row; -1: none. */
  selected = $state(remembered('selected', -1));
  /** The statement in the reading pane. */
  open = $state<string | null>(remembered('open', null));
  /** Statements that arrived since the list was made. */
  arrivals = $state(0);
  /** Statements chosen for an action on several. */
  chosen = new SvelteSet<string>();
  rows = new RowPages();
  /** The first row in sight, as the list reports it. */
  inSight = 0;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.rows.onFault = (cause) => this.#failed(cause);
  }

  /** Takes another query as typed; the archive is asked when typing pauses. */
  type(query: string): void {
    if (query === this.query) return;
    this.query = query;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.begin(), PAUSE);
  }

  /** Takes another query and asks the archive at once. */
  async take(query: string): Promise<void> {
    clearTimeout(this.#timer);
    this.query = query;
    await this.begin();
  }

  /** Takes another order. */
  async sort(order: Order): Promise<void> {
    this.order = order;
    remember('order', order);
    await this.begin();
  }

  /** Runs the search from its top: nothing is selected any more, what is being read stays. */
  async begin(): Promise<void> {
    this.inSight = 0;
    this.selected = -1;
    await this.run();
  }

  /** Runs the search again with the same place in it. */
  async run(): Promise<void> {
    const turn = ++this.#turn;
    const { query, order } = this;
    remember('query', query);
    try {
      const check = await call('check_query', { query });
      if (turn !== this.#turn) return;
      this.check = check;
      if (check.fault) return;
      const result = await call('search', { query, order });
      if (turn !== this.#turn) return;
      await this.rows.turnTo(result.id, this.inSight);
      if (turn !== this.#turn) return;
      this.result = result;
      this.ran = query;
      this.arrivals = 0;
      this.chosen.clear();
      const facets = await call('facets', { query });
      if (turn === this.#turn) this.facets = facets;
    } catch (cause) {
      if (turn === this.#turn) this.#failed(cause);
    }
  }

  /** Counts what arrived since the list was made and belongs in it. */
  async lookForArrivals(): Promise<void> {
    const { ran, order, result } = this;
    if (!result) return this.run();
    try {
      const { count } = await call('search', { query: ran, order });
      if (this.result === result) this.arrivals = Math.max(0, count - result.count);
    } catch (cause) {
      this.#failed(cause);
    }
  }

  /** Puts a term into the query, takes it out, or excludes it. */
  async toggle(field: string, value: string, exclude = false): Promise<void> {
    try {
      const { query } = await call('toggle_term', { query: this.query, field, value, exclude });
      await this.take(query);
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Limits the query to months, the last one included; takes earlier limits out. */
  async limit(after: string, before: string): Promise<void> {
    try {
      let { query } = this;
      for (const term of this.check?.terms ?? []) {
        if (!['after', 'before', 'within'].includes(term.field ?? '')) continue;
        ({ query } = await call('toggle_term', { query, field: term.field ?? '', value: term.value, exclude: term.negated }));
      }
      ({ query } = await call('toggle_term', { query, field: 'after', value: after, exclude: false }));
      ({ query } = await call('toggle_term', { query, field: 'before', value: before, exclude: false }));
      await this.take(query);
    } catch (cause) {
      frame.report(cause);
    }
  }

  /** Selects a row and opens its statement. */
  async select(index: number): Promise<void> {
    const count = this.result?.count ?? 0;
    if (count === 0) return;
    this.selected = Math.max(0, Math.min(index, count - 1));
    remember('selected', this.selected);
    const wanted = this.selected;
    const row = await this.rows.fetched(wanted);
    if (row && this.selected === wanted) this.read(row.id);
  }

  /** Opens a statement in the reading pane, whether or not it is in the list. */
  read(id: string): void {
    this.open = id;
    remember('open', id);
  }

  /** Selects the next row that is not read, looking at most 2,000 rows on. Returns whether there was one. */
  async nextUnread(): Promise<boolean> {
    const end = Math.min(this.result?.count ?? 0, this.selected + 2000);
    for (let index = this.selected + 1; index < end; index++) {
      const row = this.rows.row(index) ?? (await this.rows.fetched(index));
      if (row && !row.read) {
        await this.select(index);
        return true;
      }
    }
    return false;
  }

  /** Takes in that so many more of the result are unread, or fewer. */
  counted(unread: number): void {
    if (this.result) this.result = { ...this.result, unread: Math.max(0, this.result.unread + unread) };
  }

  /** Where a term stands in the query: in it, excluded, or not there. */
  stands(field: string, value: string): 'in' | 'out' | 'no' {
    const wanted = value.toLowerCase();
    const term = this.check?.terms.find((t) => t.field === field && bare(t.value) === wanted);
    if (!term) return 'no';
    return term.negated ? 'out' : 'in';
  }

  #failed(cause: unknown): void {
    if (DoorFault.from(cause).fault.code === 'stale') void this.run();
    else frame.report(cause);
  }
}

const bare = (value: string) => value.replace(/^"|"$/g, '').toLowerCase();

/** The search of the Statements view. */
export const search = new Search();
