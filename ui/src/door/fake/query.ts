import type { Completion, Place, QueryCheck, QueryTerm } from '../types';

const TERM = /(-|NOT )?(?:(\w+):)?("[^"]*"?|[^\s()":]+)/gu;
const FIELDS = ['country', 'about', 'topic', 'res', 'issuer', 'source', 'lang', 'after', 'before', 'within', 'is', 'title'];

function placeOf(start: number, text: string): Place {
  return { start, end: start + text.length };
}

/** The terms of a query, found without its grammar. */
export function termsOf(query: string): QueryTerm[] {
  return [...query.matchAll(TERM)]
    .filter((hit) => !/^(AND|OR|NOT|NEAR\/\d+)$/.test(hit[3] ?? ''))
    .map((hit) => ({ field: hit[2] ?? null, value: hit[3] ?? '', negated: hit[1] !== undefined, at: placeOf(hit.index, hit[0]) }));
}

/** A check that knows two faults: a quote that is not closed and an unknown field. */
export function check(query: string): QueryCheck {
  const terms = termsOf(query);
  const unmatched = terms.filter((term) => term.field === 'source' && term.value === 'nosuch').map((term) => term.value);
  const none: QueryCheck = { fault: null, terms, printed: query, rule_fault: null, unmatched_sources: unmatched };
  if ((query.match(/"/g)?.length ?? 0) % 2 === 1) {
    const at = placeOf(query.lastIndexOf('"'), '"');
    return { ...none, fault: { code: 'query', message: 'This quotation mark is not closed.', hint: 'Put a second one behind the phrase.', trouble: null, at } };
  }
  const strange = terms.find((term) => term.field !== null && !FIELDS.includes(term.field));
  if (strange) {
    return { ...none, fault: { code: 'query', message: `There is no field “${strange.field}”.`, hint: `Fields are ${FIELDS.join(', ')}.`, trouble: null, at: strange.at } };
  }
  return none;
}

/** Puts a term in, turns it round, or takes it out. */
export function toggle(query: string, field: string, value: string, exclude: boolean): string {
  const shown = /\s/.test(value) ? `"${value}"` : value;
  const present = termsOf(query).find((term) => term.field === field && term.value.toLowerCase() === shown.toLowerCase());
  const rest = present ? `${query.slice(0, present.at.start)} ${query.slice(present.at.end)}` : query;
  const without = rest.replace(/\s+/g, ' ').trim();
  if (present && present.negated === exclude) return without;
  return `${without} ${exclude ? '-' : ''}${field}:${shown}`.trim();
}

/** Completes field names and a few values. */
export function complete(query: string, at: number): Completion[] {
  const word = /[\w:]*$/.exec(query.slice(0, at))?.[0] ?? '';
  if (word === '') return [];
  const place = placeOf(at - word.length, word);
  const values = ['country:KP', 'country:RU', 'country:UA', 'topic:arms-transfers', 'topic:sanctions', 'is:unread', 'is:starred'];
  const all = [...FIELDS.map((field) => `${field}:`), ...values];
  return all.filter((form) => form.startsWith(word) && form !== word).slice(0, 8).map((insert) => ({ insert, label: insert, at: place }));
}
