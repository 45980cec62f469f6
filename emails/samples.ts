import type { Say } from "../app/i18n/text";
import { cardUsedLetter } from "./card-used";
import { circleClosedLetter, circleReopenedLetter } from "./circle-closed";
import { circleEndsLetter, circleStaysLetter } from "./circle-ends";
import { circleMovedLetter } from "./circle-moved";
import { backLetter, leftLetter } from "./coming-and-going";
import { dateGivenUpLetter, dateSoughtLetter } from "./date-poll";
import { dayDueLetter } from "./day-due";
import { digestLetter } from "./digest";
import { askedLetter, cancelledLetter, changedLetter, gatheringLetter, onLetter } from "./gathering";
import { handoverLetter } from "./handover";
import { helperNamedLetter } from "./helper-named";
import { invitationLetter } from "./invitation";
import type { Letter } from "./letter";
import { liftLetter } from "./lift";
import { mailNotReadLetter } from "./mail-not-read";
import { newDeviceLetter, newPasskeyLetter } from "./new-device";
import { reminderLetter } from "./reminder";
import { calendarFollowsLetter, goesOnLetter, pausedLetter, seriesChangedLetter, seriesLetter } from "./series";
import { signInLetter } from "./sign-in";
import { unreachedLetter } from "./unreached";
import { wishToJoinLetter } from "./wish-to-join";

/** A letter of each kind with invented facts, for the preview in development and for tests that read them all. */
export function sampleLetters(t: Say, language: "nl" | "en"): Record<string, Letter> {
  const address = "http://localhost:3000";
  const written = { t, language };
  const dutch = language === "nl";
  const about = {
    ...written,
    central: "Jan",
    own: false,
    by: "Mia",
    day: dutch ? "Dinsdag 1 december" : "Tuesday 1 December",
    when: dutch ? "Dinsdag 1 december 2026. Van 19.30 uur tot ongeveer 21.30 uur" : "Tuesday 1 December 2026. From 19:30 until about 21:30",
    place: dutch ? "bij Jan thuis" : "at Jan's home",
  };
  const asks = {
    about: dutch ? "De verhuis" : "The move",
    answerHref: `${address}/a/lV9Q8G1Y3tq0Zr7m2c5XwE4kB6nHsU_aJpD-ofTiRyM`,
    fewerHref: `${address}/u/lV9Q8G1Y3tq0Zr7m2c5XwE4kB6nHsU_aJpD-ofTiRyM`,
  };
  const online = { href: "https://meet.example.org/KringVanJan", host: "meet.example.org" };
  const until = dutch ? "vrijdag 27 november" : "Friday 27 November";
  return {
    signIn: signInLetter({
      ...written,
      name: "Fatima",
      code: "048213",
      href: `${address}/sign-in/link/lV9Q8G1Y3tq0Zr7m2c5XwE4kB6nHsU_aJpD-ofTiRyM`,
      minutes: 15,
    }),
    invitation: invitationLetter({
      ...written,
      name: "Fatima",
      central: "Jan",
      own: false,
      by: t("app.byForWithin", { by: "Rita", for: "Jan" }),
      until: language === "nl" ? "23 december 2026" : "23 December 2026",
      href: `${address}/i/lV9Q8G1Y3tq0Zr7m2c5XwE4kB6nHsU_aJpD-ofTiRyM`,
    }),
    circleEnds: circleEndsLetter({
      ...{ ...written, name: "Jan", own: false, day: dutch ? "10 december 2026" : "10 December 2026", href: `${address}/me/take-along` },
    }),
    circleStays: circleStaysLetter({ ...written, name: "Jan", own: false, href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8` }),
    circleClosed: circleClosedLetter({
      ...{ ...written, name: "Jan", own: false, by: "Rita", forName: "Jan", inMemory: false, stays: true },
      ...{ word: dutch ? "Dank je voor alles." : "Thank you for everything.", href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8` },
    }),
    circleReopened: circleReopenedLetter({ ...written, name: "Jan", own: false, href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8` }),
    wishToJoin: wishToJoinLetter({
      ...{
        ...written,
        central: "Jan",
        own: true,
        who: "Greet",
        by: "Fatima",
        word: dutch ? "Ze woont naast jou." : "She lives next door.",
      },
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/circle/wishes/01M85MVJ5WP7STTSP1AZMK6ES9`,
    }),
    newDevice: newDeviceLetter({
      ...written,
      name: "Fatima",
      device: t("device.with", { kind: t("device.phone"), browser: "Firefox" }),
      when: t("app.inBrussels", { when: dutch ? "dinsdag 1 december om 19.30 uur" : "Tuesday 1 December at 19:30" }),
      href: `${address}/me/devices`,
    }),
    newPasskey: newPasskeyLetter({
      ...written,
      name: "Fatima",
      device: t("device.with", { kind: t("device.phone"), browser: "Firefox" }),
      when: t("app.inBrussels", { when: dutch ? "dinsdag 1 december om 19.30 uur" : "Tuesday 1 December at 19:30" }),
      href: `${address}/me/passkeys`,
    }),
    cardUsed: cardUsedLetter({
      ...written,
      central: "Jan",
      name: "Jan",
      when: dutch ? "dinsdag 1 december om 19.30 uur" : "Tuesday 1 December at 19:30",
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/people/01M85MVJ5WP7STTSP1AZMK6ES9/card`,
    }),
    seriesPlanned: seriesLetter({
      ...about,
      ...asks,
      sentences: dutch
        ? ["Elke eerste dinsdag van de maand om 19.30 uur, 2 uur lang, bij Jan thuis"]
        : ["Every first Tuesday of the month at 19:30, for 2 hours, at Jan's home"],
      days: dutch
        ? ["Dinsdag 1 december 2026 om 19.30 uur", "Dinsdag 5 januari 2027 om 19.30 uur", "Dinsdag 2 februari 2027 om 19.30 uur"]
        : ["Tuesday 1 December 2026 at 19:30", "Tuesday 5 January 2027 at 19:30", "Tuesday 2 February 2027 at 19:30"],
    }),
    seriesChanged: seriesChangedLetter({
      ...{ ...about, day: dutch ? "Donderdag 3 december" : "Thursday 3 December", answerHref: asks.answerHref },
      sentences: dutch
        ? ["Elke eerste donderdag van de maand om 20.00 uur, 2 uur lang, in de zaal"]
        : ["Every first Thursday of the month at 20:00, for 2 hours, in the hall"],
      days: dutch ? ["Donderdag 3 december 2026 om 20.00 uur"] : ["Thursday 3 December 2026 at 20:00"],
      off: dutch ? ["Dinsdag 15 december 2026 om 19.30 uur"] : ["Tuesday 15 December 2026 at 19:30"],
      online: { now: online },
      ...{ back: false, mine: null },
    }),
    seriesUndone: seriesChangedLetter({
      ...{ ...about, answerHref: asks.answerHref },
      sentences: dutch
        ? ["Elke eerste dinsdag van de maand om 19.30 uur, 2 uur lang, bij Jan thuis"]
        : ["Every first Tuesday of the month at 19:30, for 2 hours, at Jan's"],
      days: dutch ? ["Dinsdag 1 december 2026 om 19.30 uur"] : ["Tuesday 1 December 2026 at 19:30"],
      ...{ off: [], online: null, back: true, mine: "yes" },
    }),
    calendarFollows: calendarFollowsLetter(about),
    circleMoved: circleMovedLetter({
      ...{ ...about, by: t("app.byForWithin", { by: "Rita", for: "Jan" }), city: dutch ? "Lissabon" : "Lisbon" },
      next: t("zone.mailWhen", { when: about.when, city: dutch ? "Lissabon" : "Lisbon" }),
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings`,
    }),
    circlePaused: pausedLetter({
      ...about,
      when: dutch ? "Van donderdag 1 juli tot en met dinsdag 31 augustus" : "From Thursday 1 July until Tuesday 31 August",
      next: dutch ? "dinsdag 7 september om 19.30 uur" : "Tuesday 7 September at 19:30",
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings`,
    }),
    circleGoesOn: goesOnLetter({
      ...about,
      days: dutch ? ["Dinsdag 7 september 2027 om 19.30 uur"] : ["Tuesday 7 September 2027 at 19:30"],
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings`,
    }),
    gatheringAsked: askedLetter({ ...about, ...asks, until }),
    dayDue: dayDueLetter({
      ...{ ...about, ...asks, often: t("undated.times", { number: t("undated.number4") }), month: dutch ? "maart 2027" : "March 2027" },
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings/dates/new?series=01M85MVJ5WP7STTSP1AZMK6ES9`,
    }),
    reminder: reminderLetter({
      ...about,
      about: asks.about,
      ...{ mine: null, online },
      coming: 5,
      promised: dutch ? "Je neemt Fatima mee. Je brengt mee: soep." : "You are taking Fatima along. You are bringing: soup.",
      answerHref: asks.answerHref,
      chooseHref: `${asks.fewerHref}/reminder`,
    }),
    digest: digestLetter({
      ...{ ...about, month: dutch ? "november" : "November", more: 4, morePromises: 0 },
      happened: dutch
        ? [
            "Tom is bij de kring gekomen.",
            "Mia heeft laten weten dat een doel gelukt is: een appartement zoeken",
            "Rita, voor Jan, heeft een droom opgeschreven: alleen wonen",
          ]
        : [
            "Tom joined the circle.",
            "Mia shared that a goal worked out: finding a flat",
            "Rita, for Jan, wrote down a dream: living alone",
          ],
      promises: [{ text: dutch ? "De VDAB bellen" : "Call the VDAB", due: dutch ? "Tegen vrijdag 4 december" : "By Friday 4 December" }],
      next: { when: dutch ? "Dinsdag 8 december 2026 om 19.30 uur" : "Tuesday 8 December 2026 at 19:30", place: about.place, mine: null },
      storyHref: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/story`,
      fewerHref: `${asks.fewerHref}/digest`,
    }),
    lift: liftLetter({
      ...{
        ...about,
        what: "taken",
        seeks: true,
        name: "Mia",
        word: dutch ? "Ik vertrek om 19 uur in Mechelen." : "I leave from Mechelen at 7 o'clock.",
      },
      ...{ notedBy: null, href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings/01M85MVJ5WP7STTSP1AZMK6ES9` },
    }),
    liftLost: liftLetter({
      ...{ ...about, what: "lost", seeks: true, name: "Mia", word: "", notedBy: null },
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings/01M85MVJ5WP7STTSP1AZMK6ES9`,
    }),
    mailNotReadWhen: mailNotReadLetter({
      ...{ ...about, day: null, answerHref: null, href: null, taken: null },
      whenHref: `${address}/p/lV9Q8G1Y3tq0Zr7m2c5XwE4kB6nHsU_aJpD-ofTiRyM`,
    }),
    mailNotRead: mailNotReadLetter({ ...about, answerHref: asks.answerHref, whenHref: null, href: null, taken: null }),
    dateSought: dateSoughtLetter({
      ...{
        ...about,
        about: asks.about,
        fewerHref: asks.fewerHref,
        byReply: true,
        until,
      },
      moments: dutch
        ? ["Dinsdag 1 december 2026 om 19.30 uur", "Donderdag 3 december 2026 om 19.30 uur", "Zaterdag 5 december 2026 om 15.00 uur"]
        : ["Tuesday 1 December 2026 at 19:30", "Thursday 3 December 2026 at 19:30", "Saturday 5 December 2026 at 15:00"],
      href: `${address}/p/lV9Q8G1Y3tq0Zr7m2c5XwE4kB6nHsU_aJpD-ofTiRyM`,
    }),
    dateGivenUp: dateGivenUpLetter(about),
    gatheringPlanned: gatheringLetter({ ...about, ...asks, until, byReply: true, mine: null }),
    gatheringChosen: gatheringLetter({ ...about, ...asks, mine: "yes" }),
    gatheringChanged: changedLetter({
      back: false,
      ...{ ...about, from: dutch ? "dinsdag 8 december om 19.30 uur" : "Tuesday 8 December at 19:30", fromPlace: null },
      ...{ online: null, answerHref: asks.answerHref, mine: null, href: null },
    }),
    gatheringOnline: changedLetter({
      ...{ ...about, back: false, from: null, fromPlace: null, online: { now: online }, answerHref: null, mine: null },
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings/01M85MVJ5WP7STTSP1AZMK6ES9`,
    }),
    gatheringOn: onLetter({ ...about, href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings/01M85MVJ5WP7STTSP1AZMK6ES9` }),
    gatheringCancelled: cancelledLetter({
      ...about,
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8/gatherings/01M85MVJ5WP7STTSP1AZMK6ES9`,
    }),
    personLeft: leftLetter({
      ...written,
      central: "Jan",
      own: true,
      who: "Greet",
      word: dutch ? "Het was fijn." : "It was good.",
      href: `${address}/g/1/circle`,
    }),
    unreached: unreachedLetter({ ...written, central: "Jan", own: false, who: "Fatima", href: `${address}/g/1/people/2` }),
    personBack: backLetter({ ...written, central: "Jan", href: `${address}/g/1` }),
    helperNamed: helperNamedLetter({ ...written, name: "Jan", by: null, href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8` }),
    handover: handoverLetter({
      ...written,
      name: "Jan",
      own: false,
      starter: "Sofie",
      facilitators: ["Mia"],
      names: "Mia",
      you: true,
      href: `${address}/g/01M85MVJ5WP7STTSP1AZMK6ES8`,
    }),
  };
}
