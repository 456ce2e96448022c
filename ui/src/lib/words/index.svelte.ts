import { en } from './en';
import { ru } from './ru';
import { uk } from './uk';

/** All words of the window; each language has the same, or does not compile. */
export type Words = typeof en;

const TABLES: Record<string, Words> = { en, uk, ru };

let language = $state('en');

/** Speaks another language from now on; an unknown one is English. */
export function speak(lang: string): void {
  language = lang in TABLES ? lang : 'en';
  document.documentElement.lang = language;
}

/** The words of the window in its language. */
export const t = (): Words => TABLES[language] ?? en;

/** The language of the window. */
export const lang = (): string => language;

/** A number in the language of the window. */
export const number = (n: number): string => n.toLocaleString(language);
