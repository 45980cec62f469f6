import type { Say, TextKey } from "~/i18n/text";
import type { Ring, Role } from "~/policy/table";

/** What each ring is called. */
export const ringNames = {
  heart: "circle.ringHeart",
  friends: "circle.ringFriends",
  joining: "circle.ringJoining",
  paid: "circle.ringPaid",
} as const satisfies Record<Ring, TextKey>;

/** Who stands in each ring. */
export const ringHints = {
  heart: "circle.ringHeartHint",
  friends: "circle.ringFriendsHint",
  joining: "circle.ringJoiningHint",
  paid: "circle.ringPaidHint",
} as const satisfies Record<Ring, TextKey>;

/** What each role is called. */
export const roleNames = {
  central: "circle.roleCentral",
  facilitator: "circle.roleFacilitator",
  starter: "circle.roleStarter",
  member: "circle.roleMember",
  professional: "circle.roleProfessional",
} as const satisfies Record<Role, TextKey>;

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
export function roleInWords(t: Say, { role, capacity, function: work, service }: InRole): string {
  if (role !== "professional") return t(roleNames[role]);
  if (capacity === "mandate" && work && service) return t("circle.roleMandate", { function: work, service });
  return t(capacity === "personal" ? "circle.rolePersonal" : "circle.roleProfessional");
}
