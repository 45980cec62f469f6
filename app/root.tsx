import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Meta, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { JustDone } from "./forms/just-done";
import { saidIn, saidOnce } from "./forms/said.server";
import type { TurnedAway } from "./forms/turned-away";
import { languageOf, type Say, say } from "./i18n/text";
import { TextProvider } from "./i18n/use-text";
import type { Words } from "./platform/refusal";
import { Document } from "./ui/document";
import { fontUrl } from "./ui/font";
import { styleUrl } from "./ui/style";
import { WrongPage } from "./wrong-page";

export function loader({ request, context }: LoaderFunctionArgs) {
  const said = saidIn(request.headers.get("cookie"));
  if (said) context.setCookie(saidOnce);
  return { language: context.language, said };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const t = say(languageOf(data?.language));
  return [{ title: error ? `${wentWrong(error, t).title} · ${t("app.name")}` : t("app.name") }];
};

/** No page sends a framework's script: links are links and forms are forms. */
export default function App() {
  const { said } = useLoaderData<typeof loader>();
  return (
    <>
      {said && <JustDone {...said} />}
      <Outlet />
    </>
  );
}

export function Layout({ children }: { children: React.ReactNode }) {
  const language = useRouteLoaderData<typeof loader>("root")?.language ?? "nl";
  const head = (
    <>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="preload" href={fontUrl} as="font" type="font/woff2" crossOrigin="anonymous" />
      <Meta />
      <link rel="stylesheet" href={styleUrl} />
    </>
  );
  return (
    <Document language={language} head={head}>
      <TextProvider language={language}>{children}</TextProvider>
    </Document>
  );
}

/** A page that isn't there, or that went wrong, says so and offers a way on. */
export function ErrorBoundary() {
  const error = useRouteError();
  const language = useRouteLoaderData<typeof loader>("root")?.language;
  const t = say(languageOf(language));
  return <WrongPage t={t} {...wentWrong(error, t)} away={awayIn(error)} />;
}

/** What to say of it: not allowed, not there, or our own fault. */
function wentWrong(error: unknown, t: Say): Pick<ComponentProps<typeof WrongPage>, "title" | "lead" | "helpIn"> {
  if (!isRouteErrorResponse(error)) return { title: t("system.broken"), lead: t("system.brokenLead") };
  const away = awayIn(error);
  if (away?.again) return { title: t("system.signedOut"), lead: t("system.signedOutLead") };
  if (error.status === 404) return { title: t("system.notFound"), lead: t("system.notFoundLead") };
  const reason = away ? away.reason : (error.data as Words);
  if (error.status !== 403 || !reason) return { title: t("system.broken"), lead: t("system.brokenLead") };
  const helpIn = reason.helpIn ? { groupId: reason.helpIn, name: String(reason.values?.name) } : null;
  return { title: t("system.notYours"), lead: t(reason.key, reason.values), helpIn };
}

/** What was written in a form that was turned away with its page. */
function awayIn(error: unknown): TurnedAway | null {
  const found = isRouteErrorResponse(error) ? (error.data as TurnedAway | Words | null) : null;
  return found && typeof found === "object" && "written" in found ? found : null;
}
