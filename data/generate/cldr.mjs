// Names of countries and of cities from the Unicode CLDR.
import { UNUSED, isShort, spellings } from "./forms.mjs";
import { read } from "./packages.mjs";

const LANGUAGES = "en uk ru fr es de pl it pt tr ar fa zh ja ko cs bg".split(" ");
const LOCALES = { zh: ["zh", "zh-Hant"], pt: ["pt", "pt-PT"] };
// Zones outside Africa, Asia and Europe whose city says a country: the rest are small towns and research stations.
const CITIES = new Set(
  ("America/Port-au-Prince America/Santo_Domingo America/Managua America/Tegucigalpa America/Costa_Rica America/Havana " +
    "America/Caracas America/Bogota America/Lima America/La_Paz America/Asuncion America/Montevideo America/Sao_Paulo " +
    "America/Buenos_Aires America/Mexico_City America/New_York America/Los_Angeles America/Toronto America/Vancouver " +
    "America/Paramaribo America/Nassau America/Port_of_Spain Pacific/Port_Moresby Pacific/Apia Pacific/Auckland " +
    "Pacific/Honolulu Australia/Sydney Australia/Melbourne Australia/Brisbane Atlantic/Reykjavik Indian/Antananarivo").split(" "),
);
// Exemplar cities that are also a common word, a person's name or a wider place.
const AMBIGUOUS = new Set("Europe/Gibraltar Europe/Isle_of_Man Asia/Kashgar Europe/Busingen Europe/San_Marino Europe/Vatican Asia/Kuwait Asia/Bahrain Asia/Hong_Kong Asia/Macau Asia/Singapore Europe/Luxembourg Europe/Monaco Europe/Andorra Europe/Malta Africa/Djibouti Asia/Jerusalem Asia/Muscat Africa/Tunis Africa/Algiers".split(" "));

const main = (locale, path) => read(path).main[locale];
const localesOf = (lang) => LOCALES[lang] ?? [lang];

export const names = () => {
  const rows = new Set();
  for (const lang of LANGUAGES) {
    for (const locale of localesOf(lang)) {
      const { territories } = main(locale, `cldr-localenames-full/main/${locale}/territories.json`).localeDisplayNames;
      for (const [key, name] of Object.entries(territories)) {
        const code = key.slice(0, 2);
        if (!/^[A-Z]{2}(-|$)/.test(key) || UNUSED.has(code) || /[,،，、]/.test(name)) continue;
        for (const form of spellings(name)) if (!isShort(form)) rows.add(`${code}\t${lang}\tname\t${form}`);
      }
    }
  }
  return rows;
};

const zones = Object.entries(read("cldr-bcp47/bcp47/timezone.json").keyword.u.tz);
const OWN = { gaza: "PS", gazastrp: "PS", hebron: "PS", jeruslm: "IL" };
const SMALL = new Set(["Asia/Oral", "Europe/Kirov", "Asia/Khandyga", "Asia/Srednekolymsk", "Asia/Ust-Nera"]);
const countryOf = new Map(zones.flatMap(([id, zone]) =>
  (zone._alias ?? "").split(" ").map((alias) => [alias, OWN[id] ?? id.slice(0, 2).toUpperCase()])));

const LATIN = new Set("en fr es de pl it pt tr cs".split(" "));
// A city without an exemplar name is called in Latin script as its zone is.
const cityNames = (zone, lang) =>
  [...countryOf].map(([id, code]) => {
    const [area, place] = id.split("/");
    const named = zone[area]?.[place]?.exemplarCity;
    return { id, code, area, form: named ?? (LATIN.has(lang) && place ? place.replaceAll("_", " ") : undefined) };
  });

export const cities = (known) => {
  const rows = new Set();
  for (const lang of LANGUAGES) {
    for (const locale of localesOf(lang)) {
      const zone = main(locale, `cldr-dates-full/main/${locale}/timeZoneNames.json`).dates.timeZoneNames.zone;
      for (const { id, code, area, form } of cityNames(zone, lang)) {
        const wanted = ["Africa", "Asia", "Europe"].includes(area) || CITIES.has(id);
        if (!form || !wanted || AMBIGUOUS.has(id) || SMALL.has(id) || UNUSED.has(code)) continue;
        if (!known.has(`${code}\t${lang}\tname\t${form}`)) rows.add(`${code}\t${lang}\tcity\t${form}`);
      }
    }
  }
  return rows;
};
