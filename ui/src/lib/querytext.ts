import type { Place } from '../door';

/** A piece of a query as it is drawn. */
export interface Piece {
  /** The text. */
  text: string;
  /** What it is: a field's name, an operator, or what the user looks for. */
  kind: 'field' | 'operator' | 'plain';
  /** Whether the parser found fault with it. */
  fault: boolean;
}

const PIECE = /("[^"]*"?)|([\p{L}]+:)|(\b(?:AND|OR|NOT|NEAR(?:\/\d+)?)\b)|([^"\p{L}]+|[\p{L}\p{M}\p{N}*'’_-]+)/gu;

function kindOf(hit: RegExpMatchArray): Piece['kind'] {
  if (hit[2] !== undefined) return 'field';
  return hit[3] !== undefined ? 'operator' : 'plain';
}

function split(piece: Piece, start: number, at: Place): Piece[] {
  const from = Math.max(0, at.start - start);
  const to = Math.min(piece.text.length, at.end - start);
  if (from >= to) return [piece];
  const part = (text: string, fault: boolean): Piece => ({ ...piece, text, fault });
  const parts = [part(piece.text.slice(0, from), false), part(piece.text.slice(from, to), true), part(piece.text.slice(to), false)];
  return parts.filter(({ text }) => text !== '');
}

/** Cuts a query into pieces to be drawn; together they are the query, letter for letter. */
export function piecesOf(query: string, fault: Place | null): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const hit of query.matchAll(PIECE)) {
    if (hit.index > at) pieces.push({ text: query.slice(at, hit.index), kind: 'plain', fault: false });
    const piece: Piece = { text: hit[0], kind: kindOf(hit), fault: false };
    pieces.push(...(fault ? split(piece, hit.index, fault) : [piece]));
    at = hit.index + hit[0].length;
  }
  if (at < query.length) pieces.push({ text: query.slice(at), kind: 'plain', fault: false });
  return pieces;
}
