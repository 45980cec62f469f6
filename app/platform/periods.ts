/**
 * How many days something is kept once it has had its use; then a chore deletes it. What people wrote has no period: it
 * stays until they erase it. The census (test/census) files every table under one of these or under "until erased".
 */
export const daysKept = {
  /** After it was used, or became too old to be. */
  signInCode: 1,
  /** After it became too old to be answered; answering deletes it at once. */
  passkeyChallenge: 1,
  /** After it ended by itself; signing out deletes it at once. */
  session: 0,
  /** After somebody last asked for a code in it. */
  knownBrowser: 400,
  /** After the form was taken in: longer than anybody leaves a page open. */
  formKey: 7,
  /** After it was sent, dropped or given up. What it said is wiped at once. */
  mail: 30,
  /** After a month was told of: longer than a month, in which it is not told again. */
  digest: 62,
  /** After it became too old to open anything. */
  mailLink: 30,
  /** How a series was before it changed: so long can that be undone. */
  seriesChange: 31,
  /** After the day on which somebody looked. */
  look: 365,
  /** After somebody who asked to join was answered. */
  wishToJoin: 30,
  /** A photo's file that no row shows: one whose saving was broken off, or whose circle is erased. */
  photo: 1,
  /** A database or photos put aside by a migration or a restore. */
  copy: 30,
} as const;

/** How many days a circle still stands after its central person asked to have it erased: time to take things along, and to think better of it. */
export const daysBeforeErasing = 14;
