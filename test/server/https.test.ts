import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, house } from "../e2e/house";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type Visitor, visitor } from "./visitor";

const origin = "https://kring.example";
const mail = "fatima@kring.example";
let post: PostOffice;
let kring: House;
let fatima: Visitor;
beforeAll(async () => {
  post = await openPostOffice();
  kring = await house({ SMTP_URL: post.url, APP_URL: origin, NODE_ENV: "production", TRUSTED_PROXIES: "1" });
  fatima = visitor(kring, { origin });
});
afterAll(async () => {
  await kring?.close();
  await post?.close();
});

describe("Behind https", () => {
  it("the cookie of a session is for this host alone, and never goes over http", async () => {
    const answer = await fatima.signIn(post, mail);
    expect(answer.headers.get("location")).toBe("/me");
    const [cookie = "", ...others] = answer.headers.getSetCookie().filter((header) => header.includes("kring="));
    expect(others).toEqual([]);
    const [pair = "", ...attributes] = cookie.split("; ");
    expect(pair).toMatch(/^__Host-kring=\S{20,}$/);
    for (const attribute of ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"]) expect(attributes).toContain(attribute);
    expect(cookie).not.toMatch(/Domain/i);
    expect((await fatima.get("/me")).status).toBe(200);
  });

  it("every cookie is Secure", async () => {
    const answers = [
      await fatima.post("/language", { language: "en" }),
      await visitor(kring, { origin }).post("/language", { language: "en" }),
    ];
    const set = answers.flatMap((answer) => answer.headers.getSetCookie());
    expect(set.filter((cookie) => !/; Secure/i.test(cookie))).toEqual([]);
  });

  it("the same session is worth nothing under the name that http would use", async () => {
    const session = fatima.cookies.get("__Host-kring") ?? "";
    expect(session).not.toBe("");
    const other = visitor(kring, { origin });
    other.cookies.set("kring", session);
    expect((await other.get("/me")).status).toBe(302);
  });

  it("browsers are told to come by https only, and links in mails begin with it", async () => {
    for (const path of ["/", "/nowhere", "/favicon.svg", "/healthz"])
      expect((await fatima.get(path)).headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
    const { text } = await post.letterTo(mail);
    expect(text).toContain("https://kring.example/sign-in/link/");
  });

  it("a form from http, or from another name of this server, is refused", async () => {
    for (const other of ["http://kring.example", kring.url, "https://kring.example.evil.example", "https://www.kring.example"])
      expect((await visitor(kring, { origin: other }).post("/sign-in", { mail })).status).toBe(403);
  });

  it("what is only for this very machine is not there", async () => {
    for (const path of ["/mailbox", "/demo", "/dev/ui", "/dev/mails"]) expect((await fatima.get(path)).status, path).toBe(404);
  });
});
