import type { AlertView, RuleView, SourceView, StarterSet } from '../types';
import { marked, NOW, rowOf } from './rows';

const at = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

/** Rules of the fake archive. */
export const RULES: RuleView[] = [
  ['dprk-troops', 'DPRK troops in Russia', 'country:KP country:RU (troops OR війська OR войска OR قوات OR 파병)', 'on', [0, 0, 0, 0, 1, 1, 2, 1, 3, 5, 8, 11]],
  ['arms-iran', 'Arms transfers from Iran', 'country:IR topic:arms-transfers -title:"press briefing"', 'on', [4, 2, 2, 5, 1, 3, 2, 4, 1, 0, 2, 2]],
  ['children', 'Депортація дітей', '"депортація дітей" OR (депортація NEAR/5 дітей)', 'on', [1, 1, 2, 1, 1, 0, 3, 1, 4, 1, 2, 1]],
  ['shadow-fleet', 'Shadow fleet', '"shadow fleet" OR "теневой флот" OR "тіньовий флот"', 'shadow', [5, 4, 6, 5, 8, 7, 7, 9, 8, 7, 8, 9]],
  ['snapback', 'Snapback', '(snapback OR "resolution 2231") country:IR', 'on', [0, 1, 1, 2, 4, 5, 7, 9, 11, 8, 6, 4]],
  ['grain', 'Grain corridor', '(grain OR зерно OR tahıl) country:UA', 'off', [3, 1, 1, 0, 4, 1, 0, 5, 2, 1, 3, 1]],
].map(([id, name, query, mode, weeks], i) => ({
  rule: {
    id: id as string,
    name: name as string,
    query: query as string,
    mode: mode as RuleView['rule']['mode'],
    muted_until: i === 4 ? at(-150) : null,
    created_at: at(4000),
  },
  weeks: weeks as number[],
  unseen: [2, 1, 0, 0, 0, 0][i] ?? 0,
  fault: null,
}));

/** Alerts of the fake archive. */
export const ALERTS: AlertView[] = [0, 2, 4, 1, 8, 3, 5, 7].map((index, i) => {
  const row = rowOf(index, 'troops');
  const rule = (RULES[i < 4 ? 0 : i < 6 ? 1 : 2] as RuleView).rule;
  return {
    alert: {
      id: 100 - i,
      rule_id: rule.id,
      rule: rule.name,
      statement_id: row.id,
      title: row.title.text,
      issuer: row.issuer,
      source_name: row.issuer,
      showing: i === 5 ? 'quiet' : i === 3 ? 'joined' : 'notified',
      matched_text: row.passage.text,
      raised_at: row.at,
      notified_at: row.at,
      seen: ![0, 2, 4].includes(i),
    },
    passage: marked(row.passage.text, true, false),
    at: row.at,
    countries: row.countries,
  };
});

/** Sources of the fake archive. */
export const SOURCES: SourceView[] = (
  [
    ['Минобороны, брифинги', 'page', 'failing', 'Failing since 22 November: the server answers 403 Forbidden.', 360],
    ['Ministry of Foreign Affairs of Belarus', 'feed', 'silent', 'Silent for 9 days; usually every 2 days.', 2880],
    ['African Union, Peace and Security Council', 'page', 'gone', 'The address answers 410 since 2 October; it is not asked any more.', 3360],
    ['EEAS press, statements by the HR', 'feed', 'working', null, 240],
    ['Council of the European Union, press releases', 'feed', 'working', null, 160],
    ['Міністерство закордонних справ України', 'feed', 'working', null, 100],
    ['대한민국 외교부 대변인 성명', 'page', 'working', null, 480],
    ['外交部发言人表态', 'page', 'working', null, 720],
    ['جامعة الدول العربية، بيانات', 'page', 'working', null, 1440],
    ['G7 Presidency, documents', 'page', 'paused', null, 10080],
    ['Briefings received by mail', 'import', 'new', null, null],
  ] as const
).map(([name, kind, state, reason, cadence], i) => ({
  source: {
    id: `source-${i}`,
    name,
    url: `https://example.org/feed/${i}`,
    kind,
    country: null,
    state,
    reason,
    trouble: state === 'failing' ? 'refused' : state === 'gone' ? 'gone' : null,
    failing_since: state === 'failing' || state === 'gone' ? at(50) : null,
    offer: state === 'gone' ? 'https://example.org/feed/new' : null,
    last_success: kind === 'import' ? null : at(state === 'failing' ? 50 : i / 10),
    last_new: kind === 'import' ? null : at(i * 7 + 1),
    next_try: state === 'gone' || state === 'paused' || kind === 'import' ? null : at(-i / 6),
    statements: 1000 - i * 83,
  },
  cadence,
  listing: i === 6 ? { page: `https://example.org/feed/${i}`, selector: '.news-list li a' } : null,
  resting_until: i === 4 ? at(-3) : null,
}));

/** Starter sets of the fake archive. */
export const SETS: StarterSet[] = [
  ['eu', 'European Union', 'Council, Commission, EEAS, Parliament', 9],
  ['un', 'United Nations', 'Security Council, Secretary-General, Human Rights Office', 11],
  ['ua', 'Ukraine', 'President, MFA, Verkhovna Rada, Defence Intelligence', 8],
  ['g7', 'G7', 'Foreign ministries, treasuries and the Presidency', 16],
  ['ru', 'Russia and Belarus', 'Presidents, foreign and defence ministries', 7],
  ['kr', 'Korean Peninsula and Japan', 'MOFA and Unification in Seoul; MOFA and Defence in Tokyo', 9],
].map(([key, name, description, count]) => ({
  key: key as string,
  name: name as string,
  description: description as string,
  sources: Array.from({ length: count as number }, (_, i) => `${name as string} ${i + 1}`),
}));
