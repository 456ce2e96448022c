// Names of countries for the analyser of texts, a column a language, from the Unicode CLDR.
// The last column holds other names in use, in any language, gathered by hand for this program.
import { read } from "./packages.mjs";

const languages = ["en", "uk", "ru", "fr", "es", "de", "ar", "zh", "ja", "ko", "pl", "it", "pt", "tr", "fa"];

// Territories of CLDR that ISO 3166-1 does not assign, and groups that are no countries.
const unassigned = ["AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

const also = {
  AE: "UAE;ОАЕ;ОАЭ;Emirates", BO: "Plurinational State of Bolivia", BY: "Republic of Belarus;Білорусія;Белоруссия",
  CD: "DRC;DR Congo;Democratic Republic of the Congo;Congo-Kinshasa;ДР Конго;ДРК;RDC",
  CF: "CAR;ЦАР;Central African Republic", CG: "Republic of the Congo;Congo-Brazzaville", CI: "Ivory Coast;Кот-д'Ивуар;Кот-д'Івуар",
  CN: "PRC;People's Republic of China;КНР;中华人民共和国;中國", CV: "Cabo Verde;Cape Verde", CZ: "Czech Republic;Чеська Республіка;Чехія",
  EU: "ЄС;ЕС;UE;AB;Євросоюз;Евросоюз;欧盟;유럽연합", FM: "Federated States of Micronesia",
  GB: "UK;U.K.;Great Britain;Britain;Велика Британія;Британія;Великобритания;Британия;Großbritannien;Grande-Bretagne;Gran Bretaña;Royaume-Uni;英国",
  GM: "The Gambia", GR: "Hellas", IR: "Islamic Republic of Iran;Исламская Республика Иран", KG: "Kyrgyz Republic;Киргизстан;Киргизия",
  KP: "DPRK;Democratic People's Republic of Korea;КНДР;Північна Корея;Северная Корея;Nordkorea;Corée du Nord;Corea del Norte;北韓;北朝鲜;북조선;조선민주주의인민공화국;朝鮮",
  KR: "ROK;Republic of Korea;Південна Корея;Южная Корея;Südkorea;Corée du Sud;Corea del Sur;南韩;대한민국", LA: "Lao PDR;Lao People's Democratic Republic",
  MD: "Republic of Moldova;Молдавия", MK: "Macedonia", MM: "Burma;Бірма;Бирма;Birmanie", NL: "Holland;Голландія;Голландия;Niederlande",
  PS: "State of Palestine;Палестина;Palestine;Palästina;Palestina", RU: "Russian Federation;Російська Федерація;Российская Федерация;РФ;Russische Föderation;Fédération de Russie;俄罗斯联邦;俄国",
  SA: "KSA", SY: "Syrian Arab Republic", SZ: "Swaziland", TL: "East Timor", TR: "Turkey;Turkiye;Республика Турция", TW: "Republic of China;ROC;Chinese Taipei",
  TZ: "United Republic of Tanzania", US: "USA;U.S.;U.S.A.;America;United States of America;США;Сполучені Штати Америки;Соединенные Штаты Америки;États-Unis;EE. UU.;Estados Unidos;美国",
  VA: "Holy See;Святий Престол;Святой Престол;Saint-Siège;Heiliger Stuhl;Santa Sede", VE: "Bolivarian Republic of Venezuela", VN: "Viet Nam", XK: "Republic of Kosovo",
};

const tables = languages.map((language) => {
  const file = read(`cldr-localenames-full/main/${language}/territories.json`);
  return file.main[language].localeDisplayNames.territories;
});

const clean = (name) => name.replaceAll(/[\u200e\u200f]/g, "").replaceAll(";", ",").trim();
const cell = (table, code) => {
  const names = ["", "-alt-short", "-alt-variant"].map((form) => table[code + form]).filter(Boolean);
  return [...new Set(names.map(clean))].join(";");
};

export const countryNames = () => {
  const isCountry = (code) => /^[A-Z]{2}$/.test(code) && !unassigned.includes(code);
  const codes = Object.keys(tables[0]).filter(isCountry).sort();
  const rows = codes.map((code) => [code, ...tables.map((table) => cell(table, code)), also[code] ?? ""].join("\t"));
  return [["code", ...languages, "also"].join("\t"), ...rows, ""].join("\n");
};
