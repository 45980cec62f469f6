import type { TurnedAway } from "./forms/turned-away";
import type { Say } from "./i18n/text";
import { Button, Buttons, LinkButton } from "./ui/button";
import { PageHead } from "./ui/headings";
import { PlainPage } from "./ui/plain-page";

interface WrongPageProps {
  t: Say;
  title: string;
  lead: string;
  /** Where they may do it, once they say that they do it for somebody: the press for that, and the group. */
  helpIn?: { name: string; groupId: string } | null;
  /** What was written in a form that could not be taken in, or shown again. */
  away?: TurnedAway | null;
}

/** Says what is wrong where a page should have been, and offers a way on. */
export function WrongPage({ t, title, lead, helpIn, away }: WrongPageProps) {
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={lead} />
      {helpIn && (
        <form method="post" action={`/g/${helpIn.groupId}/for`}>
          <Button name="act" value="yes">
            {t("steering.forThemStart", { name: helpIn.name })}
          </Button>
        </form>
      )}
      {away && <Written t={t} away={away} />}
      {!away?.again && (
        <p>
          <LinkButton href="/me">{t("system.toMyCircles")}</LinkButton>
        </p>
      )}
    </PlainPage>
  );
}

/** Their own words, to be sent again or copied. */
function Written({ t, away: { written, again } }: { t: Say; away: TurnedAway }) {
  return (
    <section aria-labelledby="written" className="stack">
      <h2 id="written">{t("system.written")}</h2>
      {written.map((words, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no name and never move
        <blockquote key={place} className="written" dir="auto">
          {words}
        </blockquote>
      ))}
      {again ? (
        <form method="post" action={again.to} className="stack">
          {again.fields.map(([name, value], place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice
            <input key={place} type="hidden" name={name} value={value} />
          ))}
          <Buttons>
            <LinkButton href="/sign-in" target="_blank" kind="main">
              {t("system.signInAgain")}
            </LinkButton>
            <Button kind="quiet">{t("system.sendAgain")}</Button>
          </Buttons>
        </form>
      ) : (
        <p>{t("system.writtenKept")}</p>
      )}
    </section>
  );
}
