/**
 * Who may see and do what, for everybody to read. Nothing else in the code decides this: reads take their `where` from
 * `sees` (visible.server.ts), acts ask `mayDo` before they change anything (acting.ts), pages ask it for their buttons.
 */

/** How someone stands in a group. An assistant has a role of their own, and may besides do what the central person may. */
export const roles = ["central", "facilitator", "starter", "member", "professional"] as const;
export type Role = (typeof roles)[number];

/** How near someone is, from the inside out. */
export const rings = ["heart", "friends", "joining", "paid"] as const;
export type Ring = (typeof rings)[number];

/** For whom something is: the central person alone, the facilitators too, all but professionals, everyone in the group. */
export const audiences = ["me", "facilitators", "network", "everyone"] as const;
export type Audience = (typeof audiences)[number];

/** Which audiences someone belongs to. What they wrote themselves they always see. */
export const sees: Record<Role, readonly Audience[]> = {
  central: ["me", "facilitators", "network", "everyone"],
  facilitator: ["facilitators", "network", "everyone"],
  starter: ["facilitators", "network", "everyone"],
  member: ["network", "everyone"],
  professional: ["everyone"],
};

/**
 * Who may do what. "own" beside a role: only with what is about themselves (their own answer, promise, face) or what
 * they wrote. A starter is a starter only until the handover; after it they are nobody here.
 */
export const mayDo = {
  "group.change": ["central"],
  "group.handOver": ["starter"],
  "group.takeAlong": ["central"],
  "group.close": ["central"],
  "group.chooseReaders": ["central"],
  "group.reopen": ["central"],
  "group.erase": ["central"],
  "group.keep": ["central"],
  "group.seeLooks": ["central"],
  "helper.name": ["central", "starter"],
  "helper.end": ["central", "starter", "facilitator:own", "member:own"],
  "card.make": ["central", "starter"],
  "card.void": ["central", "facilitator", "starter"],
  "member.add": ["central", "starter"],
  "member.propose": ["facilitator", "member"],
  "member.welcome": ["central"],
  "member.invite": ["central", "starter"],
  "member.change": ["central", "starter", "facilitator:own", "member:own", "professional:own"],
  "mails.choose": ["central:own", "facilitator:own", "starter:own", "member:own", "professional:own"],
  "member.birthday": ["central:own", "facilitator:own", "starter:own", "member:own", "professional:own"],
  "member.clock": ["central:own", "facilitator:own", "starter:own", "member:own", "professional:own"],
  "member.leave": ["facilitator:own", "member:own", "professional:own"],
  "member.letGo": ["central", "starter"],
  "member.place": ["central", "starter"],
  "member.reach": ["central", "starter", "facilitator", "member:own", "professional:own"],
  "facilitator.reach": ["central", "starter", "facilitator", "member"],
  "note.keep": ["facilitator", "starter"],
  "gathering.plan": ["central", "facilitator", "starter"],
  "gathering.cancel": ["central", "facilitator", "starter"],
  "gathering.answer": ["central:own", "facilitator:own", "starter:own", "member:own", "professional:own"],
  "gathering.arrange": ["central:own", "facilitator:own", "starter:own", "member:own"],
  "gathering.note": ["central", "facilitator", "starter"],
  "dream.write": ["central", "facilitator", "starter"],
  "dream.comeTrue": ["central", "facilitator", "starter"],
  "goal.write": ["central", "facilitator", "starter"],
  "goal.reach": ["central", "facilitator", "starter"],
  "action.write": ["central", "facilitator", "starter", "member"],
  "action.done": ["central", "facilitator", "starter", "member:own"],
  "support.note": ["central", "facilitator", "starter", "member:own"],
  "entry.changeAudience": ["central", "facilitator:own", "starter:own", "member:own"],
  "entry.change": ["central", "facilitator", "starter", "member:own"],
} as const satisfies Record<string, readonly (Role | `${Role}:own`)[]>;

export type Act = keyof typeof mayDo;

/** As what somebody can be named to act for the central person: nobody who is there for work, since they see all that the central person sees. */
export const helperRoles = ["facilitator", "member"] as const satisfies readonly Role[];

/**
 * What can't be done by who signed in with a card, which may be lost or borrowed: they see, answer and add, and change
 * nothing of who belongs and who may do what. Stopping somebody's help they always can.
 */
export const notByCard: readonly Act[] = [
  ...(["group.change", "group.handOver", "group.takeAlong", "group.close", "group.chooseReaders", "group.reopen", "group.erase"] as const),
  ...(["helper.name", "card.make", "card.void"] as const),
  ...(["member.add", "member.welcome", "member.invite", "member.change", "member.leave", "member.letGo", "member.place"] as const),
];

/** What of this the central person does themselves: nobody who acts for them can. */
export const theirsAlone: readonly Act[] = ["helper.name", "helper.end", "group.chooseReaders", "group.erase", "group.seeLooks"];

/** What can still be done once a circle is closed: it is read, and who sees what stays the central person's to decide. */
export const whenClosed: readonly Act[] = [
  ...(["group.change", "group.takeAlong", "group.reopen", "group.erase", "group.keep", "group.seeLooks", "helper.end"] as const),
  ...(["card.void", "member.leave", "member.letGo", "member.reach", "facilitator.reach", "entry.changeAudience"] as const),
];
