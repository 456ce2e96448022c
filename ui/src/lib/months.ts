import type { Month } from '../door';

/** A bar of the histogram: one month, or several where there are many. */
export interface Bar {
  /** `2024-10`: its first month. */
  first: string;
  /** `2024-10`: its last month. */
  last: string;
  /** Statements in it. */
  count: number;
}

/** Gathers months into at most `most` bars of equal length; the newest bar is whole. */
export function barsOf(months: Month[], most: number): Bar[] {
  const size = Math.max(1, Math.ceil(months.length / most));
  const bars: Bar[] = [];
  for (let end = months.length; end > 0; end -= size) {
    const part = months.slice(Math.max(0, end - size), end);
    const [first, last] = [part[0], part.at(-1)];
    if (first && last) bars.unshift({ first: first.month, last: last.month, count: part.reduce((sum, month) => sum + month.count, 0) });
  }
  return bars;
}

/** The month after one: `2025-01` after `2024-12`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The terms that limit a query to some bars: `after` counts its month, `before` no longer does. */
export function limitsOf(bars: Bar[], one: number, other: number): { after: string; before: string } | null {
  const from = bars[Math.min(one, other)];
  const to = bars[Math.max(one, other)];
  return from && to ? { after: from.first, before: monthAfter(to.last) } : null;
}
