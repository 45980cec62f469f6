import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe finds on a page: WCAG 2.2 A and AA, best practices, and three rules that are off by default. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .options({ rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } } })
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
}

/** Whether anything on the page makes it scroll sideways, and what. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    if (!wide) return [];
    const limit = document.documentElement.clientWidth;
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > limit + 1)
      .map((one) => one.outerHTML.slice(0, 120));
  });
}

/** Everything to press that is smaller than 44 px either way and not a link within a sentence. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
      const box = (one.closest("label") ?? one).getBoundingClientRect();
      if (box.width === 0 || one.classList.contains("skip") || getComputedStyle(one).display === "inline") continue;
      if (one.closest("svg")) continue;
      if (box.height < 44 || box.width < 44)
        small.push(`${Math.round(box.width)}×${Math.round(box.height)} ${one.outerHTML.slice(0, 100)}`);
    }
    return small;
  });
}

/** What every page has: a language, one title, one heading of the first rank, nothing inline. */
function bones(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    if (!/^(nl-BE|en)$/.test(document.documentElement.lang)) faults.push("no language");
    if (!/^\S.* · \S/.test(document.title)) faults.push(`no title of its own: ${document.title}`);
    if (document.querySelectorAll("h1").length !== 1) faults.push(`${document.querySelectorAll("h1").length} h1`);
    if (document.querySelector("[style], style, script:not([src]), [onclick]")) faults.push("something inline");
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    if (new Set(ids).size !== ids.length) faults.push("the same id twice");
    return faults;
  });
}

/** A phone as tall as the page: the bar at the bottom else lies over what can be scrolled from under it. @param width in px */
export async function asTallAsItIs(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight).catch(() => 2000);
  await page.setViewportSize({ width, height: Math.max(740, height) });
}

/** What is wrong with a page, on a phone as tall as it. @param width in px */
export async function faultsOf(page: Page, width = 360): Promise<string[]> {
  await asTallAsItIs(page, width);
  return [...(await axe(page)), ...(await bones(page)), ...(await sideways(page)), ...(await tooSmall(page))];
}
