/** Of which kind a device is, and by which name people know its browser; null for one that says something else. */
export interface Device {
  kind: "phone" | "tablet" | "computer" | "unknown";
  browser: string | null;
}

/** Each names itself after those that it looks like, so the first that fits is it. */
const browsers: [name: string, says: RegExp][] = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
];

/** What a browser calls itself, in words that somebody knows their device by. @param userAgent as it was sent (RFC 9110, 10.1.5) */
export function deviceOf(userAgent: string): Device {
  const browser = browsers.find(([, says]) => says.test(userAgent))?.[0] ?? null;
  if (/\biPad\b|\bTablet\b|Android(?!.*\bMobile\b)/.test(userAgent)) return { kind: "tablet", browser };
  if (/\biPhone\b|\bMobile\b|\bAndroid\b/.test(userAgent)) return { kind: "phone", browser };
  return { kind: /\b(Windows|Macintosh|X11|CrOS|Linux)\b/.test(userAgent) ? "computer" : "unknown", browser };
}
