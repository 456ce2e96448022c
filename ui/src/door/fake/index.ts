import type { Answer, CallName, Payload, Transport } from '../calls';
import type { Change, Facets, OfficialSource, PageView, Settings } from '../types';
import { check, complete, toggle } from './query';
import { marksOf, NOW, rowOf, viewOf } from './rows';
import { ALERTS, RULES, SETS, SOURCES } from './rules';
import { OFFICIAL } from './official';

type Answers = { [N in CallName]?: (payload: Payload<N>) => Answer<N> };

const asked = new URLSearchParams(globalThis.location?.search ?? '');
const empty = asked.get('fake') === 'empty';
let count = empty ? 0 : Number(asked.get('n') ?? 12_408);
const listeners = new Set<(change: Change) => void>();
const tell = (change: Change) => listeners.forEach((heard) => heard(change));

let settings: Settings = {
  theme: asked.get('theme') ?? 'light',
  density: asked.get('density') ?? 'comfortable',
  interval_minutes: 10,
  collect: true,
  notifications: true,
  quiet_hours: '22-07',
  read_on_open: false,
  language: asked.get('lang') ?? 'en',
  export_preset: 'excel',
  proxy: '',
};

let topicFile = '';
let page: PageView | null = null;
const TOPIC_VIEWS = [
  { slug: 'sanctions', name: 'Sanctions', about: 'Restrictive measures, and what is done against or around them.', own: false },
  { slug: 'cyber', name: 'Cyber', about: 'Attacks on networks and what is done about them.', own: false },
];

const matching = (query: string) => (query.trim() === '' ? count : query === 'source:nosuch' ? 0 : Math.min(count, 214));
const indexOf = (id: string) => Number(id.slice(2));

const values = (pairs: [string, number, string?][]) => pairs.map(([value, n, name]) => ({ value, name: name ?? null, count: n }));

const FACETS: Facets = {
  countries: values([['KP', 214], ['RU', 180], ['UA', 163], ['KR', 71], ['US', 64], ['JP', 38], ['EU', 31], ['CN', 20], ['FR', 12]]),
  topics: values([['military-deployment', 151], ['arms-transfers', 96], ['un-security-council', 88], ['nuclear-nonproliferation', 57], ['sanctions', 44], ['cyber', 9]]),
  resolutions: values([['1718', 61, '1718 (2006)'], ['2270', 40, '2270 (2016)'], ['1874', 38, '1874 (2009)'], ['2397', 33, '2397 (2017)']]),
  issuers: values([['Ukraine, Ministry of Foreign Affairs', 41], ['European Union', 32], ['United States, Department of State', 24], ['NATO', 11]]),
  sources: values([['eu', 32, 'European Union, press'], ['ua', 28, 'Ukraine, press']]),
  languages: values([['en', 98], ['uk', 37], ['ru', 29], ['ko', 18], ['fr', 12], ['zh', 11], ['ar', 9]]),
  months: Array.from({ length: 31 }, (_, i) => ({
    month: new Date(Date.UTC(2024, 4 + i, 1)).toISOString().slice(0, 7),
    count: Math.round(3 + i * 0.5 + (i % 5) * 2 + (i > 26 ? (i - 26) * 14 : 0)),
  })),
};

const answers: Answers = {
  overview: () => ({
    statements: count,
    unread: empty ? 0 : 37,
    starred: empty ? 0 : 12,
    alerts_unseen: empty ? 0 : ALERTS.filter((view) => !view.alert.seen).length,
    sources: empty ? 0 : SOURCES.length,
    sources_in_trouble: empty ? 0 : 3,
    last_collected: empty ? null : new Date(Date.now() - 180_000).toISOString(),
    collecting: false,
    notifications: 'Notifications are shown by dunst.',
    data_dir: '/home/user/.local/share/chancery',
    demo: false,
  }),
  topics: () => ({ topics: TOPIC_VIEWS, file: topicFile, stale: topicFile === '' ? 0 : 1200 }),
  topic_words: ({ slug }) => (slug === 'sanctions' ? [{ words: 'sanction*', weight: 2, own: false }, { words: 'embargo*', weight: 1.5, own: false }, { words: 'sanction the use', weight: null, own: true }] : []),
  check_topics: ({ text }) => text.split('\n').flatMap((row, i) => (row === '' || row.split('\t').length === 4 ? [] : [{ line: i + 1, message: 'a row has four cells between tabs (topic, language, weight, words)' }])),
  save_topics: ({ text }) => {
    topicFile = text;
    return { topics: TOPIC_VIEWS, file: text, stale: 1200 };
  },
  retag: () => null,
  search: ({ query }) => ({ id: query, count: matching(query), unread: Math.min(26, count) }),
  window: ({ result_set, start, length }) =>
    Array.from({ length: Math.max(0, Math.min(length, matching(result_set) - start)) }, (_, i) => rowOf(start + i, result_set)),
  facets: () => FACETS,
  statement: ({ id, query }) => viewOf(indexOf(id), query),
  revisions: ({ id }) => {
    const view = viewOf(indexOf(id), '');
    const first = { revision: 1, collected_at: view.provenance.collected_at, title: view.title.text, edit: null, words_changed: 0, runs: [] };
    if (view.revisions === 1) return [first];
    const text = view.paragraphs.map((p) => p.text).join('\n\n').split('Since August');
    return [
      first,
      {
        ...first,
        revision: 2,
        collected_at: view.provenance.revised_at,
        edit: 'names-or-numbers',
        words_changed: 7,
        runs: [
          { diff: 'same', text: text[0] ?? '' },
          { diff: 'removed', text: 'Since the summer' },
          { diff: 'added', text: 'Since August' },
          { diff: 'same', text: text[1] ?? '' },
        ],
      },
    ];
  },
  mark: ({ ids, ...marking }) => {
    for (const id of ids) {
      const given = Object.entries(marking).filter(([, value]) => value !== null);
      Object.assign(marksOf(indexOf(id)), Object.fromEntries(given));
    }
    tell({ kind: 'marks', ids });
    return null;
  },
  check_query: ({ query }) => check(query),
  toggle_term: ({ query, field, value, exclude }) => ({ query: toggle(query, field, value, exclude) }),
  complete: ({ query, at }) => complete(query, at),
  alerts: ({ unseen_only }) => (empty ? [] : ALERTS.filter((view) => !unseen_only || !view.alert.seen)),
  seen: ({ ids, rule, seen }) => {
    for (const { alert } of ALERTS) if (ids ? ids.includes(alert.id) : !rule || alert.rule_id === rule) alert.seen = seen;
    tell({ kind: 'alerts' });
    return null;
  },
  rules: () => (empty ? [] : RULES),
  save_rule: (draft) => {
    const kept = RULES.find((view) => view.rule.id === draft.id)?.rule;
    if (kept) return Object.assign(kept, draft, { id: kept.id });
    const rule = { ...draft, id: `rule-${RULES.length}`, created_at: new Date(NOW).toISOString() };
    RULES.push({ rule, weeks: Array.from({ length: 12 }, () => 0), unseen: 0, fault: null });
    tell({ kind: 'rules' });
    return rule;
  },
  remove_rule: ({ id }) => {
    RULES.splice(RULES.findIndex((view) => view.rule.id === id), 1);
    tell({ kind: 'rules' });
    return null;
  },
  test_rule: ({ query }) => ({
    weeks: [0, 1, 2, 0, 3, 1, 1, 2, 0, 1, 1, 1, 5],
    since: '2026-08-26',
    total: 18,
    at_night: 2,
    samples: Array.from({ length: 10 }, (_, i) => rowOf(i, `${query} troops`)),
  }),
  why: ({ query, statement }) => ({
    id: statement,
    title: 'Statement by the North Atlantic Council after the briefing by the Republic of Korea',
    matches: false,
    terms: check(query).terms.map((term, i) => ({
      term: term.field ? `${term.field}:${term.value}` : term.value,
      holds: i % 2 === 0,
      reason: i % 2 === 0 ? 'Named 4 times.' : 'Not in the title and not in the text.',
    })),
  }),
  sources: () => (empty ? [] : SOURCES),
  listing: ({ page, selector }) => ({ url: `${page}#list=${selector ?? ''}` }),
  check_source: ({ url }) => ({
    url,
    kind: 'RSS feed',
    name: 'Ministry of Foreign Affairs, news',
    message: 'A feed, found on that page: 20 entries in English, the newest 2 hours old.',
    entries: 20,
    first: [0, 8, 11].map((i) => ({ title: rowOf(i, '').title.text, published_at: rowOf(i, '').at, url: null })),
  }),
  add_source: ({ url, name }) => {
    const source = { ...(SOURCES[3] as (typeof SOURCES)[number]).source, id: `source-${SOURCES.length}`, url, name: name ?? url, state: 'new' as const };
    SOURCES.push({ source, cadence: null, listing: null, resting_until: null });
    tell({ kind: 'sources' });
    return source;
  },
  remove_source: ({ id }) => {
    SOURCES.splice(SOURCES.findIndex((view) => view.source.id === id), 1);
    tell({ kind: 'sources' });
    return null;
  },
  pause_source: ({ id, paused }) => {
    const view = SOURCES.find((one) => one.source.id === id);
    if (view) view.source.state = paused ? 'paused' : 'working';
    tell({ kind: 'sources' });
    return null;
  },
  catalogue: ({ words, country }) => {
    const sources = OFFICIAL.filter(({ official }) => official.name.toLowerCase().includes(words.toLowerCase()) && (country === null || official.country === country));
    return { sources, countries: values([['UN', 1], ['US', 1], ['RU', 1]]), topics: values([['sanctions', 1]]), languages: values([['en', 2], ['ru', 1]]), kinds: values([['un-organ', 1], ['mfa', 1], ['sanctions-authority', 1]]) };
  },
  follow_official: ({ url }) => {
    const found = OFFICIAL.find(({ official }) => official.url === url) ?? (OFFICIAL[0] as OfficialSource);
    found.followed = true;
    return { ...(SOURCES[3] as (typeof SOURCES)[number]).source, url, name: found.official.name };
  },
  import_sources: () => ({ listed: 3, followed: 2, faults: ['sources.opml, line 7: “Press” has no address (xmlUrl).'] }),
  export_sources: () => '/home/user/Documents/chancery-sources.opml',
  save_evidence: ({ id }) => `/home/user/Documents/evidence-${id}.zip`,
  move_source: ({ id, url }) => {
    const view = SOURCES.find((one) => one.source.id === id);
    if (view) view.source = { ...view.source, url, state: 'new', reason: null, trouble: null, failing_since: null, offer: null };
    tell({ kind: 'sources' });
    return null;
  },
  ask_source: () => null,
  choose_folder: () => '/home/user/Documents/Press releases',
  manners: () => ({ user_agent: null, headers: [] }),
  starter_sets: () => SETS,
  follow_starter_set: () => SOURCES.slice(3, 6).map((view) => view.source),
  collect: () => {
    count += 12;
    tell({ kind: 'statements', new: 12 });
    return { new: 12, revised: 1, known: 90, sources: 11, alerts: 2, faults: ['Минобороны, брифинги: the server answers 403 Forbidden.'] };
  },
  import_files: () => ({ new: 3, revised: 0, known: 0, sources: 1, alerts: 0, faults: [] }),
  add_samples: () => ({ new: 24, revised: 0, known: 0, sources: 1, alerts: 0, faults: [] }),
  stop: () => null,
  export_preview: ({ query, columns, text }) => {
    const all = ['statement_id', 'revision', 'published_at', 'published_precision', 'collected_at', 'source_id', 'source_name', 'source_country', 'speaker', 'speaker_role', 'issuer', 'title', 'language', 'countries', 'about', 'topics', 'resolutions', 'regimes', 'listed_parties', 'matched_rules', 'matched_text', 'url', 'sha256', 'duplicate_group', 'read', 'starred', 'labels', 'note', 'text'];
    const header = columns ?? all.filter((column) => text || column !== 'text');
    const rows = Array.from({ length: 10 }, (_, i) => {
      const row = rowOf(i, '');
      const known: Record<string, string> = { statement_id: row.id, revision: String(row.revision), published_at: `${row.at.slice(0, 19)}Z`, issuer: row.issuer, title: row.title.text, language: row.lang ?? '', countries: [...row.countries].sort().join(';'), topics: [...row.topics].sort().join(';') };
      return header.map((column) => known[column] ?? '');
    });
    return { count: matching(query), header, rows, all_columns: all, suggested: 'chancery-2026-11-24.csv' };
  },
  choose_export_file: ({ name }) => `/home/user/Documents/${name}`,
  export: ({ path }) => ({ path: path ?? '', rows: 214, long_cells: 0, bytes: 96_123 }),
  settings: () => settings,
  save_settings: (changed) => (settings = changed),
  open_address: () => null,
  open_page: ({ url }) => {
    page = { url, title: 'Statement on the ceasefire', loading: false, refused: null };
    tell({ kind: 'page' });
    return null;
  },
  opened_page: () => page,
  keep_page: () => {
    tell({ kind: 'open', id: 's_0' });
    return { id: 's_0', outcome: 'revised', title: page?.title ?? '' };
  },
  close_page: () => {
    page = null;
    return null;
  },
};

/** A core that is invented, for looking at the window without one: `?fake`, `?fake=empty`, `?fake&n=1000000`. */
export function fake(): Transport {
  return {
    send: (name, payload) => Promise.resolve((answers[name] as (payload: unknown) => unknown)(payload)),
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
