import type { MetaFunction } from "@remix-run/node";
import { languageOf, say, type TextKey } from "./text";

/** What a loader gives for the title of its page: what the page is about and, in a group, whose it is. */
interface Titled {
  title?: string;
  frame?: { name: string; through: string | null };
}

/**
 * The `meta` of a page, with a title of its own: "Plan · De kring van Jan" in a group, "Meld je aan · Kring" elsewhere.
 * @param short what the page is called there, where that is shorter than the `title` that its loader gives
 */
export function pageTitle(short?: TextKey): MetaFunction {
  return ({ data, matches }) => {
    const { title, frame } = (data ?? {}) as Titled;
    const root = matches.find(({ id }) => id === "root")?.data as { language?: string } | undefined;
    const t = say(languageOf(root?.language));
    // A word of the navigation may be hyphenated there, and not here.
    const what = short ? t(short).replaceAll("\u00ad", "") : title;
    const where = frame ? t("app.circleOf", { name: frame.name }) : t("app.name");
    const through = frame?.through ? t("steering.lookAs", { name: frame.through }) : null;
    return [{ title: [through, what, where].filter(Boolean).join(" · ") }];
  };
}
