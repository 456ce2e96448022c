/** The tallest element that is surely drawn whole: WebKitGTK cuts at 33,554,428 px. */
export const TALLEST = 33_000_000;

/** What of a list of rows of one height is seen at a scroll place. */
export interface Slice {
  /** Height of the whole list in the scroller, in px; never over {@link TALLEST}. */
  height: number;
  /** First row to draw. */
  first: number;
  /** One past the last row to draw. */
  end: number;
  /** Where the first drawn row stands in the scroller, in px. */
  top: number;
}

/** The measures of a list. */
export interface Measures {
  /** How many rows there are. */
  count: number;
  /** Height of a row, in px. */
  row: number;
  /** Height of the viewport, in px. */
  view: number;
}

/** Rows that are drawn before and after those that are seen. */
const SPARE = 6;

/** How many px of rows pass for one px of scrolling: 1 until the list is taller than can be drawn. */
function scale({ count, row, view }: Measures): number {
  const rows = count * row;
  if (rows <= TALLEST) return 1;
  return (rows - view) / (TALLEST - view);
}

/** Returns what to draw at a scroll place. */
export function sliceAt(scroll: number, measures: Measures): Slice {
  const { count, row, view } = measures;
  const offset = Math.max(0, scroll) * scale(measures);
  const first = Math.max(0, Math.min(count, Math.floor(offset / row)) - SPARE);
  const end = Math.min(count, Math.ceil((offset + view) / row) + SPARE);
  return { height: Math.min(count * row, TALLEST), first, end: Math.max(first, end), top: scroll + first * row - offset };
}

/** Returns the scroll place at which this row stands first. */
export function placeOf(index: number, measures: Measures): number {
  return (index * measures.row) / scale(measures);
}

/** Returns the scroll place nearest to the present one at which this row is seen whole. */
export function scrollTo(index: number, scroll: number, measures: Measures): number {
  const { row, view } = measures;
  const ratio = scale(measures);
  const offset = scroll * ratio;
  if (index * row < offset) return (index * row) / ratio;
  if ((index + 1) * row > offset + view) return ((index + 1) * row - view) / ratio;
  return scroll;
}

/** Returns the first row that is seen at a scroll place. */
export function firstSeen(scroll: number, measures: Measures): number {
  return Math.min(Math.floor((scroll * scale(measures)) / measures.row), Math.max(0, measures.count - 1));
}
