import { data, redirect } from "@remix-run/node";
import type { LookedAt } from "~/groups/looking";
import { noteLook } from "~/groups/looking.server";
import type { Language, Say } from "~/i18n/text";
import { say } from "~/i18n/text";
import { notFound, Refusal } from "~/platform/refusal";
import { actorOrRefusal } from "~/policy/acting";
import type { Act } from "~/policy/table";
import { type MemberViewer, memberOf, type Person, type StaffViewer, staffOf, throughTheirEyes } from "~/policy/viewer.server";

/** What a request brings to every loader and action: who asks, when, from where, in which language. */
interface Asking {
  person: Person | null;
  sessionId: string | null;
  /** Moment of the request, UTC. */
  now: string;
  language: Language;
  /** Network address, for limits only; never stored. */
  address: string;
  /** The request was made on this very machine: only there does the demo open a door, and are kept mails shown. */
  here: boolean;
  /** What the browser calls itself. */
  device: string;
  /** A form was sent: a page that is drawn now brings it back. */
  posted: boolean;
  /** Adds a Set-Cookie header to the answer. */
  setCookie(header: string): void;
  /** The member through whose eyes a page is drawn, by who may look through them; else null. */
  eyes: string | null;
  /** A page of this same group, as a member of it sees it. @returns null when it is no page to them */
  drawThrough(eyes: string, path: string): Promise<string | null>;
  /** Set when something was refused outside a form: the answer is then a page that says why. */
  refused: Refusal | null;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends Asking {}
  interface Future {
    v3_singleFetch: true;
  }
}

/** The part of a loader's or action's arguments that says who asks. */
export interface Asked {
  request: Request;
  params: Record<string, string | undefined>;
  context: Asking;
}

/** @throws a redirect to the sign-in page, which leads back here */
export function signedIn({ request, context }: Asked): Person {
  if (context.person) return context.person;
  const url = new URL(request.url);
  const next = request.method === "GET" ? url.pathname + url.search : "/me";
  throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}

/** The member that asks for something in the group of this address. @throws 404, the same for a group that is not theirs as for none */
export function memberViewer(asked: Asked): MemberViewer {
  const { groupId = "" } = asked.params;
  const { eyes, now } = asked.context;
  const person = signedIn(asked);
  const viewer = eyes ? throughTheirEyes(eyes, groupId, now) : memberOf(person, groupId, now);
  if (!viewer) throw notFound();
  return viewer;
}

/** The same for a page with what people wrote: the central person can see afterwards who looked. */
export function memberLooking(asked: Asked, page: LookedAt): MemberViewer {
  const viewer = memberViewer(asked);
  noteLook(viewer, page);
  return viewer;
}

/** The staff member that asks for something of the organisation of this address. @throws 404 likewise */
export function staffViewer(asked: Asked): StaffViewer {
  const viewer = staffOf(signedIn(asked), asked.params.organisationId ?? "", asked.context.now);
  if (!viewer) throw notFound();
  return viewer;
}

/** For a page that exists only to do something. @throws 403 with the reason, in words, when this member may not */
export function offered(viewer: MemberViewer, act: Act, aboutId?: string | readonly string[] | null): void {
  try {
    actorOrRefusal(viewer, act, aboutId);
  } catch (error) {
    if (error instanceof Refusal) throw data(error.words, { status: 403 });
    throw error;
  }
}

/**
 * For a form that can't be filled in any more: leads on to where one sees why. Who had it open already and sends it, gets it
 * back with what they typed, and why it was refused.
 * @throws the redirect
 */
export function leadOn({ context }: Asked, to: string): void {
  if (!context.posted) throw redirect(to);
}

/** How to say things to whoever asks. */
export function sayTo({ context }: Asked): Say {
  return say(context.language);
}
