import type { Ring, Role } from "~/policy/table";

/** One of the people of all tests and of the demo. All are invented. */
export interface CastMember {
  name: string;
  role: Role;
  ring: Ring | null;
  relation: string;
  /** Address under example.org, or none. */
  mail: string | null;
  hue: number;
  capacity?: "personal" | "mandate";
  function?: string;
  service?: string;
}

/** Jan's circle. Rita is his mother and, as the one who made the circle, his assistant. Greet has no mail address. */
export const cast = {
  jan: { name: "Jan", role: "central", ring: null, relation: "", mail: "jan@kring.example", hue: 0 },
  rita: { name: "Rita", role: "member", ring: "heart", relation: "mama", mail: "rita@kring.example", hue: 9 },
  tom: { name: "Tom", role: "member", ring: "heart", relation: "broer", mail: "tom@kring.example", hue: 8 },
  an: { name: "An", role: "member", ring: "heart", relation: "zus", mail: "an@kring.example", hue: 2 },
  fatima: { name: "Fatima", role: "member", ring: "friends", relation: "vriendin van de kookles", mail: "fatima@kring.example", hue: 5 },
  luc: { name: "Luc", role: "member", ring: "friends", relation: "oude buurman", mail: "luc@kring.example", hue: 7 },
  noor: { name: "Noor", role: "member", ring: "friends", relation: "collega", mail: "noor@kring.example", hue: 3 },
  mia: { name: "Mia", role: "facilitator", ring: "joining", relation: "begeleider", mail: "mia@kring.example", hue: 10 },
  greet: { name: "Greet", role: "member", ring: "joining", relation: "buurvrouw", mail: null, hue: 4 },
  wim: { name: "Wim", role: "member", ring: "joining", relation: "van de fietsclub", mail: "wim@kring.example", hue: 11 },
  els: {
    name: "Els",
    role: "professional",
    ring: "paid",
    relation: "woonbegeleider",
    mail: "els@kring.example",
    hue: 6,
    capacity: "mandate",
    function: "woonbegeleider",
    service: "Dienst De Brug",
  },
} as const satisfies Record<string, CastMember>;

export type CastName = keyof typeof cast;

/** Somebody of the organisation, who starts circles and leaves them again. */
export const staff = { name: "Sofie", mail: "sofie@plan.example", organisation: "Plan" } as const;

/** The central person of another circle, who must never see anything of Jan's. */
export const stranger = { name: "Omar", mail: "omar@kring.example" } as const;
