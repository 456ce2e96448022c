import { expect, it } from 'vitest';
import { viewOf } from '../door/fake/rows';
import { ALERTS, RULES } from '../door/fake/rules';
import { groupsOf } from './alertgroups';
import { markdownCitation, plainCitation } from './citation';
import { countryName, direction, languageName } from './names';
import { counted } from './words/plural';

it('alerts are gathered by rule, the newest first, and none is lost', () => {
  const groups = groupsOf(ALERTS.toReversed(), RULES);
  expect(groups.map((group) => group.name)).toEqual(['DPRK troops in Russia', 'Arms transfers from Iran', 'Депортація дітей']);
  expect(groups[0]?.alerts.map((view) => view.alert.id)).toEqual([100, 99, 98, 97]);
  expect(groups.flatMap((group) => group.alerts)).toHaveLength(ALERTS.length);
});

it('alerts of a rule that was removed keep its name', () => {
  const [group] = groupsOf(ALERTS, []);
  expect(group).toMatchObject({ name: 'DPRK troops in Russia', rule: undefined });
});

const received = (day: string) => `received ${day}`;

it('a citation says who, what, when, where, and what proves it', () => {
  const citation = plainCitation(viewOf(0, ''), received, 'en');
  expect(citation).toContain('Ana Lindqvist (High Representative), European Union, “Statement by the High Representative');
  expect(citation).toContain('24 November 2026, en, https://example.org/eu/0');
  expect(citation).toMatch(/received 2026-11-24 18:24:00 UTC, SHA-256 3fa2[0-9a-f]{60}\)\.$/);
});

it('a Markdown citation is a link whose brackets are safe', () => {
  const view = { ...viewOf(1, ''), title: { text: 'On [draft] text', marks: [] } };
  expect(markdownCitation(view, received, 'en')).toContain('[On \\[draft\\] text](<https://example.org/ua/1>)');
});

it('names follow the language of the window', () => {
  expect(countryName('KP', 'uk')).toBe('Північна Корея');
  expect(countryName('EU', 'en')).toBe('European Union');
  expect(countryName('XK', 'en')).toBe('Kosovo');
  expect(countryName('not a code', 'en')).toBe('not a code');
  expect(languageName('uk', 'ru')).toBe('Украинский');
});

it('a text stands in the direction of its language', () => {
  expect([direction('ar'), direction('fa'), direction('uk'), direction(null)]).toEqual(['rtl', 'rtl', 'ltr', 'auto']);
});

it('numbers take the right form of a word', () => {
  const uk = counted('uk', { one: 'заява', few: 'заяви', many: 'заяв' });
  expect([1, 2, 5, 11, 21, 22].map(uk)).toEqual(['1 заява', '2 заяви', '5 заяв', '11 заяв', '21 заява', '22 заяви']);
  expect(counted('en', { one: 'statement', many: 'statements' })(12_408)).toBe('12,408 statements');
});
