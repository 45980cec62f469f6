import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { doorOf } from "~/joining/door.server";
import { config } from "~/platform/config.server";
import { memberOf } from "~/policy/viewer.server";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { PointedAt } from "~/ui/pointed-at";
import { qrCode } from "~/ui/qr-code.server";

/** The link to hold up, to print or to send. It says no more than the link does. */
export async function loader(asked: LoaderFunctionArgs) {
  const { token = "" } = asked.params;
  const { now, person } = asked.context;
  const door = doorOf(token);
  if (!door) throw redirect(`/j/${token}`);
  const { name, groupId } = door;
  const address = `${config().appUrl}/j/${token}`;
  const back = person && memberOf(person, groupId, now) ? `/g/${groupId}/circle` : null;
  return { name, address, code: qrCode(address), back, title: sayTo(asked)("joining.showTitle", { name }) };
}

export const meta = pageTitle();

export default function ShowDoor() {
  const { address, code, back, title } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("joining.showLead")} back={back ? { href: back, label: t("app.circle") } : undefined} />
      <PointedAt code={code} label={t("joining.showCode")}>
        <p>
          <span className="address">{address}</span>
        </p>
      </PointedAt>
      {back && <p className="soft buttons">{t("joining.showOnce")}</p>}
    </PlainPage>
  );
}
