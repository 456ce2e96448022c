import type { Mark, Marked, MarkKind } from '../door';

/** A run of text under the same marks. */
export interface Run {
  /** The text. */
  text: string;
  /** The marks over it, in the order they came. */
  marks: Mark[];
}

function borders({ text, marks }: Marked): number[] {
  const places = marks.flatMap((mark) => [mark.start, mark.end]).filter((at) => at > 0 && at < text.length);
  return [...new Set([0, ...places, text.length])].sort((a, b) => a - b);
}

/** Cuts a marked text into runs, each under the same marks from end to end. Marks may overlap. */
export function runsOf(marked: Marked, hidden: ReadonlySet<MarkKind> = new Set()): Run[] {
  const marks = marked.marks.filter((mark) => mark.end > mark.start && !hidden.has(mark.mark));
  if (marks.length === 0) return marked.text === '' ? [] : [{ text: marked.text, marks: [] }];
  const at = borders({ text: marked.text, marks });
  return at.slice(0, -1).map((start, i) => ({
    text: marked.text.slice(start, at[i + 1]),
    marks: marks.filter((mark) => mark.start <= start && mark.end > start),
  }));
}

const UNDERLINES: MarkKind[] = ['law', 'act', 'implied', 'country', 'topic', 'person'];

/** The mark that a click on a run follows and whose underline it shows: the rarest kind first. */
export function leading(marks: Mark[]): Mark | undefined {
  for (const kind of UNDERLINES) {
    const found = marks.find((mark) => mark.mark === kind);
    if (found) return found;
  }
  return undefined;
}

/** The classes that draw a run. */
export function classesOf(marks: Mark[]): string {
  const underline = leading(marks);
  const names = underline ? ['evidence', `evidence-${underline.mark}`] : [];
  if (marks.some((mark) => mark.mark === 'match')) names.push('match');
  return names.join(' ');
}

/** The field that filters by what a mark is evidence of; none for law that the query language does not name. */
export function fieldOf(kind: MarkKind, value: string): string | null {
  if (kind === 'country' || kind === 'topic') return kind;
  if (kind === 'person') return 'speaker';
  if (kind === 'match' || kind === 'act' || value.includes('/')) return null;
  return /^\d+$/.test(value) ? 'res' : 'regime';
}
