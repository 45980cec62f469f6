import type { Browser, Page } from "playwright-core";
import { openPostOffice, type PostOffice } from "../mail/post-office";
import { type House, house, openBrowser } from "./house";
import { phone, signIn } from "./walking";

/** Jan's circle in a house of its own, with the people who use it. */
export interface Demo {
  post: PostOffice;
  kring: House;
  browser: Browser;
  /** A phone that nobody is signed in on. @param script whether it runs script */
  somebody(script?: boolean): Promise<Page>;
  /** Somebody of the cast, signed in by mail on a phone of theirs. Where they begin is where its page is. */
  signedIn(name: string, script?: boolean): Promise<Page>;
  close(): Promise<void>;
}

/** Opens the demo, with a post office that takes its mails. */
export async function openDemo(): Promise<Demo> {
  const post = await openPostOffice();
  const [kring, browser] = await Promise.all([house({ SMTP_URL: post.url, KRING_DEMO: "1" }, ["seed", "--demo"]), openBrowser()]);
  const somebody = async (script = false) => {
    const page = await (await phone(browser, script)).newPage();
    page.setDefaultTimeout(10_000);
    return page;
  };
  const signedIn = async (name: string, script = false) => {
    const page = await somebody(script);
    await signIn(page, kring, post, `${name}@kring.example`);
    return page;
  };
  const close = async () => {
    await browser.close();
    await kring.close();
    await post.close();
  };
  return { post, kring, browser, somebody, signedIn, close };
}
