/** What is promised to who uses Kring, in the order of docs/promises.md. Each has its words in the texts, and a test that holds it. */
export const promises = [
  ...(["trace", "staff", "kept", "typed", "press", "once", "hour"] as const),
  ...(["history", "backup", "named", "leave", "card", "device", "along", "erased", "ended", "looked", "nobody"] as const),
] as const;
