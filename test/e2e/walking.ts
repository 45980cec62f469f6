import type { Browser, BrowserContext, Page } from "playwright-core";
import type { PostOffice } from "../mail/post-office";
import type { House } from "./house";

/** A phone in somebody's hand, in Flanders. @param script whether it runs script */
export function phone(browser: Browser, script = true): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled: script, viewport: { width: 360, height: 740 }, locale: "nl-BE" });
}

/** Signs in as people do: address, mail, code. Ends where somebody begins: in their one circle, else on "my circles". */
export async function signIn(page: Page, kring: House, post: PostOffice, mail: string): Promise<void> {
  const before = post.letters.length;
  await page.goto(`${kring.url}/sign-in`);
  await page.getByLabel("Je mailadres").fill(mail);
  await page.getByRole("button", { name: "Stuur mij een code" }).click();
  const letter = await post.letterTo(mail, before);
  await page.getByLabel("De code uit de mail").fill(codeIn(letter.text));
  await page.getByRole("button", { name: "Meld mij aan" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

function codeIn(text: string | undefined): string {
  return /^\s*(\d{6})\s*$/m.exec(text ?? "")?.[1] ?? "";
}

/** The first link in a letter whose path begins like this. @throws when there is none */
export function linkIn(text: string | undefined, path: string): string {
  const found = (text ?? "").match(/https?:\/\/[^\s>)]+/g)?.find((link) => new URL(link).pathname.startsWith(path));
  if (!found) throw new Error(`no link to ${path} in: ${text}`);
  return found;
}

/** Presses a button, by what it says. */
export function press(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole("button", { name }).first().click();
}

/** Follows a link, by what it says. */
export function follow(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole("link", { name }).first().click();
}

/** Waits for a heading. */
export function heading(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole("heading", { name }).first().waitFor();
}
