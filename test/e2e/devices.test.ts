import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostOffice } from "../mail/post-office";
import { type Demo, openDemo } from "./demo";
import type { House } from "./house";
import { heading, linkIn, press } from "./walking";

let demo: Demo;
let post: PostOffice;
let kring: House;
let signedIn: Demo["signedIn"];
beforeAll(async () => {
  demo = await openDemo();
  ({ post, kring, signedIn } = demo);
});
afterAll(async () => {
  await demo?.close();
});

const news = () => post.letters.filter(({ subject }) => subject === "Je bent aangemeld op een nieuw toestel");

describe("Fatima signs in on a second device", () => {
  let first: Page;
  let second: Page;

  it("and hears of it by mail, which the first one did not bring", async () => {
    first = await signedIn("fatima");
    second = await signedIn("fatima");
    await expect.poll(() => news().length).toBe(1);
    await second.goto(linkIn(news()[0]?.text, "/me/devices"));
    await heading(second, "Waar ben ik aangemeld?");
    expect(await second.getByText("Dit toestel:", { exact: false }).count()).toBe(1);
  });

  it("and signs the first one out there: its next page asks to sign in", async () => {
    await press(second, /^Meld af/);
    await second.getByText("Afgemeld.").waitFor();
    await second.getByText("Je bent nergens anders aangemeld.").waitFor();
    await first.reload();
    expect(new URL(first.url()).pathname).toBe("/sign-in");
    await second.goto(`${kring.url}/me`);
    await heading(second, "Dag Fatima");
  });
});
