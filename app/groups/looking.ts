/** The pages with what people wrote, by the words that they stand under. */
export const lookedAt = ["home", "circle", "gatherings", "plan", "support", "story"] as const;
export type LookedAt = (typeof lookedAt)[number];
