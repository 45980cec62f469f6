import type { Frame } from "~/groups/frame";
import { capital, longMoment } from "~/i18n/dates";
import type { Say } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/empty";
import { NextCard } from "~/ui/next-card";
import { Press } from "~/ui/press";
import { yoursInWords } from "../../own-clock";
import type { Weighed } from "../best-moment";
import type { PollShown } from "../poll.server";

/** The moment that suits best with the reason, and one press to choose it; or why there is none. */
export function BestMoment({ frame, poll: { id, best, moments, can } }: { frame: Frame; poll: PollShown }) {
  const t = useText();
  const language = useLanguage();
  if (!best) return null;
  if (!best.moment)
    return (
      <Empty title={noneInWords(best.none, frame, t)}>
        <p>{t(best.none === "silent" ? "polls.noneLead" : "polls.noneOther")}</p>
      </Empty>
    );
  const { moment } = best;
  const when = moments.find((one) => one.id === moment.id) ?? { startLocal: "", yours: null };
  const yours = yoursInWords(when, language, t);
  return (
    <NextCard
      eyebrow={t("polls.best")}
      when={capital(longMoment(when.startLocal, language, t, frame.today))}
      where={[yours && `${capital(yours)}.`, whyInWords(moment, frame, t)].filter(Boolean).join(" ")}
    >
      {can.choose && (
        <Press to={`/g/${frame.groupId}/gatherings/dates/${id}/choose/${moment.id}`} kind="main" icon="check">
          {t("polls.choose")}
        </Press>
      )}
    </NextCard>
  );
}

function noneInWords(none: "silent" | "central" | "nobody", { own, name }: Frame, t: Say): string {
  if (none !== "central") return t(`polls.bestNone.${none}`);
  return own ? t("polls.bestNone.centralOwn") : t("polls.bestNone.central", { name });
}

/** "Jan kan, en 6 van de 8 anderen ook. Nog 1 iemand kan als het moet." */
function whyInWords({ central, yes, ifNeedBe, others }: Weighed, { own, name }: Frame, t: Say): string {
  const count = { count: yes, all: others };
  const more = ifNeedBe > 0 ? [t("polls.whyMore", { count: ifNeedBe })] : [];
  if (central === "yes" && yes > 0)
    return [own ? t("polls.whyOthersTooOwn", count) : t("polls.whyOthersToo", { ...count, name }), ...more].join(" ");
  const they = { yes: "polls.whyYes", ifNeedBe: "polls.whyIfNeedBe", no: "polls.theirsNo" } as const;
  const key = central ? they[central] : "polls.whySilent";
  const first = own ? t(`${key}Own`) : t(key, { name });
  return [first, ...(yes > 0 ? [t("polls.whyOthers", count)] : []), ...more].join(" ");
}
