import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { configFrom } from "../config.server";
import { bodyLimit, formType, fromOurPages, fromThisMachine, networkOf, safetyHeaders, takes } from "./guarding.server";

const asked = (headers: Record<string, string>) => ({ headers: { host: "localhost:3000", ...headers } }) as unknown as IncomingMessage;

describe("A post", () => {
  it("from our own pages is taken in, and so is one from no browser", () => {
    expect(fromOurPages(asked({ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }))).toBe(true);
    expect(fromOurPages(asked({ origin: "http://localhost:3000", host: "elsewhere" }))).toBe(true);
    expect(fromOurPages(asked({ "sec-fetch-site": "none" }))).toBe(true);
    expect(fromOurPages(asked({}))).toBe(true);
  });

  it("on this machine may come from whatever this machine is called, when it goes there too", () => {
    const from = (origin: string, host: string) => fromOurPages(asked({ origin, host }));
    expect(from("http://127.0.0.1:4000", "127.0.0.1:4000")).toBe(true);
    expect(from("http://127.0.0.1:4000", "127.0.0.1:4001")).toBe(false);
    expect(from("http://evil.example", "evil.example")).toBe(false);
  });

  it("from another site is refused, however it is dressed up", () => {
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

describe("A request from this very machine", () => {
  const from = (remoteAddress: string, headers: Record<string, string>) =>
    fromThisMachine({ headers, socket: { remoteAddress } } as unknown as IncomingMessage);

  it("comes over its own wire, to a name of its own, and from no proxy", () => {
    for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
      for (const host of ["localhost:3000", "127.0.0.1", "[::1]:3000"]) expect(from(address, { host })).toBe(true);
    for (const address of ["192.0.2.1", "::ffff:192.0.2.1", "fe80::1", ""]) expect(from(address, { host: "localhost" })).toBe(false);
    for (const host of ["kring.example", "localhost.evil.example", "192.0.2.1", "", "@localhost/", "localhost@evil.example"])
      expect(from("127.0.0.1", { host })).toBe(false);
    expect(from("127.0.0.1", {})).toBe(false);
    for (const header of ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"])
      expect(from("127.0.0.1", { host: "localhost", [header]: "127.0.0.1" })).toBe(false);
  });
});

describe("What a post brings", () => {
  it("is written as a form, and not packed", () => {
    for (const type of ["application/x-www-form-urlencoded", "Multipart/Form-Data; boundary=x"])
      expect(formType(asked({ "content-type": type }))).toBe(true);
    for (const type of ["application/json", "text/plain", "", "application/x-www-form-urlencodedx"])
      expect(formType(asked({ "content-type": type }))).toBe(false);
    expect(formType(asked({ "content-type": "application/x-www-form-urlencoded", "content-encoding": "gzip" }))).toBe(false);
    const inbound = (headers: Record<string, string>, url = "/mail/inbound") => formType({ ...asked(headers), url } as IncomingMessage);
    expect(inbound({ "content-type": "message/rfc822" })).toBe(true);
    expect(inbound({ "content-type": "message/rfc822", "content-encoding": "gzip" })).toBe(false);
    expect(inbound({ "content-type": "message/rfc822" }, "/mail/inbound/x")).toBe(false);
  });
});

describe("An answer", () => {
  it("is packed only for who says that they can unpack it so", () => {
    const takesBr = (accepted: string) => takes(asked({ "accept-encoding": accepted }), "br");
    for (const accepted of ["br", "gzip, deflate, br", "gzip;q=0.5, BR;q=0.1", "br;q=1.0"]) expect(takesBr(accepted)).toBe(true);
    for (const accepted of ["", "gzip", "br;q=0", "br; q=0.00", "gzip, x-br", "*"]) expect(takesBr(accepted)).toBe(false);
    expect(takesBr("br;xq=0")).toBe(true);
    expect(takesBr("br;q=0.01")).toBe(true);
    expect(takes(asked({}), "gzip")).toBe(false);
  });
});

describe("Every answer", () => {
  const told = (env: Parameters<typeof configFrom>[0]) => safetyHeaders(configFrom(env));
  const own = ["script", "style", "img", "font", "connect", "manifest", "frame"].map((kind) => `${kind}-src 'self'`).join("; ");

  it("forbids whatever is inline, framed or from elsewhere", () => {
    expect(told({})).toEqual({
      "content-security-policy": `default-src 'none'; ${own}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(safetyHeaders()).toEqual(told({}));
  });

  it("keeps to https for two years once it came over it, but for who develops", () => {
    const APP_URL = "https://kring.example";
    const stays = "strict-transport-security";
    expect(told({ APP_URL })[stays]).toBe("max-age=63072000");
    expect(told({ APP_URL, NODE_ENV: "development" })[stays]).toBeUndefined();
    expect(told({ APP_URL: "http://https.example" })[stays]).toBeUndefined();
    expect(told({ NODE_ENV: "production" })[stays]).toBeUndefined();
  });
});

describe("A network, for limits,", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["192.0.2.7:51234", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["[::ffff:c000:207]:443", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["[2001:DB8:1:2::a]:8080", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%%x", "fe80:0:0:0::/64"],
    ["2001:db8:1::2:3:4:5", "2001:db8:1:0::/64"],
    ["2001:db8:1:2:3:4:5::", "2001:db8:1:2::/64"],
    ["[192.0.2.7]:443", "192.0.2.7"],
    ["[192.0.2.7]", "192.0.2.7"],
    ["x[192.0.2.7]", "unknown"],
    ["[192.0.2.7]x", "unknown"],
    ["192.0.2.7:51234:", "unknown"],
    ["192.0.2.7:", "unknown"],
    ["1:2:3:4:5:6:0.0.0.7", "1:2:3:4::/64"],
    ["_hidden", "unknown"],
    ["", "unknown"],
  ])("of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});

describe("The configuration", () => {
  it("shows mails on screen only without a mail server and on this very machine", () => {
    expect(configFrom({}).mailbox).toBe(true);
    expect(configFrom({ SMTP_URL: "smtp://mail.example" }).mailbox).toBe(false);
    expect(configFrom({ APP_URL: "https://kring.example" }).mailbox).toBe(false);
  });

  it("listens to this machine alone unless told otherwise, and shows neither mails nor demo to a network", () => {
    expect(configFrom({}).host).toBe("127.0.0.1");
    for (const HOST of ["0.0.0.0", "::", "192.0.2.1", "kring.example"])
      expect(configFrom({ HOST, KRING_DEMO: "1" })).toMatchObject({ host: HOST, mailbox: false, demo: false });
    for (const HOST of ["127.0.0.1", "::1", "localhost"])
      expect(configFrom({ HOST, KRING_DEMO: "1" })).toMatchObject({ mailbox: true, demo: true });
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
