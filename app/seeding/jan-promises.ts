import type { Audience } from "~/policy/table";
import type { JanPeople } from "./jan-people";

type Name = keyof JanPeople;
/** What, who, for which goal, months ago that it was promised, days later that it was done (or let go). */
export type Done = [string, Name[], string | null, number, number, "letGo"?];
/** What, who, for which goal, months ago that it was promised, in how many days it is due, for whom. */
export type Open = [string, Name[], string | null, number, number | null, Audience?];

export const doneAndDone: Done[] = [
  ["Foto's zoeken van vroeger", ["rita"], null, 73, 20],
  ["Oefenen met de wasmachine", ["jan", "rita"], "cook", 65, 40],
  ["Elke dinsdag samen soep maken", ["jan", "jos"], "cook", 64, 90],
  ["Een kookboek met prenten zoeken", ["lien"], "cook", 62, 16],
  ["Een e-mailadres maken met Jan", ["pieter"], null, 61, 25],
  ["De kookles in het dienstencentrum vragen", ["an"], "cook", 56, 12],
  ["Samen naar de eerste kookles gaan", ["lien", "jan"], "cook", 54, 21],
  ["Bellen naar de manege", ["tom"], "horse", 53, 30],
  ["Een oude helm lenen", ["jos"], "horse", 50, 60, "letGo"],
  ["Naar het open huis van de sociale huisvesting gaan", ["an", "jan"], "house", 47, 18],
  ["Jan inschrijven op de wachtlijst", ["an"], "house", 46, 28],
  ["Een boekje maken voor het geld van de week", ["hilde", "jan"], "budget", 45, 15],
  ["Samen naar de bank voor een eigen kaart", ["rita", "jan"], "budget", 43, 33],
  ["Tajine leren maken", ["fatima", "jan"], "cook", 42, 26],
  ["Elke zondag het geld van de week tellen", ["jan"], "budget", 41, 120],
  ["Een tweedehandsfiets zoeken", ["luc"], "bike", 36, 45],
  ["De fietsclub vragen of Jan een keer mee mag", ["tom"], "bike", 35, 22],
  ["Met Jan een week op proef alleen wonen in het huis van An", ["an", "jan"], "house", 33, 50],
  ["Rondrijden en kijken waar er iets te huur is", ["luc", "jan"], "house", 31, 35],
  ["Het dierenasiel in de buurt bezoeken", ["noor", "jan"], null, 29, 40],
  ["Het huurcontract nalezen", ["an"], "house", 27, 9],
  ["Dozen en een camionette regelen", ["tom"], "move", 26, 30],
  ["Een kast en een zetel zoeken", ["rita", "noor"], "move", 26, 24],
  ["De lampen ophangen", ["luc"], "move", 24, 20],
  ["Een lijst met nummers aan de koelkast hangen", ["mia"], "move", 24, 7],
  ["Kennismaken met de buren", ["jan", "rita"], null, 24, 18],
  ["Een sleutel geven aan Greet", ["jan"], null, 22, 5],
  ["De fiets nazien voor het eerste ritje", ["luc", "jan"], null, 20, 11],
  ["Elke woensdag de hond van Luc uitlaten", ["jan"], "dog", 19, 130],
  ["Uitzoeken welke bus naar Tine rijdt", ["wim"], "bus", 9, 10],
  ["Twee keer samen met de bus naar Tine", ["wim", "jan"], "bus", 8, 30],
  ["Een kaartje maken met de haltes", ["noor"], "bus", 7, 15],
  ["Het dierenasiel bellen over een stage", ["mia"], "stage", 11, 24],
  ["Een brief schrijven voor de kinderboerderij", ["noor", "jan"], "stage", 7, 19],
  ["Vragen of de kinderboerderij hulp zoekt", ["noor"], "stage", 4, 26],
  ["De infoavond van de VDAB bekijken", ["fatima", "jan"], "vdab", 5, 20],
  ["Het lekkende kraantje maken", ["luc"], null, 3, 8],
  ["De huur aan de bank laten betalen", ["an"], null, 5, 17],
  ["Een verrekijker lenen voor de uitstap", ["wim"], null, 2, 12, "letGo"],
  ["Alleen met de bus naar Tine, Wim rijdt erachter", ["wim", "jan"], "bus", 2, 28],
  ["De data van de vakanties op een rij zetten", ["mia"], "weekend", 3, 30],
];

export const stillOpen: Open[] = [
  ["De VDAB bellen over de opleiding", ["fatima"], "vdab", 0, 3],
  ["Het recept van de tajine opschrijven", ["fatima"], null, 1, -4],
  ["Met Jan langsgaan bij het dierenasiel", ["luc", "jan"], "stage", 0, 12],
  ["Werkkleren passen in de winkel", ["jan", "rita"], "stage", 0, 17],
  ["Prijzen vragen van een huisje in De Haan", ["noor"], "weekend", 0, 20],
  ["Vrij vragen op het werk", ["tom"], "weekend", 1, 31],
  ["Het nieuwe rijschema van de bus uitleggen", ["wim"], null, 0, 9],
  ["De brief van de mutualiteit beantwoorden", ["an"], null, 0, 6],
  ["Een agenda maken voor de samenkomst", ["mia"], null, 0, 5],
  ["Meegaan naar het bal van Noor", ["jan"], "fuif", 0, 26, "me"],
];
