import type { Domain } from "~/support/domains";
/** What people promise each other: the first part, and how it can go on. */
export const doings: [string, string[]][] = [
  [
    "Bellen naar",
    ["de mutualiteit", "het gemeentehuis", "de huisarts", "de VDAB", "de sociale huisvesting", "de bank", "de bibliotheek", "de tandarts"],
  ],
  [
    "Samen naar",
    ["de markt gaan", "de film gaan", "het zwembad gaan", "de bloemenwinkel gaan", "de kinesist gaan", "de zee rijden", "de mis gaan"],
  ],
  [
    "Uitzoeken",
    [
      "welke bus er rijdt",
      "wat de cursus kost",
      "wie er nog mee kan",
      "waar er plaats is",
      "hoe het papier ingevuld moet",
      "wanneer de inschrijving begint",
    ],
  ],
  ["Een afspraak maken met", ["de notaris", "de school", "de jobcoach", "de oogarts", "de trainer", "de huisbaas", "de dirigent"]],
  [
    "Meegaan naar",
    ["het infomoment", "het opendeurweekend", "de eerste les", "het ziekenhuis", "de rommelmarkt", "de repetitie", "het gesprek"],
  ],
  ["Een kaartje sturen naar", ["tante Godelieve", "de vroegere buren", "de ploeg van het werk", "de meter", "de zieke buurman"]],
  [
    "Leren",
    ["wassen op kleur", "soep maken", "een brief schrijven", "de kaart lezen", "foto's doorsturen", "een band plakken", "brood bakken"],
  ],
  ["Het nummer vragen van", ["de klusjesman", "de nieuwe buurvrouw", "de poetsdienst", "de wandelclub", "de zanglerares"]],
  ["Zorgen voor", ["taart", "vervoer", "een rustige plek", "de drank", "de foto's", "een cadeau", "de sleutel", "de tent"]],
  ["Herstellen:", ["de lamp in de gang", "het slot van de fiets", "de lekkende kraan", "de achterdeur", "de rolluik", "de wasmachine"]],
  ["Papieren klaarleggen voor", ["de belastingen", "de verzekering", "de huur", "de toelage", "het abonnement", "de reis"]],
  [
    "Iedereen vragen naar",
    ["een vrije zaterdag", "een oude zetel", "tips voor een cursus", "een fietshelm", "foto's van vroeger", "een kookboek"],
  ],
  ["Een uur", ["wandelen", "oefenen met de bus", "lezen", "puzzelen", "in de tuin werken", "muziek maken", "rekenen"]],
  ["Kijken op internet naar", ["een tweedehandsfiets", "een treinticket", "een vakantiehuis", "een cursus", "goede schoenen", "een bed"]],
];

/** When, or with what in mind; most have none. */
export const endings = [
  "voor het weekend",
  "na de vakantie",
  "als het mooi weer is",
  "met een tas koffie",
  "in de voormiddag",
  "na het werk",
  "stap voor stap",
];

/** Who supports in what, by life domain. */
export const supportWords: Record<Domain, string[]> = {
  housing: [
    "doet klusjes in huis",
    "heeft een sleutel",
    "helpt in de tuin",
    "zet het vuilnis buiten",
    "kijkt de post na",
    "helpt poetsen op vrijdag",
  ],
  learning: ["oefent lezen op woensdag", "legt de computer uit", "oefent de bus", "helpt met de cursus", "rijdt mee naar de opleiding"],
  care: ["kookt op zaterdag", "brengt boodschappen mee", "maakt soep", "helpt met de was", "springt elke ochtend binnen"],
  leisure: [
    "gaat mee naar het voetbal",
    "maakt uitstappen",
    "gaat mee naar de film",
    "fietst op zondag",
    "speelt kaart",
    "gaat mee naar het koor",
  ],
  social: [
    "belt elke avond even",
    "stuurt elke dag een foto",
    "nodigt uit op zondag",
    "komt koffie drinken",
    "houdt de familie op de hoogte",
  ],
  health: ["gaat mee naar de dokter", "gaat mee zwemmen", "wandelt op dinsdag", "haalt de pillen bij de apotheek"],
  money: ["helpt met rekeningen", "kijkt het budget na", "vult de belastingen in", "gaat mee naar de bank"],
  meaning: ["gaat mee naar de mis", "bidt samen op vrijdag", "praat over wat telt", "gaat mee naar het graf van opa"],
};

/** Paid help from outside. */
export const paidWords: [Domain, string][] = [
  ["housing", "woonbegeleiding, 4 uur per week"],
  ["housing", "woonbegeleiding, 1 uur per week"],
  ["housing", "poetst het huis"],
  ["care", "helpt bij het wassen"],
  ["care", "brengt warm eten"],
  ["learning", "zoekt mee naar werk"],
  ["health", "kinesitherapie aan huis"],
  ["money", "beheert het budget mee"],
  ["leisure", "rijdt naar de dagbesteding"],
];

export const places = ["in het buurthuis", "in het dienstencentrum", "in de parochiezaal", "in de bibliotheek", "in het cultuurcafé"];
export const abouts = [
  "We kijken terug op het jaar.",
  "Wat doen we in de zomer?",
  "We praten over werk.",
  "We zoeken een stage.",
  "Wie kan wat betekenen?",
  "De verhuis.",
  "We maken een plan voor de lente.",
  "Samen eten.",
];
export const parties = [
  "Verjaardag",
  "Een dag naar zee",
  "Barbecue in de tuin",
  "Nieuwjaar vieren",
  "Wandeling in het bos",
  "Spelletjesmiddag",
];
