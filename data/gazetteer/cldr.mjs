// Writes cldr-names.tsv and cldr-cities.tsv from the Unicode CLDR. Run in a folder where these are installed:
//   npm install cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0 cldr-bcp47@48.2.0
//   node …/data/gazetteer/cldr.mjs node_modules
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = process.argv[2] ?? "node_modules";
const here = dirname(fileURLToPath(import.meta.url));
const read = (path) => JSON.parse(readFileSync(join(modules, path), "utf8"));

const LANGUAGES = "en uk ru fr es de pl it pt tr ar fa zh ja ko cs bg".split(" ");
const LOCALES = { zh: ["zh", "zh-Hant"], pt: ["pt", "pt-PT"] };
// Regions of the CLDR that ISO 3166-1 does not assign.
const NOT_ISO = new Set("AC CP CQ DG EA EZ IC QO TA UN XA XB ZZ AQ BV HM TF UM".split(" "));
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

const spellings = (name) => {
  const bracket = name.match(/^(.+?) ?[(（](.+)[)）]$/);
  if (!bracket) return [name];
  return /[А-ЯЁІЇЄA-Z]{2}/.test(bracket[2]) ? [] : [name, bracket[1]];
};
const main = (locale, path) => read(`${path}`).main[locale];
const localesOf = (lang) => LOCALES[lang] ?? [lang];
const rows = { names: new Set(), cities: new Set() };

for (const lang of LANGUAGES) {
  for (const locale of localesOf(lang)) {
    const territories = main(locale, `cldr-localenames-full/main/${locale}/territories.json`).localeDisplayNames.territories;
    for (const [key, name] of Object.entries(territories)) {
      const code = key.slice(0, 2);
      if (!/^[A-Z]{2}(-|$)/.test(key) || NOT_ISO.has(code) || /[,，،、]/.test(name)) continue;
      for (const form of spellings(name)) {
        if (/^[\p{Script=Latin}\p{Script=Cyrillic}. -]{1,3}$/u.test(form) || /\./.test(form) || /^[A-Z&]+$/.test(form)) continue;
        rows.names.add(`${code}\t${lang}\tname\t${form}`);
      }
    }
  }
}

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

for (const lang of LANGUAGES) {
  for (const locale of localesOf(lang)) {
    const zone = main(locale, `cldr-dates-full/main/${locale}/timeZoneNames.json`).dates.timeZoneNames.zone;
    for (const { id, code, area, form } of cityNames(zone, lang)) {
      const wanted = ["Africa", "Asia", "Europe"].includes(area) || CITIES.has(id);
      if (!form || !wanted || AMBIGUOUS.has(id) || SMALL.has(id) || NOT_ISO.has(code)) continue;
      if (!rows.names.has(`${code}\t${lang}\tname\t${form}`)) rows.cities.add(`${code}\t${lang}\tcity\t${form}`);
    }
  }
}
// Tells the tests whether a table was changed by hand: FNV-1a in 64 bits, as sixteen hexadecimal digits.
const checksum = (text) => {
  let sum = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return sum.toString(16).padStart(16, "0");
};
for (const [file, lines] of Object.entries(rows)) {
  const table = [...lines].sort().join("\n") + "\n";
  const head =
    "# From the Unicode CLDR 48.2.0 (Unicode-3.0), by cldr.mjs. Columns: code, language, kind, form.\n" +
    `# FNV-1a 64 of the rows: ${checksum(table)}\n`;
  writeFileSync(join(here, `cldr-${file}.tsv`), head + table);
}
