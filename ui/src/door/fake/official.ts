import type { OfficialSource } from '../types';

/** The catalogue of the fake archive. */
export const OFFICIAL: OfficialSource[] = [
  {
    official: { name: 'Council of Examples: press', body: 'Council of Examples', country: 'UN', kind: 'un-organ', form: 'feed', url: 'https://council.example.org/rss', languages: ['en'], topics: [], status: 'seen', note: null, origin: 'invented' },
    followed: false,
  },
  {
    official: { name: 'Listing Office: recent actions', body: 'Listing Office', country: 'US', kind: 'sanctions-authority', form: 'page', url: 'https://listing.example.org/actions', languages: ['en'], topics: ['sanctions'], status: 'working', note: null, origin: 'invented' },
    followed: true,
  },
  {
    official: { name: 'Ministry of Examples (ru)', body: 'Министерство примеров', country: 'RU', kind: 'mfa', form: 'feed', url: 'https://ministry.example.org/ru/rss', languages: ['ru'], topics: [], status: 'blocked', note: 'asks for a browser with a challenge at times', origin: 'invented' },
    followed: false,
  },
];
