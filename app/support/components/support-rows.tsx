import { AudienceTag } from "~/groups/components/audience-tag";
import type { Frame } from "~/groups/frame";
import { useLanguage, useText } from "~/i18n/use-text";
import { Rows } from "~/ui/rows";
import { Tag } from "~/ui/tag";
import type { SupportShown } from "../overview.server";
import { whenWords } from "../when";

/** Who supports what, since when, and whether it is paid. */
export function SupportRows({ frame, supports }: { frame: Frame; supports: SupportShown[] }) {
  const t = useText();
  const language = useLanguage();
  return (
    <Rows
      rows={supports.map((support) => ({
        id: support.id,
        face: support.face ?? undefined,
        icon: support.face ? undefined : "building",
        title: support.who,
        sub: (
          <>
            <bdi>{support.what}</bdi>, {whenWords(support.since, support.until, frame.today, language, t)}
          </>
        ),
        end: (
          <>
            {support.paid && <Tag>{t("support.paidTag")}</Tag>}
            <AudienceTag frame={frame} audience={support.audience} />
            {support.can.change && (
              <a href={`/g/${frame.groupId}/support/${support.id}`}>
                {t("app.change")}
                <span className="unseen">
                  : {support.who}, {support.what}
                </span>
              </a>
            )}
          </>
        ),
      }))}
    />
  );
}
