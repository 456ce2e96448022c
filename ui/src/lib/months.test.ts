import { describe, expect, it } from 'vitest';
import { barsOf, limitsOf, monthAfter } from './months';

const months = (count: number) => Array.from({ length: count }, (_, i) => ({ month: new Date(Date.UTC(1990, i, 1)).toISOString().slice(0, 7), count: i }));

describe('bars', () => {
  it('are months while there are few', () => {
    expect(barsOf(months(3), 36)).toEqual([
      { first: '1990-01', last: '1990-01', count: 0 },
      { first: '1990-02', last: '1990-02', count: 1 },
      { first: '1990-03', last: '1990-03', count: 2 },
    ]);
  });

  it('gather months when there are many, lose none, and the newest is whole', () => {
    const bars = barsOf(months(443), 36);
    expect(bars.length).toBeLessThanOrEqual(36);
    expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe((443 * 442) / 2);
    expect(bars.at(-1)).toMatchObject({ first: '2025-11', last: '2026-11' });
  });

  it('of nothing are none', () => {
    expect(barsOf([], 36)).toEqual([]);
  });
});

it('the year ends in December', () => {
  expect(monthAfter('2024-12')).toBe('2025-01');
  expect(monthAfter('2024-09')).toBe('2024-10');
});

it('limits hold the last month whole, in whichever direction it was brushed', () => {
  const bars = barsOf(months(12), 36);
  expect(limitsOf(bars, 9, 11)).toEqual({ after: '1990-10', before: '1991-01' });
  expect(limitsOf(bars, 11, 9)).toEqual({ after: '1990-10', before: '1991-01' });
  expect(limitsOf([], 0, 0)).toBeNull();
});
