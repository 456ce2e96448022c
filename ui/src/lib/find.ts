interface Piece {
  node: Node;
  start: number;
}

/** The text of a block with the places of its text nodes, so that a hit may begin in one and end in another. */
function textOf(block: Node): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node, start: text.length });
    text += node.nodeValue ?? '';
  }
  return { text, pieces };
}

/** Small letters where a letter keeps its length, so that places stay places. */
function small(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

function rangeOf(pieces: Piece[], start: number, end: number): Range | null {
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

/** Returns the places of a text in some blocks, without regard to case; a hit may cross marks, but not blocks. */
export function rangesOf(blocks: Iterable<Node>, wanted: string): Range[] {
  const needle = small(wanted);
  const ranges: Range[] = [];
  if (needle === '') return ranges;
  for (const block of blocks) {
    const { text, pieces } = textOf(block);
    const haystack = small(text);
    for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) {
      const range = rangeOf(pieces, at, at + needle.length);
      if (range) ranges.push(range);
    }
  }
  return ranges;
}

/** Draws the hits and the present one; takes them away when there are none. */
export function highlight(ranges: Range[], present: number): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.set('found', new Highlight(...ranges));
  const one = ranges[present];
  CSS.highlights.set('found-present', one ? new Highlight(one) : new Highlight());
}
