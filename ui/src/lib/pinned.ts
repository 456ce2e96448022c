import type { FacetValue, QueryTerm } from '../door';

const bare = (value: string) => value.replace(/^"|"$/g, '');
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The values of a facet with those that the query names, so that each can be taken out again: also where none is left. */
export function withTerms(values: FacetValue[], field: string, terms: QueryTerm[]): FacetValue[] {
  const named = terms.filter((term) => term.field === field).map((term) => bare(term.value));
  const missing = named.filter((value, i) => named.findIndex((other) => same(other, value)) === i && !values.some((known) => same(known.value, value)));
  return [...missing.map((value) => ({ value, name: null, count: 0 })), ...values];
}

/** The first few values, and further on those that stand in the query. */
export function firstOf(values: FacetValue[], few: number, stands: (value: string) => boolean): FacetValue[] {
  return values.filter((value, i) => i < few || stands(value.value));
}
