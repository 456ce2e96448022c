import { describe, expect, it } from 'vitest';
import type { Mark } from '../door';
import { classesOf, fieldOf, leading, runsOf } from './marked';

const mark = (start: number, end: number, kind: Mark['mark'], value = ''): Mark => ({ start, end, mark: kind, value });

describe('runs', () => {
  it('are the text, letter for letter', () => {
    const text = 'Військá КНДР у Росії 🇷🇺';
    const runs = runsOf({ text, marks: [mark(8, 12, 'country'), mark(10, 20, 'match'), mark(0, 99, 'topic')] });
    expect(runs.map((run) => run.text).join('')).toBe(text);
  });

  it('carry every mark that lies over them', () => {
    const runs = runsOf({ text: 'abcdef', marks: [mark(0, 4, 'country'), mark(2, 6, 'match')] });
    expect(runs.map((run) => [run.text, run.marks.map((m) => m.mark)])).toEqual([
      ['ab', ['country']],
      ['cd', ['country', 'match']],
      ['ef', ['match']],
    ]);
  });

  it('leave out hidden kinds and empty marks', () => {
    const runs = runsOf({ text: 'abc', marks: [mark(0, 1, 'topic'), mark(2, 2, 'match')] }, new Set(['topic'] as const));
    expect(runs).toEqual([{ text: 'abc', marks: [] }]);
  });

  it('of no text are none', () => {
    expect(runsOf({ text: '', marks: [] })).toEqual([]);
  });
});

describe('a run under several marks', () => {
  const marks = [mark(0, 1, 'match'), mark(0, 1, 'country', 'KP'), mark(0, 1, 'law', '1718')];

  it('follows its rarest evidence, never the match', () => {
    expect(leading(marks)?.value).toBe('1718');
    expect(leading([mark(0, 1, 'match')])).toBeUndefined();
  });

  it('is drawn as evidence and as match at once', () => {
    expect(classesOf(marks)).toBe('evidence evidence-law match');
    expect(classesOf([mark(0, 1, 'match')])).toBe('match');
  });
});

it('evidence filters by the field that names it, where the query language has one', () => {
  expect(fieldOf('country', 'KP')).toBe('country');
  expect(fieldOf('person', 'A. N.')).toBe('speaker');
  expect(fieldOf('law', '1718')).toBe('res');
  expect(fieldOf('implied', 'UN-1718')).toBe('regime');
  expect(fieldOf('law', 'A/RES/68/262')).toBeNull();
  expect(fieldOf('act', 'npt')).toBeNull();
  expect(fieldOf('match', 'troops')).toBeNull();
});
