import { describe, expect, it } from 'vitest';
import { ago, length, longTime, shortMonth, shortTime, utcTime } from './time';

// The tests run in Kyiv: two hours before UTC in winter, three in summer.
const now = new Date('2026-11-24T18:20:00Z');

describe('a time in a list', () => {
  it('stands in the zone of the user', () => {
    expect(shortTime('2026-11-24T15:52:00Z', 'second', now, 'en')).toBe('24 Nov 17:52');
    expect(shortTime('2026-11-24T23:30:00Z', 'second', now, 'en')).toBe('25 Nov 01:30');
  });

  it('has no clock where only the day is known, and the day is the same in every zone', () => {
    expect(shortTime('2026-11-24T00:00:00Z', 'day', now, 'en')).toBe('24 Nov');
    expect(shortTime('2026-09-30T00:00:00Z', 'day', now, 'en')).toBe('30 Sep');
  });

  it('names the year when it is another one', () => {
    expect(shortTime('2024-10-24T12:00:00Z', 'second', now, 'en')).toBe('24 Oct 2024');
  });

  it('speaks the language of the window', () => {
    expect(shortTime('2026-11-24T15:52:00Z', 'second', now, 'uk')).toBe('24 лист 17:52');
    expect(shortTime('2024-11-24T15:52:00Z', 'second', now, 'ru')).toBe('24 нояб 2024');
  });
});

it('a time in full has its clock only when it is known', () => {
  expect(longTime('2024-10-24T09:00:00Z', 'second', 'en')).toBe('24 October 2024, 12:00');
  expect(longTime('2024-10-24T00:00:00Z', 'day', 'en')).toBe('24 October 2024');
});

it('the hover has UTC', () => {
  expect(utcTime('2024-10-24T12:00:10+02:00')).toBe('2024-10-24 10:00:10 UTC');
  expect(utcTime('2024-10-24T00:00:00Z', 'day')).toBe('2024-10-24');
  expect(utcTime('not a time')).toBe('not a time');
});

it('a month is short', () => {
  expect(shortMonth('2024-10', 'en')).toBe('Oct 2024');
});

it('the past and the future are told apart', () => {
  expect(ago('2026-11-24T18:17:00Z', now, 'en')).toBe('3 min ago');
  expect(ago('2026-11-24T18:19:40Z', now, 'en')).toBe('now');
  expect(ago('2026-11-24T20:20:00Z', now, 'en')).toBe('in 2 hr');
  expect(ago('2026-11-15T18:20:00Z', now, 'en')).toBe('last wk');
});

it('a length of time is told in its largest unit of which there are two', () => {
  expect([30, 180, 2880, 14_400].map((minutes) => length(minutes, 'en'))).toEqual(['30 minutes', '3 hours', '2 days', '10 days']);
  expect(length(2880, 'uk')).toMatch(/^2\s*дн/);
});
