/** Returns the places of a text in an element, without regard to case. Hits do not cross elements. */
export function rangesOf(root: Node, wanted: string): Range[] {
  const needle = wanted.toLocaleLowerCase();
  if (needle === '') return [];
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLocaleLowerCase();
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, Math.min(at + needle.length, node.nodeValue?.length ?? 0));
      ranges.push(range);
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
