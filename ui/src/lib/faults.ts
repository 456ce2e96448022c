import type { Fault } from '../door';
import { lang, t } from './words/index.svelte';

/** What went wrong, in the user's language as far as its kind is known; the core's own sentence says the rest. */
export function sentenceOf(fault: Fault): string {
  const { notKept } = t().page;
  if (lang() === 'en') return fault.message;
  if (fault.code in notKept) return notKept[fault.code as keyof typeof notKept];
  return fault.trouble === null ? fault.message : `${t().sources.troubles[fault.trouble]}: ${fault.message}`;
}
