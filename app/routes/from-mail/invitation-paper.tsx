import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo } from "~/accounts/asking.server";
import { invitationOf } from "~/groups/invitations.server";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { config } from "~/platform/config.server";
import { dayOf } from "~/platform/wall-clock";
import { memberOf } from "~/policy/viewer.server";
import { Face } from "~/ui/face";
import { PageHead } from "~/ui/headings";
import { Icon } from "~/ui/icon";
import { PlainPage } from "~/ui/plain-page";
import { PointedAt } from "~/ui/pointed-at";
import { qrCode } from "~/ui/qr-code.server";

/** An invitation to print or to hold up. It says no more than its link does. */
export async function loader(asked: LoaderFunctionArgs) {
  const { token = "" } = asked.params;
  const { now, person, language } = asked.context;
  const found = invitationOf(token, now);
  if (found?.state !== "open") throw redirect(`/i/${token}`);
  const { name, own, central, expiresAt, zone, groupId, memberId } = found;
  const address = `${config().appUrl}/i/${token}`;
  return {
    name,
    own,
    central: { name: central.name, hue: central.hue, photo: central.photoId && `/i/${token}/face` },
    address,
    code: qrCode(address),
    until: plainDay(dayOf(expiresAt, zone), language),
    back: person && memberOf(person, groupId, now) ? `/g/${groupId}/people/${memberId}` : null,
    title: sayTo(asked)("circle.paperTitle", { name }),
  };
}

export const meta = pageTitle();

export default function InvitationPaper() {
  const { name, own, central, address, code, until, back, title } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      {back && (
        <a className="back" href={back}>
          <Icon name="arrow-left" />
          <span>{t("circle.paperBack", { name })}</span>
        </a>
      )}
      <div className="question-who">
        <Face name={central.name} hue={central.hue} photo={central.photo} size="l" />
        <p>
          <strong>{t("app.circleOf", { name: central.name })}</strong>
        </p>
      </div>
      <PageHead title={title} lead={own ? t("circle.paperWhatOwn") : t("circle.paperWhat", { central: central.name })} />
      <PointedAt code={code} label={t("circle.paperCode")}>
        <ol>
          <li>{t("circle.paperStep1")}</li>
          <li>{t("circle.paperStep2")}</li>
          <li>{t("circle.paperStep3")}</li>
        </ol>
        <p>{t("circle.until", { day: until })}</p>
      </PointedAt>
      <p className="soft">
        {t("circle.paperAddress")} <span className="address">{address}</span>
      </p>
      {back && <p className="soft buttons">{t("circle.paperPrint", { name })}</p>}
    </PlainPage>
  );
}
