import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { More } from "~/ui/more";
import type { SupportShown } from "../overview.server";
import { SupportRows } from "./support-rows";

interface PastSupportProps {
  frame: Frame;
  past: SupportShown[];
  /** The key of the page before this one, when there is more. */
  older: string | null;
  /** An older page was asked for, so this is what the reader wants to see. */
  open: boolean;
}

/** What has stopped, by the year it stopped in, behind a quiet button. */
export function PastSupport({ frame, past, older, open }: PastSupportProps) {
  const t = useText();
  if (past.length === 0) return null;
  const years = [...new Set(past.map((support) => support.until?.slice(0, 4) ?? ""))];
  return (
    <More summary={t("support.past")} icon="history" open={open}>
      {years.map((year) => (
        <section className="section" key={year}>
          <h2>{year}</h2>
          <SupportRows frame={frame} supports={past.filter((support) => support.until?.startsWith(year))} />
        </section>
      ))}
      {older && (
        <p>
          <a className="link" href={`/g/${frame.groupId}/support?before=${older}`}>
            {t("support.older")}
          </a>
        </p>
      )}
    </More>
  );
}
