import { expect, it } from 'vitest';
import { slugOf, topics } from './topics.svelte';

it('makes a slug of a name', () => {
  expect(slugOf('Grain exports & corridors')).toBe('grain-exports-corridors');
  expect(slugOf('Café — 2026')).toBe('cafe-2026');
  expect(slugOf('Зерно')).toBe('');
});

it('adds a row on a line of its own', () => {
  topics.write('a\t*\tname\tA');
  topics.add(['a', 'en', '2', 'word']);
  expect(topics.file).toBe('a\t*\tname\tA\na\ten\t2\tword\n');
});
