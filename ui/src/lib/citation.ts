import type { QuoteView, StatementView } from '../door';
import { longTime, utcTime } from './time';

/** The parts of a citation in the order in which they are written. */
function parts(view: StatementView, received: (day: string) => string, lang: string): { who: string; title: string; rest: string[] } {
  const speakers = view.speakers.map(({ name, role }) => (role ? `${name} (${role})` : name));
  const who = [...speakers, view.issuer ?? view.provenance.source_name].join(', ');
  const day = view.published_at ? longTime(view.published_at, 'day', lang) : '';
  const title = view.title.text || view.provenance.source_name;
  return { who, title, rest: [day, view.lang ?? '', received(utcTime(view.provenance.collected_at))].filter((part) => part !== '') };
}

/** A citation in plain text: who, title, day, language, address, when it was received and what proves it. */
export function plainCitation(view: StatementView, received: (day: string) => string, lang: string): string {
  const { who, title, rest } = parts(view, received, lang);
  const proof = view.provenance.sha256 ? `, SHA-256 ${view.provenance.sha256}` : '';
  const address = view.provenance.url ? `, ${view.provenance.url}` : '';
  return `${who}, “${title}”, ${rest.slice(0, -1).join(', ')}${address} (${rest.at(-1)}${proof}).`;
}

/** The same for Markdown, with the title as the link. */
export function markdownCitation(view: StatementView, received: (day: string) => string, lang: string): string {
  const { who, title, rest } = parts(view, received, lang);
  const safe = title.replace(/[[\]\\]/g, '\\$&');
  const linked = view.provenance.url ? `[${safe}](<${view.provenance.url}>)` : `“${safe}”`;
  return `${who}, ${linked}, ${rest.join(', ')}.`;
}

/** Quoted words with who said them and the citation of the statement that has them. */
export function quotation(quote: QuoteView, view: StatementView, received: (day: string) => string, lang: string): string {
  const said = quote.speaker === null ? '' : ` — ${quote.speaker}`;
  return `“${quote.words}”${said}\n${plainCitation(view, received, lang)}`;
}
