/** The forms of a word beside a number; Slavic languages have three, English two. */
export interface Forms {
  /** 1 */
  one: string;
  /** 2, in Slavic languages also 22 … */
  few?: string;
  /** 5 and most others. */
  many: string;
}

/** Makes a function that writes a number with the right form beside it. */
export function counted(lang: string, forms: Forms): (n: number) => string {
  const rules = new Intl.PluralRules(lang);
  return (n) => `${n.toLocaleString(lang)} ${form(rules.select(n), forms)}`;
}

function form(category: Intl.LDMLPluralRule, { one, few, many }: Forms): string {
  if (category === 'one') return one;
  if (category === 'few') return few ?? many;
  return many;
}
