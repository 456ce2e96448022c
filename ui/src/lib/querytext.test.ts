import { describe, expect, it } from 'vitest';
import { piecesOf } from './querytext';

const QUERIES = ['', 'country:KP AND "arms transfers" -topic:cyber', '(війська OR 部队 OR قوات) NEAR/5 x*', 'a "not closed', 'label:"two words"', '🇰🇵 AND'];

describe('the pieces of a query', () => {
  it('are the query, letter for letter', () => {
    for (const query of QUERIES) expect(piecesOf(query, null).map((piece) => piece.text).join('')).toBe(query);
  });

  it('tell fields and operators from what is looked for', () => {
    const kinds = piecesOf('country:KP AND ANDES', null).filter((piece) => piece.kind !== 'plain');
    expect(kinds.map((piece) => [piece.text, piece.kind])).toEqual([
      ['country:', 'field'],
      ['AND', 'operator'],
    ]);
  });

  it('keep words in quotes together, whatever they say', () => {
    expect(piecesOf('"a AND b"', null)).toEqual([{ text: '"a AND b"', kind: 'plain', fault: false }]);
  });

  it('are cut where the fault begins and ends', () => {
    for (const query of QUERIES.slice(1)) {
      const pieces = piecesOf(query, { start: 1, end: 4 });
      expect(pieces.map((piece) => piece.text).join('')).toBe(query);
      expect(pieces.filter((piece) => piece.fault).map((piece) => piece.text).join('')).toBe(query.slice(1, 4));
    }
  });
});
