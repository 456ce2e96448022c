// Writes the tables of names that are made from public packages, or with --check says which of them are stale:
//   npm ci && npm run generate
import { readFileSync, writeFileSync } from "node:fs";
import { cities, names } from "./cldr.mjs";
import { countryNames } from "./country-names.mjs";
import { isoNames } from "./iso.mjs";
import { table } from "./table.mjs";

const cldrNames = names();
const files = {
  "gazetteer/cldr-names.tsv": table("the Unicode CLDR 48.2.0 (Unicode-3.0)", cldrNames),
  "gazetteer/cldr-cities.tsv": table("the Unicode CLDR 48.2.0 (Unicode-3.0)", cities(cldrNames)),
  "gazetteer/iso-names.tsv": table("i18n-iso-countries 7.14.0 (MIT)", isoNames(cldrNames)),
  "country-names.tsv": countryNames(),
};

const stale = [];
for (const [file, content] of Object.entries(files)) {
  const path = new URL(`../${file}`, import.meta.url);
  if (!process.argv.includes("--check")) writeFileSync(path, content);
  else if (readFileSync(path, "utf8") !== content) stale.push(file);
}
if (stale.length) {
  console.error(`Stale: ${stale.join(", ")}. Run "npm ci && npm run generate" in data/generate.`);
  process.exit(1);
}
