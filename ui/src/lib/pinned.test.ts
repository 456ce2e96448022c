import { expect, it } from 'vitest';
import type { QueryTerm } from '../door';
import { firstOf, withTerms } from './pinned';

const term = (field: string, value: string): QueryTerm => ({ field, value, negated: false, at: { start: 0, end: 0 } });
const value = (name: string, count = 1) => ({ value: name, name: null, count });

it('what the query names can always be taken out again', () => {
  const terms = [term('country', 'kp'), term('issuer', '"European Union"'), term('country', 'UA'), term('country', 'UA')];
  expect(withTerms([value('KP', 5)], 'country', terms)).toEqual([value('UA', 0), value('KP', 5)]);
  expect(withTerms([], 'issuer', terms)).toEqual([value('European Union', 0)]);
  expect(withTerms([value('en')], 'lang', terms)).toEqual([value('en')]);
});

it('a chosen value is shown, however rare it is', () => {
  const values = ['a', 'b', 'c', 'd'].map((name) => value(name));
  expect(firstOf(values, 2, (name) => name === 'd').map((one) => one.value)).toEqual(['a', 'b', 'd']);
});
