import { describe, expect, it } from "vitest";
import { cast } from "../../app/demo/cast";
import { row } from "../../app/platform/query.server";
import { desk as freshDesk } from "./desk";

const desk = freshDesk();

describe("Words that people typed", () => {
  const named = (name: string) => ({ mail: cast.fatima.mail, name });
  const headersAndTo = () => {
    const [{ raw, to, mail }] = desk.office.delivered as [(typeof desk.office.delivered)[0]];
    return { headers: raw.slice(0, raw.indexOf("\r\n\r\n")), to, mail };
  };

  it("can't become headers: a name with a line break stays a name", async () => {
    await desk.queue("A\r\nBcc: x@evil.example", named("Jan\r\nBcc: x@evil.example"));
    await desk.turn();
    const { headers, to, mail } = headersAndTo();
    expect(headers).not.toMatch(/^Bcc/im);
    expect(to).toEqual([cast.fatima.mail]);
    expect(mail.subject).toBe("dinsdag 1 december: A Bcc: x@evil.example gaat niet door");
    expect([mail.to].flat()[0]?.value).toEqual([{ name: "Jan Bcc: x@evil.example", address: cast.fatima.mail }]);
  });

  it.each([
    ["one letter", "J"],
    ["Arabic", "فاطمة الزهراء"],
    ["an emoji family", "👨‍👩‍👧‍👦 Jan"],
    ["quotes and brackets", '"Jan" <x@evil.example>, (y)'],
  ])("come through whole: %s", async (_, name) => {
    await desk.queue(name, named(name));
    await desk.turn();
    const { mail, to } = headersAndTo();
    expect(mail.subject).toBe(`dinsdag 1 december: ${name} gaat niet door`);
    expect([mail.to].flat()[0]?.value).toEqual([{ name, address: cast.fatima.mail }]);
    expect(to).toEqual([cast.fatima.mail]);
  });

  it("stand in headers without the marks that keep their direction in a sentence", async () => {
    await desk.queue("\u2068محمد\u2069", named("\u2068محمد\u2069"));
    await desk.turn();
    const { mail } = headersAndTo();
    expect(mail.subject).toBe("dinsdag 1 december: محمد gaat niet door");
    expect([mail.to].flat()[0]?.value[0]?.name).toBe("محمد");
  });

  it("are cut where they are too long, and lose what no mail can carry", async () => {
    await desk.queue("A\0B\u202Egnp", named("x".repeat(200)));
    await desk.turn();
    const { headers, mail } = headersAndTo();
    expect(mail.subject).toBe("dinsdag 1 december: ABgnp gaat niet door");
    expect([mail.to].flat()[0]?.value[0]?.name).toHaveLength(100);
    for (const line of headers.split("\r\n")) expect(line.length).toBeLessThan(200);
  });

  it.each(["a@kring.example, b@kring.example", "a@kring.example>\r\nRCPT TO:<b@kring.example", "nobody"])(
    "are no address when they aren't one: %j",
    async (mail) => {
      await desk.queue("A", { mail, name: "Jan" });
      await desk.turn();
      expect(desk.office.delivered).toEqual([]);
      expect(row("SELECT state, reason FROM OutboxMail")).toEqual({ state: "failed", reason: "not a mail address" });
    },
  );
});
