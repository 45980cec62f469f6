import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sayTo, signedIn } from "~/accounts/asking.server";
import { deviceInWords } from "~/accounts/device-in-words";
import { myDevices } from "~/accounts/my-devices.server";
import { plainDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage, useText } from "~/i18n/use-text";
import { PageHead } from "~/ui/headings";
import { PlainPage } from "~/ui/plain-page";
import { Press } from "~/ui/press";
import { Rows } from "~/ui/rows";

export async function loader(asked: LoaderFunctionArgs) {
  const person = signedIn(asked);
  return { devices: myDevices(person, asked.context.now), byCard: person.byCard === true, title: sayTo(asked)("device.title") };
}

export const meta = pageTitle();

export default function Devices() {
  const { devices, byCard, title } = useLoaderData<typeof loader>();
  const t = useText();
  const language = useLanguage();
  return (
    <PlainPage brand={t("app.name")} brandHref="/" skip={t("app.skip")}>
      <PageHead title={title} lead={t("device.lead")} back={{ href: "/me", label: t("welcome.myCircles") }} />
      <Rows
        rows={devices.map(({ id, device, since, here, borrowed, byCard: withCard }) => {
          const name = deviceInWords(t, device);
          const about = [
            t("device.since", { day: plainDay(since, language) }),
            ...(withCard ? [t("device.byCard")] : []),
            ...(borrowed ? [t("device.borrowed")] : []),
          ].join(", ");
          return {
            ...{ id, icon: "key" as const, title: here ? `${t("device.here")}: ${name}` : name, sub: about },
            end: !here && !byCard && (
              <Press to={`/me/devices/${id}/end`} about={`${name}, ${about}`}>
                {t("device.end")}
              </Press>
            ),
          };
        })}
      />
      {devices.length === 1 && <p>{t("device.only")}</p>}
      {devices.length > 2 && !byCard && <Press to="/me/devices/end">{t("device.endAll")}</Press>}
    </PlainPage>
  );
}
