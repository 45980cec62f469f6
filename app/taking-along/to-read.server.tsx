import { renderToStaticMarkup } from "react-dom/server";
import { plainDay } from "~/i18n/dates";
import type { Language, Say } from "~/i18n/text";
import { dayOf } from "~/platform/wall-clock";
import { colourOf } from "~/ui/css/tokens";
import { Dates } from "./components/dates";
import { Gatherings } from "./components/gatherings";
import { Notes } from "./components/notes";
import { People } from "./components/people";
import { Plan } from "./components/plan";
import { Story } from "./components/story";
import { Supports } from "./components/supports";
import type { Taken } from "./shape";
import type { CircleTaken } from "./what-is-of-a-circle.server";

const colours = (scheme: "light" | "dark") => `color:${colourOf("ink", scheme)};background:${colourOf("paper", scheme)}`;
const soft = (scheme: "light" | "dark") => `.soft{color:${colourOf("soft", scheme)}}`;
/** Its own look, in the file itself: it is read without Kring, and perhaps without a network. */
const look = `
body{font:1.0625rem/1.6 Atkinson Hyperlegible Next,Atkinson Hyperlegible,system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;${colours("light")}}
h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.35rem;margin-top:2.5rem}h3{font-size:1.1rem;margin-bottom:.25rem}
ul{padding-left:1.25rem}li{margin:.25rem 0}img{width:4rem;height:4rem;border-radius:50%;vertical-align:middle;margin-right:.75rem}
${soft("light")}.people{list-style:none;padding:0}.people li{margin:.75rem 0}
@media(prefers-color-scheme:dark){body{${colours("dark")}}${soft("dark")}}
@media print{body{max-width:none}}`;

/** What is taken along as one page to read, in one language. It needs nothing but the photos beside it. */
export function toRead(
  { madeAt, account }: Pick<Taken, "madeAt" | "account">,
  circles: readonly CircleTaken[],
  language: Language,
  t: Say,
): string {
  const title = circles.length === 1 ? t("app.circleOf", { name: circles[0]?.circle.name ?? "" }) : t("takeAlong.title");
  const page = (
    <html lang={language === "nl" ? "nl-BE" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{look}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{t("takeAlong.madeOn", { day: plainDay(dayOf(madeAt, circles[0]?.circle.zone ?? "UTC"), language) })}</p>
          {account && <Mine account={account} t={t} />}
          {circles.map((one) => (
            <Circle key={one.circle.id} taken={one} alone={circles.length === 1} language={language} t={t} />
          ))}
        </main>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}

function Mine({ account: { name, mail, organisations }, t }: { account: NonNullable<Taken["account"]>; t: Say }) {
  return (
    <ul>
      <li>
        {t("circle.name")}: {name}
      </li>
      {mail && (
        <li>
          {t("circle.mail")}: {mail}
        </li>
      )}
      {organisations.map((organisation) => (
        <li key={organisation}>{organisation}</li>
      ))}
    </ul>
  );
}

function Circle({ taken, alone, language, t }: { taken: CircleTaken; alone: boolean; language: Language; t: Say }) {
  const { circle, lines, me } = taken;
  const reading = { t, language, zone: circle.zone, me };
  return (
    <section>
      {!alone && <h2>{t("app.circleOf", { name: circle.name })}</h2>}
      <People circle={circle} reading={reading} />
      <Plan circle={circle} reading={reading} />
      <Supports circle={circle} reading={reading} />
      <Gatherings circle={circle} reading={reading} />
      <Dates circle={circle} reading={reading} />
      <Story lines={lines} reading={reading} />
      <Notes circle={circle} reading={reading} />
    </section>
  );
}
