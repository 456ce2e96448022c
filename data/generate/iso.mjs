// Other names of countries, official ones above all, that the CLDR does not have.
import { UNUSED, isShort } from "./forms.mjs";
import { read } from "./packages.mjs";

const LANGUAGES = "en uk ru fr es de pl it pt tr ar fa zh ja ko".split(" ");
// Names of the package that say another country, a wider region, or nothing.
const WRONG = new Set([
  "pt CD República Popular do Congo", "pt CG República Democrática do Congo", "ko CF 중앙 아프리카",
  "uk GF Гвіана", "ru GF Гвиана", "zh AX 奥兰", "zh EH 阿拉伯撒哈拉民主共和国", "pt CX Ilha de Natal", "it CX Isola del Natale",
  "ko TC 터크스", "de CD Kongo", "en CD Congo", "en CG Congo", "es CG Congo", "ko CG 콩고", "it CC Isole Cocos e Keeling",
  "ko PT 포르투칼", "ko SB 솔로몬 아일랜드",
]);
const isWrong = (lang, code, form) => WRONG.has(`${lang} ${code} ${form}`) || /[()（）,،、]|\s{2}/.test(form);

export const isoNames = (known) => {
  const rows = new Set();
  for (const lang of LANGUAGES) {
    const { countries } = read(`i18n-iso-countries/langs/${lang}.json`);
    for (const [code, value] of Object.entries(countries)) {
      for (const form of [value].flat()) {
        const row = `${code}\t${lang}\tname\t${form}`;
        if (!UNUSED.has(code) && !known.has(row) && !isShort(form) && !isWrong(lang, code, form)) rows.add(row);
      }
    }
  }
  return rows;
};
