import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "../../app/operating/running";
import { config, configFrom } from "../../app/platform/config.server";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type NameServer, openNameServer } from "./name-server";

const before = { ...config() };
const spf = "v=spf1 mx include:_spf.relay.test -all";
const key = `v=DKIM1; k=rsa; p=${"A".repeat(390)}`;
let office: PostOffice;
let dns: NameServer;

beforeEach(async () => {
  [office, dns] = await Promise.all([openPostOffice(), openNameServer()]);
  Object.assign(config(), {
    ...{ smtpUrl: office.url, appUrl: "https://kring.example.org", mailFrom: "Kring <kring@example.org>" },
    ...{ mailReplyTo: "kring@example.org", dnsServer: dns.address },
  });
  dns.knows = {
    "example.org": { txt: ["something else", spf], mx: ["mx.example.org"] },
    "_spf.relay.test": { txt: ["v=spf1 ip4:192.0.2.0/24 -all"] },
    "_dmarc.example.org": { txt: ["v=DMARC1; p=quarantine; rua=mailto:dmarc@example.org"] },
    "k1._domainkey.example.org": { txt: [key] },
  };
});
afterEach(async () => {
  Object.assign(config(), before);
  await Promise.all([office.close(), dns.close()]);
});

async function checkMail(...argv: string[]) {
  const said: string[] = [];
  const errors: string[] = [];
  const code = await runCommand(["check-mail", ...argv], {
    now: "2026-12-01T10:00:00.000Z",
    migrations: join(import.meta.dirname, "../../prisma/migrations"),
    print: (line) => said.push(line),
    printError: (line) => errors.push(line),
  });
  return { code, said, wrong: said.filter((line) => line.startsWith("wrong")), errors };
}

/** What is said of one thing. */
const of = async (what: string, ...argv: string[]) => (await checkMail(...argv)).said.find((line) => line.slice(7).startsWith(what)) ?? "";

describe("kring check-mail, when", () => {
  it("all is well, it says so line by line, and ends with 0", async () => {
    const { code, said, errors } = await checkMail("--dkim", "k1");
    expect([code, errors]).toEqual([0, []]);
    expect(said).toEqual([
      `ok     Mail server: ${new URL(office.url).host} answers, on this machine.`,
      `ok     SPF: example.org says who may send (2 of 10 look-ups): ${spf}`,
      "ok     DKIM: k1._domainkey.example.org has a key.",
      "ok     DMARC: _dmarc.example.org asks to quarantine what is not ours.",
      "ok     MX: answers to mails go to mx.example.org.",
    ]);
    expect(office.delivered).toEqual([]);
  });

  it("there is nothing, it says what to do for each, and ends with 1", async () => {
    dns.knows = {};
    const { code, wrong, errors } = await checkMail("--dkim", "k1");
    expect([code, errors]).toEqual([1, ["Not all is well with mail: 4 of 5."]]);
    for (const [place, what] of ["SPF: example.org has none", "DKIM: k1.", "DMARC: _dmarc.example.org has none", "MX: "].entries())
      expect(wrong[place]).toContain(what);
  });

  it("the domain is there but says nothing of mail, that is the same", async () => {
    dns.knows = { "example.org": {}, "_dmarc.example.org": {} };
    expect((await checkMail()).wrong).toHaveLength(3);
  });

  it("no name server can say, it does not say that there is none", async () => {
    dns.fails = true;
    expect(await of("SPF")).toMatch(/^wrong {2}SPF: No name server says what stands at example\.org .*Try again later/);
  });

  it("the name server that it should ask is none, it says so", async () => {
    config().dnsServer = "a name";
    expect(await checkMail()).toMatchObject({ code: 1, errors: [expect.stringContaining("DNS_SERVER is not an IP address")] });
    expect(configFrom({ DNS_SERVER: "192.0.2.1" }).dnsServer).toBe("192.0.2.1");
  });

  it("it is given what it does not take, it says so", async () => {
    expect((await checkMail("--to", "nobody")).errors).toEqual(["--to is not a mail address: nobody"]);
    expect((await checkMail("--dkim", "a b")).errors).toEqual(["--dkim is not a selector: a b"]);
  });
});

describe("SPF is wrong when", () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, place) => [`s${place}.test`, { txt: [`v=spf1 include:s${place + 1}.test -all`] }] as const),
    );
  it.each([
    ["there are two", [spf, "v=spf1 -all"], "has 2, so none counts"],
    ["everybody may send", ["v=spf1 mx +all"], "(+all)"],
    ["everybody may, by a bare all", ["v=spf1 all"], "(+all)"],
    ["it has no end", ["v=spf1 mx"], "End the record"],
    ["it looks up eleven names", [`v=spf1 ${Array.from({ length: 11 }, (_, one) => `a:h${one}.test`).join(" ")} -all`], "more than 10"],
    ["what it takes in looks up too many", ["v=spf1 include:s0.test -all"], "more than 10"],
  ])("%s", async (_, txt, says) => {
    dns.knows = { ...chain(12), "example.org": { txt } };
    expect(await of("SPF")).toContain(says);
    expect(await of("SPF")).toMatch(/^wrong/);
  });

  it.each([
    ["ten names are looked up", `v=spf1 ${Array.from({ length: 10 }, (_, one) => `a:h${one}.test`).join(" ")} -all`, "10 of 10"],
    ["addresses are named", "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 ~all", "0 of 10"],
    ["another record says it", "v=spf1 redirect=_spf.relay.test", "1 of 10"],
    ["it takes itself in", "v=spf1 include:example.org -all", "1 of 10"],
  ])("but not when %s", async (_, record, says) => {
    dns.knows["example.org"] = { txt: [record] };
    expect(await of("SPF")).toMatch(/^ok/);
    expect(await of("SPF")).toContain(says);
  });
});

describe("DMARC", () => {
  it.each([
    ["asks nothing", ["v=DMARC1; p=none; rua=mailto:x@example.org"], /^wrong.*p=none/],
    ["stands there twice", ["v=DMARC1; p=reject", "v=DMARC1; p=none"], /^wrong.*has 2/],
    ["says no policy", ["v=DMARC1; rua=mailto:x@example.org"], /^wrong.*does not say/],
    ["refuses", ["v=DMARC1; p=reject"], /^ok.*reject/],
    ["is something else", ["v=spf1 -all"], /^wrong.*has none/],
  ])("%s", async (_, txt, says) => {
    dns.knows["_dmarc.example.org"] = { txt };
    expect(await of("DMARC")).toMatch(says);
  });

  it("of the domain above counts, with what it says of those below", async () => {
    config().mailFrom = "kring@post.example.org";
    expect(await of("DMARC")).toMatch(/^ok.*_dmarc\.example\.org/);
    dns.knows["_dmarc.example.org"] = { txt: ["v=DMARC1; p=reject; sp=none"] };
    expect(await of("DMARC")).toMatch(/^wrong.*p=none/);
  });
});

describe("DKIM", () => {
  it("can't be known without its selector, and it says where that stands", async () => {
    expect(await of("DKIM")).toMatch(/^\? .*not Kring.*s= as --dkim/);
  });

  it.each([
    ["is void", ["v=DKIM1; p="], "void"],
    ["holds no key", ["v=DKIM1; k=rsa"], "holds no key"],
    ["stands there twice", [key, key], "2 records"],
  ])("%s", async (_, txt, says) => {
    dns.knows["k1._domainkey.example.org"] = { txt };
    expect(await of("DKIM", "--dkim", "k1")).toMatch(new RegExp(`^wrong.*${says}`));
  });
});

describe("Where answers go", () => {
  it("is looked at only when they go somewhere", async () => {
    config().mailReplyTo = undefined;
    expect(await of("MX")).toBe("");
  });

  it("is wrong when that domain takes in no mail", async () => {
    dns.knows["example.org"] = { txt: [spf], mx: ["."] };
    expect(await of("MX")).toMatch(/^wrong.*takes in no mail/);
  });
});

describe("The mail server", () => {
  it("is wrong when none is set, or nobody answers", async () => {
    config().smtpUrl = undefined;
    expect(await of("Mail server")).toMatch(/^wrong.*none is set/);
    config().smtpUrl = office.url;
    await office.leave();
    expect(await of("Mail server")).toMatch(/^wrong.*ECONNREFUSED/);
    expect(await of("Test mail", "--to", "els@example.org")).toMatch(/^wrong.*not sent/);
  });

  it("elsewhere is wrong when it speaks no TLS", async () => {
    // 0.0.0.0 leads to this machine, but is none of the names by which we know it.
    config().smtpUrl = office.url.replace("127.0.0.1", "0.0.0.0");
    expect(await of("Mail server")).toMatch(/^wrong.*without TLS/);
  });

  it("is wrong when its certificate is not one to trust", async () => {
    const server = new SMTPServer({ disabledCommands: ["AUTH"], disableReverseLookup: true, logger: false });
    server.on("error", () => {});
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    config().smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    expect(await of("Mail server")).toMatch(/^wrong.*certificate/);
    await new Promise<void>((closed) => server.close(closed));
  });

  it("sends one test mail, from our address, when it is asked to", async () => {
    const { code, said } = await checkMail("--to", "Els@example.org");
    expect([code, said.at(-1)]).toEqual([0, expect.stringContaining("took one for els@example.org")]);
    expect(office.delivered.map(({ to }) => to)).toEqual([["els@example.org"]]);
    const { subject, from, text } = office.delivered[0]?.mail ?? {};
    expect([subject, from?.value[0]?.address]).toEqual(["Kring: a test", "kring@example.org"]);
    expect(text?.replace(/\s+/g, " ")).toContain("The Kring at https://kring.example.org sent this.");
  });

  it("that refuses the reader, is told in its own words", async () => {
    office.be({ refuses: 550, words: "5.1.1 no such person" });
    expect(await of("Test mail", "--to", "els@example.org")).toMatch(/^wrong.*550 5\.1\.1 no such person/);
  });
});
