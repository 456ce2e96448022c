import type { Mark, Marked, StatementRow, StatementView, TagView } from '../types';
import { EVIDENCE, TEXTS, type FakeText } from './texts';

/** What the user did, as the fake archive keeps it. */
export interface FakeMarks {
  read: boolean;
  starred: boolean;
  labels: string[];
  note: string | null;
}

const done = new Map<number, FakeMarks>();

/** The moment at which the fake archive stands still. */
export const NOW = Date.parse('2026-11-24T18:20:00Z');

/** The marks of a fake statement; the first days are partly unread. */
export function marksOf(index: number): FakeMarks {
  let marks = done.get(index);
  if (!marks) {
    marks = { read: index % 3 === 1 || index > 40, starred: index % 9 === 4, labels: [], note: null };
    done.set(index, marks);
  }
  return marks;
}

const textOf = (index: number): FakeText => TEXTS[index % TEXTS.length] as FakeText;
const timeOf = (index: number) => new Date(NOW - index * 97 * 60_000).toISOString();

/** Marks what the fake tagger knows; matches only where the query asks for words. */
export function marked(text: string, matches: boolean, evidence = true): Marked {
  const marks: Mark[] = [];
  for (const [form, mark, value] of EVIDENCE) {
    if (mark === 'match' ? !matches : !evidence) continue;
    for (const hit of text.matchAll(form)) {
      marks.push({ start: hit.index, end: hit.index + hit[0].length, mark, value: value || hit[0].slice(0, 4) });
    }
  }
  return { text, marks: marks.sort((a, b) => a.start - b.start) };
}

/** A row of the fake archive. */
export function rowOf(index: number, query: string): StatementRow {
  const text = textOf(index);
  const { read, starred } = marksOf(index);
  const matches = query.includes('troops');
  return {
    id: `s_${index}`,
    issuer: text.issuer,
    title: marked(text.title, matches, false),
    passage: marked(text.text.split('\n\n')[0] ?? '', matches, false),
    countries: text.countries,
    topics: text.topics,
    at: timeOf(index),
    precision: index % 11 === 7 ? 'day' : index % 29 === 11 ? 'collected' : 'second',
    lang: text.lang,
    revision: index % 7 === 0 ? 2 : 1,
    read,
    starred,
    alerted: index % 5 === 0,
    publications: index % 13 === 4 ? 2 : 1,
  };
}

function tag(value: string, name: string | null, i: number, stated = true): TagView {
  return { value, name, count: 5 - (i % 4), stated, about: i < 2 };
}

/** A statement of the fake archive. */
export function viewOf(index: number, query: string): StatementView {
  const text = textOf(index);
  const matches = query.includes('troops');
  return {
    id: `s_${index}`,
    title: marked(text.title, matches),
    paragraphs: text.text.split('\n\n').map((paragraph) => marked(paragraph, matches)),
    lang: text.lang,
    issuer: text.issuer,
    issuer_code: text.code,
    speakers: text.code === 'EU' ? [{ name: 'Ana Lindqvist', role: 'High Representative' }] : [],
    published_at: index % 29 === 11 ? null : timeOf(index),
    published_precision: index % 11 === 7 ? 'day' : 'second',
    published_basis: index % 4 === 3 ? 'inferred' : 'stated',
    countries: text.countries.map((code, i) => tag(code, null, i)),
    topics: text.topics.map((slug, i) => tag(slug, null, i)),
    law: [...text.law.map((n, i) => tag(n, `${n} (2006)`, i)), ...(text.code === 'EU' ? [tag('1874', null, 0, false)] : [])],
    acts: text.code === 'EU' ? [tag('npt', 'Non-Proliferation Treaty', 0)] : [],
    translations: text.code === 'EU' ? [{ id: 's-3', lang: 'uk', title: 'Заява' }, { id: 's-4', lang: 'fr', title: 'Déclaration' }] : [],
    quotes: text.code === 'EU' ? [{ speaker: 'Ana Lindqvist', lang: null, words: 'This must stop.' }] : [],
    summary_only: index % 29 === 11,
    page: index % 29 === 11 ? { asked_at: timeOf(index), trouble: 'refused', status: 404 } : index % 13 === 4 ? { asked_at: timeOf(index), trouble: null, status: null } : null,
    provenance: {
      source_id: text.code.toLowerCase(),
      source_name: `${text.issuer}, press`,
      url: `https://example.org/${text.code.toLowerCase()}/${index}`,
      site: 'example.org',
      collected_at: new Date(Date.parse(timeOf(index)) + 240_000).toISOString(),
      revised_at: new Date(Date.parse(timeOf(index)) + 8_400_000).toISOString(),
      sha256: '3fa2b7c051de88a49f20c7b1aa0945d20c6e2f177a4d91c43fa2b7c051de88a4',
      evidence: [
        {
          how: 'fetched',
          url: `https://press.example.org/${index}`,
          redirects: [{ status: 301, to: `https://www.press.example.org/${index}` }],
          final_url: `https://www.press.example.org/${index}`,
          status: 200,
          headers: ['content-type: text/html; charset=utf-8', 'etag: "5f2-61a"'],
          received_at: timeOf(index),
          sha256: '3fa2c1d07be94466a0b1c5d2e8f7091143aa5be7c0d91f22e6b87a0c4d13f591',
          bytes: 48_113,
        },
      ],
    },
    also_published: index % 13 === 4 ? [{ id: `s_${index + 1}`, source_name: 'Wire service', url: 'https://wire.example/1', collected_at: timeOf(index) }] : [],
    revision: index % 7 === 0 ? 2 : 1,
    revisions: index % 7 === 0 ? 2 : 1,
    matched_rules: index % 5 === 0 ? ['DPRK troops in Russia'] : [],
    ...marksOf(index),
    data_version: '2026.11',
  };
}
