import { call, type MarkOrder, type StatementRow } from '../door';
import { frame } from './frame.svelte';
import { search } from './search.svelte';

/** What the user may do to statements. */
export type Marking = Partial<Omit<MarkOrder, 'ids'>>;

/** Marks statements: the rows show it at once, the core keeps it. Returns whether it was kept. */
export async function mark(ids: string[], marking: Marking): Promise<boolean> {
  const order: MarkOrder = { ids, read: null, starred: null, labels: null, note: null, ...marking };
  try {
    await call('mark', order);
    const row: Partial<StatementRow> = {};
    if (order.read !== null) row.read = order.read;
    if (order.starred !== null) row.starred = order.starred;
    const before = search.rows.patch(ids, row);
    if (order.read !== null) search.counted(before.filter((one) => one.read !== order.read).length * (order.read ? -1 : 1));
    void frame.refresh();
    return true;
  } catch (cause) {
    frame.report(cause);
    return false;
  }
}
