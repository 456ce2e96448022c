const names = new Map<string, Intl.DisplayNames>();

function nameOf(type: 'region' | 'language', code: string, lang: string): string {
  const key = type + lang;
  let known = names.get(key);
  if (!known) names.set(key, (known = new Intl.DisplayNames(lang, { type, fallback: 'code' })));
  try {
    return known.of(code) ?? code;
  } catch {
    return code;
  }
}

/** The name of a country in the window's language; `EU` and `XK` too. */
export const countryName = (code: string, lang: string) => nameOf('region', code, lang);

/** The name of a language in the window's language, with a capital. */
export function languageName(code: string, lang: string): string {
  const name = nameOf('language', code, lang);
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction of a text in this language; `auto` where the language is not known. */
export function direction(lang: string | null): 'ltr' | 'rtl' | 'auto' {
  if (lang === null) return 'auto';
  return RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr';
}
