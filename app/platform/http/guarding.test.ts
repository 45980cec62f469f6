import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { configFrom } from "../config.server";
import { bodyLimit, fromOurPages, safetyHeaders } from "./guarding.server";
import { forLog } from "./listening.server";

const asked = (headers: Record<string, string>) => ({ headers: { host: "localhost:3000", ...headers } }) as unknown as IncomingMessage;

describe("A post", () => {
  it("from our own pages is taken in, and so is one from no browser", () => {
    expect(fromOurPages(asked({ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }))).toBe(true);
    expect(fromOurPages(asked({}))).toBe(true);
  });

  it("from another site is refused, however it is dressed", () => {
    expect(fromOurPages(asked({ origin: "https://evil.example" }))).toBe(false);
    expect(fromOurPages(asked({ origin: "null" }))).toBe(false);
    expect(fromOurPages(asked({ "sec-fetch-site": "cross-site" }))).toBe(false);
    expect(fromOurPages(asked({ origin: "http://localhost:3000", "sec-fetch-site": "same-site" }))).toBe(false);
    expect(fromOurPages(asked({ origin: "http://localhost:4000" }))).toBe(false);
    expect(fromOurPages(asked({ origin: "http://localhost:3000.evil.example" }))).toBe(false);
  });

  it("may bring a photo only to a photo page", () => {
    expect(bodyLimit("/g/1/people/2/photo")).toBeGreaterThan(10_000_000);
    expect(bodyLimit("/g/1/plan/dreams/new")).toBe(262_144);
  });
});

describe("Every answer", () => {
  it("forbids whatever is inline, framed or from elsewhere", () => {
    const policy = safetyHeaders()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe("The log", () => {
  it("never holds the secret of a link, nor what stands behind the question mark", () => {
    expect(forLog("/a/SECRET?answer=yes")).toBe("/a/…");
    expect(forLog("/i/SECRET")).toBe("/i/…");
    expect(forLog("/u/SECRET")).toBe("/u/…");
    expect(forLog("/sign-in/link/SECRET")).toBe("/sign-in/link/…");
    expect(forLog("/calendar/SECRET.ics")).toBe("/calendar/…");
    expect(forLog("/sign-in/code?mail=fatima@kring.example")).toBe("/sign-in/code");
  });
});

describe("The configuration", () => {
  it("shows mails on screen only without a mail server and on this very machine", () => {
    expect(configFrom({}).mailbox).toBe(true);
    expect(configFrom({ SMTP_URL: "smtp://mail.example" }).mailbox).toBe(false);
    expect(configFrom({ APP_URL: "https://kring.example" }).mailbox).toBe(false);
  });

  it("never plays the demo for others than this machine", () => {
    expect(configFrom({ KRING_DEMO: "1" }).demo).toBe(true);
    expect(configFrom({ KRING_DEMO: "1", APP_URL: "https://kring.example" }).demo).toBe(false);
    expect(configFrom({ KRING_DEMO: "1", APP_URL: "http://localhost.evil.example" }).demo).toBe(false);
  });

  it("says which value makes no sense", () => {
    expect(() => configFrom({ PORT: "drie" })).toThrow("PORT");
    expect(() => configFrom({ APP_URL: "kring" })).toThrow("APP_URL");
  });
});
