import { capital } from "./dates";
import type { Language } from "./text";

/** Where the name of a zone is not what people here call that place. What is not in it is called as in its zone. */
const inDutch: Record<string, string> = {
  "Africa/Addis_Ababa": "Addis Abeba",
  "Africa/Cairo": "Caïro",
  "America/Curacao": "Curaçao",
  "America/Mexico_City": "Mexico-Stad",
  "America/Sao_Paulo": "São Paulo",
  "Asia/Baghdad": "Bagdad",
  "Asia/Beirut": "Beiroet",
  "Asia/Calcutta": "Kolkata",
  "Asia/Jerusalem": "Jeruzalem",
  "Asia/Kabul": "Kaboel",
  "Asia/Katmandu": "Kathmandu",
  "Asia/Kuwait": "Koeweit",
  "Asia/Saigon": "Ho Chi Minhstad",
  "Asia/Tehran": "Teheran",
  "Asia/Tokyo": "Tokio",
  "Asia/Yerevan": "Jerevan",
  "Atlantic/Azores": "de Azoren",
  "Atlantic/Canary": "de Canarische Eilanden",
  "Atlantic/Faeroe": "de Faeröer",
  "Europe/Athens": "Athene",
  "Europe/Belgrade": "Belgrado",
  "Europe/Berlin": "Berlijn",
  "Europe/Brussels": "Brussel",
  "Europe/Bucharest": "Boekarest",
  "Europe/Budapest": "Boedapest",
  "Europe/Copenhagen": "Kopenhagen",
  "Europe/Kiev": "Kyiv",
  "Europe/Lisbon": "Lissabon",
  "Europe/London": "Londen",
  "Europe/Luxembourg": "Luxemburg",
  "Europe/Moscow": "Moskou",
  "Europe/Paris": "Parijs",
  "Europe/Prague": "Praag",
  "Europe/Tirane": "Tirana",
  "Europe/Vatican": "Vaticaanstad",
  "Europe/Vienna": "Wenen",
  "Europe/Warsaw": "Warschau",
  "Pacific/Easter": "Paaseiland",
};
const inEnglish: Record<string, string> = {
  "America/Curacao": "Curaçao",
  "America/Sao_Paulo": "São Paulo",
  "Asia/Calcutta": "Kolkata",
  "Asia/Katmandu": "Kathmandu",
  "Asia/Saigon": "Ho Chi Minh City",
  "Atlantic/Azores": "the Azores",
  "Atlantic/Canary": "the Canary Islands",
  "Atlantic/Faeroe": "the Faroes",
  "Europe/Kiev": "Kyiv",
  "Europe/Tirane": "Tirana",
  "Pacific/Easter": "Easter Island",
};
const names = { nl: inDutch, en: inEnglish };

/**
 * The place whose clock a zone is: "Lissabon". Intl names zones as experts do ("West-Europese tijd"), and by letters where
 * those are known ("CET"): a city is plainer (decision 0038).
 * @param zone IANA name
 */
export function zoneInWords(zone: string, language: Language): string {
  return names[language][zone] ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** The parts of the world by which zones are called, in Dutch; in English they are called as they are written. */
const partsInDutch: Record<string, string> = {
  ...{ Africa: "Afrika", America: "Amerika", Arctic: "Noordpool", Asia: "Azië", Atlantic: "Atlantische Oceaan", Australia: "Australië" },
  ...{ Antarctica: "Zuidpool", Europe: "Europa", Indian: "Indische Oceaan", Pacific: "Stille Oceaan" },
};
const partsInEnglish: Record<string, string> = { Atlantic: "Atlantic Ocean", Indian: "Indian Ocean", Pacific: "Pacific Ocean" };
const parts = { nl: partsInDutch, en: partsInEnglish };

/** Zones to choose from, by the name of their place and the part of the world: "Londen (Europa)". @param zones IANA names */
export function zonesToChoose(zones: readonly string[], language: Language): { value: string; label: string }[] {
  const { compare } = new Intl.Collator(language);
  return zones
    .map((value) => {
      const [part = "", place] = value.split("/");
      const name = capital(zoneInWords(value, language));
      return { value, label: place ? `${name} (${parts[language][part] ?? part})` : name };
    })
    .sort((one, other) => compare(one.label, other.label));
}
