import type { SourceFinding } from '../../door';
import { lang, number, t } from '../../lib/words/index.svelte';

/** Kinds of documents that are no page and no feed. */
const TEXTS = ['plain text', 'PDF document', 'Word document', 'letter'];

/** What an address is, in a sentence of the user's language; in English the core's own, which says more. */
export function messageOf(finding: SourceFinding): string {
  if (lang() === 'en') return finding.message;
  const { found, forms } = t().sources;
  const entries = number(finding.entries);
  if (finding.kind === 'page') return found.page;
  if (TEXTS.includes(finding.kind)) return found.text;
  if (finding.kind === 'listing page') return found.list(entries);
  if (finding.kind === 'folder') return found.folder(entries);
  return found.feed(forms[finding.kind as keyof typeof forms] ?? finding.kind, entries, finding.url);
}
