import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { House } from "../e2e/house";
import type { Alike, Asker } from "../policy/everybody";
import { oneOfEach } from "../policy/everybody";
import { houseOfJan } from "../policy/house-of-jan";
import type { World } from "../world";

let kring: House;
let world: World;
let cookies: Record<Asker | Alike, string>;
let address: string;
beforeAll(async () => {
  ({ kring, world, cookies } = await houseOfJan());
  await oneOfEach(world, "network", "van Jan");
});
afterAll(() => kring?.close());

const post = (path: string, form: Record<string, string>, cookie = cookies.fatima) =>
  fetch(kring.url + path, { method: "POST", redirect: "manual", headers: { cookie }, body: new URLSearchParams(form) });
const ask = (init: RequestInit = {}) => fetch(address, { redirect: "manual", ...init });

describe("A calendar asks by itself", () => {
  it("at a link that was shown once, in the answer to the form", async () => {
    const answer = await post("/me/calendar", { which: world.groupId, formKey: "once" });
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const html = await answer.text();
    address = /value="(http[^"]+\.ics)"/.exec(html)?.[1] ?? "";
    expect(address).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
    expect(html).toContain(`href="${address.replace("http:", "webcal:")}"`);
    expect((await post("/me/calendar", { which: world.groupId, formKey: "once" })).headers.get("location")).toBe("/me/calendar");
    const page = await (await fetch(`${kring.url}/me/calendar`, { headers: { cookie: cookies.fatima } })).text();
    expect(page).not.toContain(".ics");
  });

  it("without a cookie, and gets the gatherings as text for a calendar: nothing to save, no cookie, nothing elsewhere", async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    for (const name of ["set-cookie", "content-disposition", "location"]) expect(answer.headers.get(name)).toBeNull();
    const text = await answer.text();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n.*METHOD:PUBLISH\r\n.*END:VCALENDAR\r\n$/s);
    expect(text).toContain("DTSTART;TZID=Europe/Brussels:20300601T193000\r\n");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("which says how often to look; the page says how slow Google is", async () => {
    const text = await (await ask()).text();
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n");
    const page = await (await post("/me/calendar", { which: world.groupId }, cookies.mia)).text();
    expect(page).toContain("Google kijkt ongeveer één keer per dag.");
  });

  it("and gets nothing again of what it has; who only asks about it is told the same", async () => {
    const [whole, about] = [
      await ask({ headers: { "accept-encoding": "identity" } }),
      await ask({ method: "HEAD", headers: { "accept-encoding": "identity" } }),
    ];
    const etag = whole.headers.get("etag") ?? "";
    expect(about.status).toBe(200);
    for (const name of ["content-type", "content-length", "etag"]) expect(about.headers.get(name)).toBe(whole.headers.get(name));
    const again = await ask({ headers: { "if-none-match": `"other", ${etag}` } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await ask({ headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("packed only when it says that it can unpack", async () => {
    expect((await ask({ headers: { "accept-encoding": "identity" } })).headers.get("content-encoding")).toBeNull();
    expect((await ask({ headers: { "accept-encoding": "gzip" } })).headers.get("content-encoding")).toBe("gzip");
  });

  it("and finds nothing with a letter changed, without its ending, or once it was stopped: the same nothing each time", async () => {
    const nothing = await fetch(`${kring.url}/calendar/${"a".repeat(43)}.ics`);
    const said = await nothing.text();
    expect(nothing.status).toBe(404);
    for (const other of [
      address.replace(/.\.ics$/, "_.ics"),
      address.replace(".ics", ""),
      `${address}x`,
      address.replace(".ics", ".ICS"),
    ]) {
      const answer = await fetch(other);
      expect([answer.status, await answer.text()]).toEqual([404, said]);
    }
    const page = await (await fetch(`${kring.url}/me/calendar`, { headers: { cookie: cookies.fatima } })).text();
    const end = /action="(\/me\/calendar\/\w+\/end)"/.exec(page)?.[1] ?? "";
    expect((await post(end, {}, cookies.mia)).status).toBe(404);
    expect((await ask()).status).toBe(200);
    expect((await post(end, {})).status).toBe(302);
    const stopped = await ask();
    expect([stopped.status, await stopped.text()]).toEqual([404, said]);
  });
});
