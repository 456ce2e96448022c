import { describe, expect, it } from 'vitest';
import { firstSeen, placeOf, scrollTo, sliceAt, TALLEST } from './virtual';

const small = { count: 1000, row: 68, view: 680 };
const million = { count: 1_000_000, row: 68, view: 680 };
const end = (measures: typeof small) => Math.min(measures.count * measures.row, TALLEST) - measures.view;

describe('a list that fits', () => {
  it('draws what is seen and a few rows around', () => {
    expect(sliceAt(6800, small)).toEqual({ height: 68_000, first: 94, end: 116, top: 94 * 68 });
  });

  it('draws no rows that are not there', () => {
    expect(sliceAt(0, { ...small, count: 3 })).toEqual({ height: 204, first: 0, end: 3, top: 0 });
    expect(sliceAt(0, { ...small, count: 0 })).toEqual({ height: 0, first: 0, end: 0, top: 0 });
  });

  it('scrolls only as far as it must', () => {
    expect(scrollTo(5, 0, small)).toBe(0);
    expect(scrollTo(10, 0, small)).toBe(68);
    expect(scrollTo(3, 680, small)).toBe(204);
  });
});

describe('a list that is taller than can be drawn', () => {
  it('never asks for an element that the browser would cut', () => {
    expect(sliceAt(0, million).height).toBe(TALLEST);
    expect(TALLEST).toBeLessThan(33_554_428);
  });

  it('reaches the last row at the end of the scroll bar', () => {
    const slice = sliceAt(end(million), million);
    expect(slice.end).toBe(1_000_000);
    // The last row ends where the viewport ends.
    const bottom = slice.top + (slice.end - slice.first) * million.row;
    expect(bottom).toBeCloseTo(TALLEST, 0);
  });

  it('reaches every row by key', () => {
    for (const index of [0, 1, 499_999, 999_998, 999_999]) {
      const scroll = scrollTo(index, 12_345_678, million);
      const slice = sliceAt(scroll, million);
      const top = slice.top + (index - slice.first) * million.row;
      expect(top).toBeGreaterThanOrEqual(scroll - 1);
      expect(top + million.row).toBeLessThanOrEqual(scroll + million.view + 1);
    }
  });

  it('finds the place again that it remembered', () => {
    for (const index of [0, 493_000, 999_000]) expect(firstSeen(placeOf(index, million) + 0.01, million)).toBe(index);
  });
});
