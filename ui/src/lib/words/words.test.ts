import { expect, it } from 'vitest';
import { en } from './en';
import { ru } from './ru';
import { topicName, topicSlugs } from './topics';
import { uk } from './uk';

const sources = import.meta.glob<string>('../../**/*.{svelte,ts}', { query: '?raw', import: 'default', eager: true });
const code = Object.entries(sources)
  .filter(([path]) => !path.startsWith('./') && !path.endsWith('.test.ts'))
  .map(([, text]) => text)
  .join('\n');

/** Words that are reached by a value: `views[view]`, `list[order]`. */
const BY_VALUE = /^(views|list\.(newest|received|relevance)|rules\.(on|shadow|off)(Says)?$|sources\.(kinds|states|troubles|forms)|official\.(fields|any|kinds)|evidence\.how|page\.(kept|notKept)|revisions\.edits|settings\.(themes|densities|presets)|keys\.groups|topics\.weights)/;

function leaves(words: object, at = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'object' ? leaves(value as object, `${at}${key}.`) : [[`${at}${key}`, value] as [string, unknown]]));
}

/** Whether the code reaches a word by its group, or by one of the short names that stand for a group. */
function isUsed(path: string): boolean {
  const [leaf, group = ''] = path.split('.').toReversed();
  return new RegExp(`(\\b${group}|\\bw|words|keys\\(\\)|t\\(\\)|\\{ list \\} = t\\(\\);[^]*list)\\.${leaf}\\b`).test(code);
}

it('every word is used', () => {
  expect(leaves(en).map(([path]) => path).filter((path) => !BY_VALUE.test(path) && !isUsed(path))).toEqual([]);
});

it('no word of another language was left in English', () => {
  const same = new Set(['cite.markdown', 'evidence.sha256', 'export.excel', 'settings.presets.excel']);
  for (const words of [uk, ru]) {
    const left = leaves(words).filter(([path, value]) => typeof value === 'string' && !same.has(path) && !/\p{Script=Cyrillic}/u.test(value));
    expect(left).toEqual([]);
  }
});

it('every topic has its name in every language', () => {
  expect(topicSlugs).toHaveLength(26);
  for (const slug of topicSlugs) expect(new Set(['en', 'uk', 'ru'].map((lang) => topicName(slug, lang))).size).toBeGreaterThan(1);
  expect(topicName('not-a-topic', 'en')).toBe('not-a-topic');
});
