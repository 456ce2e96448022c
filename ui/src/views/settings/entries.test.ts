import { describe, expect, it } from 'vitest';
import type { Settings } from '../../door';
import { en } from '../../lib/words/en';
import { uk } from '../../lib/words/uk';
import { found, groupsOf, hours, hoursOf } from './entries';

const NOW: Settings = { theme: 'light', density: 'compact', interval_minutes: 7, collect: true, notifications: true, quiet_hours: '', read_on_open: true, language: 'en', export_preset: 'data', proxy: '' };
const titles = (typed: string, words = en) => found(groupsOf(NOW, words, null), typed).flatMap((group) => group.entries.map((entry) => entry.title));

describe('the search of settings', () => {
  it('finds by name, group and line', () => {
    expect(titles('quiet')).toEqual(['Quiet hours']);
    expect(titles('look theme')).toEqual(['Theme']);
    expect(titles('ТИХІ', uk)).toEqual(['Тихі години']);
  });

  it('shows all when nothing is typed, and none when nothing fits', () => {
    expect(titles('  ').length).toBe(groupsOf(NOW, en, null).flatMap((group) => group.entries).length);
    expect(titles('no such thing')).toEqual([]);
  });
});

it('each control changes its own setting alone', () => {
  const changed = groupsOf(NOW, en, null)
    .flatMap((group) => group.entries.map((entry) => entry.control))
    .flatMap((control) => (control.kind === 'none' ? [] : control.kind === 'switch' ? Object.keys(control.change(true)) : Object.keys(control.change('1'))));
  expect(changed.sort()).toEqual(Object.keys(NOW).sort());
});

it('an interval that is not offered is kept and shown', () => {
  const control = groupsOf(NOW, en, null).flatMap((group) => group.entries).find((entry) => entry.title === 'How often')?.control;
  expect(control?.kind === 'select' && control.options.map((option) => option.value)).toContain('7');
});

it('quiet hours are read and written in one form', () => {
  expect(hoursOf('22-06')).toEqual([22, 6]);
  expect(hoursOf('')).toBeNull();
  expect(hours(9, 17)).toBe('09-17');
});
