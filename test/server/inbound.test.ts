import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, house } from "../e2e/house";

const secret = "a secret of forty characters and no less";
let kring: House;
beforeAll(async () => {
  kring = await house({ MAIL_REPLY_TO: "antwoord@kring.example", MAIL_INBOUND_SECRET: secret, LOG_LEVEL: "info" });
});
afterAll(() => kring?.close());

function hand(raw: string, signedWith = secret) {
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", signedWith).update(`${seconds}.${raw}`).digest("hex");
  const headers = { "content-type": "message/rfc822", "x-kring-timestamp": seconds, "x-kring-signature": signature };
  return fetch(`${kring.url}/mail/inbound`, { method: "POST", headers, body: raw });
}

describe("A mail server that hands a mail over", () => {
  it("is told that it is taken in, and the log tells of nobody", async () => {
    const mark = "ab".repeat(16);
    const raw = `From: fatima@kring.example\r\nTo: antwoord+${mark}@kring.example\r\nSubject: geheim\r\n\r\nja ik kom\r\n`;
    const answer = await hand(raw);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    // A log is written a few lines at a time, half a second after they happened at the latest.
    await expect.poll(() => kring.output(), { timeout: 5_000 }).toContain("mail taken in");
    const lines = kring.output();
    expect(lines).toMatch(/"outcome":"to nobody","msg":"mail taken in"/);
    for (const said of [mark, "fatima@", "geheim", "ja ik kom"]) expect(lines).not.toContain(said);
  });

  it("without the secret is refused, and with too much", async () => {
    expect((await hand("To: x\r\n\r\nja", "another secret")).status).toBe(403);
    expect((await hand("x".repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await fetch(`${kring.url}/mail/inbound`)).status).toBe(404);
  });
});
