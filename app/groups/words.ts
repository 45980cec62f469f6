import type { Say, TextKey } from "~/i18n/text";
import type { Ring, Role } from "~/policy/table";
import type { Frame } from "./frame";

/** Whose circle it is, and whether the reader is that person. */
type Whose = Pick<Frame, "own" | "name">;

/** What each ring is called. */
export const ringNames = {
  heart: "circle.ringHeart",
  friends: "circle.ringFriends",
  joining: "circle.ringJoining",
  paid: "circle.ringPaid",
} as const satisfies Record<Ring, TextKey>;

/** Who stands in each ring, said to whoever looks. */
export function ringHints({ own, name }: Whose, t: Say): Record<Ring, string> {
  return {
    heart: own ? t("circle.ringHeartHintOwn") : t("circle.ringHeartHint", { name }),
    friends: own ? t("circle.ringFriendsHintOwn") : t("circle.ringFriendsHint", { name }),
    joining: t("circle.ringJoiningHint"),
    paid: t("circle.ringPaidHint"),
  };
}

/** What each role is called, but for that of the central person. */
export const roleNames = {
  facilitator: "circle.roleFacilitator",
  starter: "circle.roleStarter",
  member: "circle.roleMember",
  professional: "circle.roleProfessional",
} as const satisfies Record<Exclude<Role, "central">, TextKey>;

/** A role or ring as a form sends it, in words. */
export function placeWord(t: Say, value: string): string {
  const names: Record<string, TextKey> = { ...ringNames, ...roleNames };
  const found = names[value];
  return found ? t(found) : value;
}

interface InRole {
  role: Role;
  capacity: "personal" | "mandate" | null;
  function: string | null;
  service: string | null;
}

/** A role in words, with where a professional comes from: "Beroepskracht: woonbegeleider bij Dienst De Brug". */
export function roleInWords(t: Say, { own, name }: Whose, { role, capacity, function: work, service }: InRole): string {
  if (role === "central") return own ? t("circle.roleCentralOwn") : t("circle.roleCentral", { name });
  if (role !== "professional") return t(roleNames[role]);
  if (capacity === "mandate" && work && service) return t("circle.roleMandate", { function: work, service });
  return t(capacity === "personal" ? "circle.rolePersonal" : "circle.roleProfessional");
}
