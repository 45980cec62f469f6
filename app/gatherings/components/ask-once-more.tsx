import { longDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Press } from "~/ui/press";
import type { GatheringShown } from "../gathering.server";

interface AskOnceMoreProps {
  gathering: GatheringShown;
  page: string;
  /** How many have not answered who get mails. */
  silent: number;
  today: string;
}

/** For whoever plans: to ask who has not answered once more, or on which day that was done. */
export function AskOnceMore({ gathering: { can, nudgedOn }, page, silent, today }: AskOnceMoreProps) {
  const t = useText();
  const language = useLanguage();
  if (nudgedOn) return <p className="soft">{t("gatherings.askedOn", { day: longDay(nudgedOn, language, today) })}</p>;
  if (!can.askOnceMore || silent === 0) return null;
  return <Press to={`${page}/ask`}>{t("gatherings.askOnceMore", { count: silent })}</Press>;
}
