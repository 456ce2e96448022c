import { beforeEach, expect, it, vi } from 'vitest';
import { useTransport, type StatementRow, type WindowOf } from '../door';
import { rowOf } from '../door/fake/rows';
import { PAGE, RowPages } from './rowpages.svelte';

const asked: WindowOf[] = [];
let answer: (order: WindowOf) => Promise<StatementRow[]>;

beforeEach(() => {
  asked.length = 0;
  answer = ({ start, length }) => Promise.resolve(Array.from({ length }, (_, i) => rowOf(start + i, '')));
  useTransport({ send: (_, payload) => (asked.push(payload as WindowOf), answer(payload as WindowOf)), listen: () => () => {} });
});

const settled = () => new Promise((done) => setTimeout(done));

it('a page is asked for once, however often it is looked at', async () => {
  const rows = new RowPages();
  await rows.turnTo('a', 0);
  rows.need(0, 20);
  rows.need(90, 110);
  rows.need(95, 115);
  await settled();
  expect(asked.map((order) => order.start)).toEqual([0, PAGE]);
  expect(rows.row(101)?.id).toBe('s_101');
});

it('the old rows stay until those of another result are here', async () => {
  const rows = new RowPages();
  await rows.turnTo('a', 0);
  const turning = rows.turnTo('b', 250);
  expect(rows.row(3)?.id).toBe('s_3');
  await turning;
  expect(rows.row(3)).toBeUndefined();
  expect(rows.row(250)?.id).toBe('s_250');
});

it('an answer for a result that was left is thrown away', async () => {
  const rows = new RowPages();
  let late: (rows: StatementRow[]) => void = () => {};
  answer = () => new Promise((done) => (late = done));
  const turning = rows.turnTo('a', 0);
  await settled();
  answer = () => Promise.resolve([rowOf(7, '')]);
  await rows.turnTo('b', 0);
  late([rowOf(1, '')]);
  await turning;
  expect(rows.row(0)?.id).toBe('s_7');
});

it('a page that could not be fetched is reported and asked for again', async () => {
  const rows = new RowPages();
  rows.onFault = vi.fn();
  await rows.turnTo('a', 0);
  answer = () => Promise.reject({ code: 'stale', message: 'Search again.', hint: null, at: null });
  rows.need(100, 120);
  await settled();
  expect(rows.onFault).toHaveBeenCalledOnce();
  rows.need(100, 120);
  await settled();
  expect(asked).toHaveLength(3);
});

it('a patch changes the rows and says how they were', async () => {
  const rows = new RowPages();
  await rows.turnTo('a', 0);
  const before = rows.patch(['s_2', 's_900'], { starred: true });
  expect(before.map((row) => [row.id, row.starred])).toEqual([['s_2', false]]);
  expect(rows.row(2)?.starred).toBe(true);
});

it('a reload fetches what is in sight and forgets the rest', async () => {
  const rows = new RowPages();
  await rows.turnTo('a', 0);
  for (const first of [100, 200, 300]) rows.need(first, first + 20);
  await settled();
  asked.length = 0;
  await rows.reload();
  expect(asked.map((order) => order.start)).toEqual([300]);
  expect(rows.row(0)).toBeUndefined();
});
