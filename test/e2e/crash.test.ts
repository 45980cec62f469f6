import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type House, house } from "./house";

let post: PostOffice;
let kring: House;
beforeAll(async () => {
  post = await openPostOffice();
  kring = await house({ SMTP_URL: post.url, KRING_DEMO: "1" }, ["seed", "--demo"]);
});
afterAll(async () => {
  await kring?.close();
  await post?.close();
});

/** Sends a form. @returns whether it was taken in; false when nobody answered any more */
async function taken(path: string, fields: Record<string, string>, cookie = ""): Promise<boolean> {
  try {
    const body = new URLSearchParams(fields);
    const answer = await fetch(kring.url + path, { method: "POST", body, headers: { cookie }, redirect: "manual" });
    return answer.status === 302;
  } catch {
    return false;
  }
}

const askForCode = (mail: string) => taken("/sign-in", { mail });

/** Looks in the data of the server from outside. */
function all<Row>(sql: string): Row[] {
  const db = new Database(join(kring.dataDir, "kring.db"), { readonly: true });
  try {
    return db.prepare(sql).all() as Row[];
  } finally {
    db.close();
  }
}

describe("The plug is pulled", () => {
  it("between a write and its mail: after a restart the mail goes out, once", async () => {
    await post.leave();
    expect(await askForCode("noor@kring.example")).toBe(true);
    await kring.kill();
    expect(all("SELECT kind, state FROM OutboxMail WHERE toMail = 'noor@kring.example'")).toEqual([{ kind: "signIn", state: "waiting" }]);
    await post.comeBack();
    await kring.start();
    await post.letterTo("noor@kring.example");
    await expect.poll(() => all("SELECT state FROM OutboxMail WHERE toMail = 'noor@kring.example'")).toEqual([{ state: "sent" }]);
    await kring.kill();
    await kring.start();
    await new Promise((later) => setTimeout(later, 3_000));
    expect(post.delivered.filter(({ to }) => to.includes("noor@kring.example"))).toHaveLength(1);
  });

  it("in a storm of dreams and codes: what was confirmed is there, whole, and each mail is one mail", async () => {
    const opened = await fetch(`${kring.url}/demo`, { method: "POST", body: new URLSearchParams({ persona: "mia" }), redirect: "manual" });
    const cookie = opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const dreams: string[] = [];
    const mails: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      let storm = true;
      const writer = async (who: number) => {
        for (let turn = 1; storm; turn += 1) {
          const text = `Droom ${round}.${who}.${turn}`;
          if (await taken(`/g/${kring.group()}/plan/dreams/new`, { text, audience: "network", formKey: text }, cookie)) dreams.push(text);
        }
      };
      const asker = async () => {
        for (let turn = 1; storm && turn <= 8; turn += 1) {
          const mail = `storm-${round}-${turn}@kring.example`;
          if (await askForCode(mail)) mails.push(mail);
        }
      };
      const going = Promise.all([...[1, 2, 3, 4].map(writer), asker()]);
      await new Promise((later) => setTimeout(later, 400 + 300 * round));
      await kring.kill();
      storm = false;
      await going;
      await kring.start();
    }
    expect(dreams.length).toBeGreaterThan(5);
    expect(mails.length).toBeGreaterThan(1);
    const kept = new Set(all<{ text: string }>("SELECT text FROM Dream WHERE text LIKE 'Droom %'").map(({ text }) => text));
    expect(dreams.filter((text) => !kept.has(text))).toEqual([]);
    const half = `SELECT d.id FROM Dream d LEFT JOIN Entry e ON e.id = d.id LEFT JOIN StoryLine l ON l.entryId = d.id
      WHERE d.text LIKE 'Droom %' AND (e.id IS NULL OR l.id IS NULL)`;
    expect(all(half)).toEqual([]);
    expect(kring.command("check")).toContain("whole");

    const arrived = (mail: string) => post.delivered.filter(({ to }) => to.includes(mail));
    // A claim holds for a minute: a mail that was on the wire when the plug was pulled comes after that.
    await expect.poll(() => mails.filter((mail) => arrived(mail).length === 0), { timeout: 90_000, interval: 1_000 }).toEqual([]);
    for (const mail of mails) expect([mail, new Set(arrived(mail).map((one) => one.mail.messageId)).size]).toEqual([mail, 1]);
  });
});
