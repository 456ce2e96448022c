// What is a name in use: the same for every source.

// Codes that no country has (CLDR) and territories where nobody lives.
export const UNUSED = new Set("AC CP CQ DG EA EZ IC QO TA UN XA XB ZZ AQ BV HM TF UM".split(" "));

// The spellings of a name with a bracket: with it and without, but for one that tells a namesake apart by an acronym.
export const spellings = (name) => {
  const bracket = name.match(/^(.+?) ?[(（](.+)[)）]$/);
  if (!bracket) return [name];
  return /[А-ЯЁІЇЄA-Z]{2}/.test(bracket[2]) ? [] : [name, bracket[1]];
};

// Acronyms and names of two letters stand in the tables by hand, with what makes them doubtful.
export const isShort = (form) => /^[\p{Script=Latin}\p{Script=Cyrillic}. -]{1,2}$/u.test(form) || /\./.test(form) || /^\p{Lu}+$/u.test(form) && /^\p{Script=Latin}|^\p{Script=Cyrillic}/u.test(form);
