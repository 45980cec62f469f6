import type { Act } from "../../app/policy/table";

/**
 * Who may do what, from the rules of the domain: yes, own (only with what is about themselves, or what they wrote), or no.
 *   Jan, Rita his assistant, Mia the facilitator, Stan the starter, Fatima a member, Els a professional
 * Written by hand, and not from app/policy/table.ts: a change there must be meant here too.
 */
export const expectedActs: Record<Act, string> = {
  "group.change": "yes yes no no no no",
  "group.handOver": "no no no yes no no",
  "group.takeAlong": "yes yes no no no no",
  "group.close": "yes yes no no no no",
  "group.chooseReaders": "yes no no no no no",
  "group.reopen": "yes yes no no no no",
  "group.erase": "yes no no no no no",
  "group.keep": "yes yes no no no no",
  "group.seeLooks": "yes no no no no no",
  "helper.name": "yes no no yes no no",
  "helper.end": "yes own own yes own no",
  "card.make": "yes yes no yes no no",
  "card.void": "yes yes yes yes no no",
  "member.add": "yes yes no yes no no",
  "member.propose": "no yes yes no yes no",
  "member.welcome": "yes yes no no no no",
  "member.invite": "yes yes no yes no no",
  "member.change": "yes yes own yes own own",
  "mails.choose": "own own own own own own",
  "member.birthday": "own own own own own own",
  "member.leave": "no own own no own own",
  "member.letGo": "yes yes no yes no no",
  "member.place": "yes yes no yes no no",
  "member.reach": "yes yes yes yes own own",
  "facilitator.reach": "yes yes yes yes yes no",
  "note.keep": "no no yes yes no no",
  "gathering.plan": "yes yes yes yes no no",
  "gathering.cancel": "yes yes yes yes no no",
  "gathering.answer": "own own own own own own",
  "gathering.arrange": "own own own own own no",
  "gathering.note": "yes yes yes yes no no",
  "dream.write": "yes yes yes yes no no",
  "dream.comeTrue": "yes yes yes yes no no",
  "goal.write": "yes yes yes yes no no",
  "goal.reach": "yes yes yes yes no no",
  "action.write": "yes yes yes yes yes no",
  "action.done": "yes yes yes yes own no",
  "support.note": "yes yes yes yes own no",
  "entry.changeAudience": "yes yes own own own no",
  "entry.change": "yes yes yes yes own no",
};
