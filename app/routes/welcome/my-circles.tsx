import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  return { name: person.name, title: sayTo(asked)("welcome.myCircles") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MyCircles() {
  const { name } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={name ? t("welcome.mine", { name }) : t("welcome.mineUnnamed")} />
      <form method="post" action="/sign-out">
        <Button kind="quiet">{t("welcome.signOut")}</Button>
      </form>
    </PlainPage>
  );
}
