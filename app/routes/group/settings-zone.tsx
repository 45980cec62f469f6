import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { sayFirst } from "~/forms/saying-first.server";
import type { Returned } from "~/forms/submitting.server";
import { ZoneField } from "~/forms/zone-field";
import { ZoneAhead } from "~/gatherings/components/zone-ahead";
import { moveAhead, type ToldAhead, toldAhead } from "~/gatherings/moving-zone/move-ahead.server";
import { moveZone } from "~/gatherings/moving-zone/moving-zone.server";
import { zoneForm } from "~/gatherings/moving-zone/schema";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { zonesKnown } from "~/platform/wall-clock";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

/** In a closed circle nothing is to come. */
function found(asked: Asked) {
  const viewer = memberViewer(asked);
  offered(viewer, "group.change");
  if (viewer.closedAt) throw data({ key: "refusal.closed" }, { status: 403 });
  return viewer;
}

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = found(asked);
  return { frame: frameOf(viewer), title: sayTo(asked)("zone.title"), zone: viewer.zone, zones: zonesKnown() };
}

/** With what it would do a form comes back. */
interface What {
  ahead: ToldAhead;
  zone: string;
}

/** Says what would change, and saves nothing, until that very change is pressed. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = found(asked);
  return sayFirst(
    asked.request,
    zoneForm,
    {
      ahead: ({ zone }): What => ({ ahead: toldAhead(moveAhead(viewer, zone), viewer.now), zone }),
      act: (form, sure, formKey) => moveZone(viewer, form, sure, formKey),
    },
    "changed",
  );
}

export const meta = pageTitle();

/** A circle that lives elsewhere from now on follows the clock there: first what that does, then yes. */
export default function SettingsZone() {
  const { frame, title, zone, zones } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>() as Returned | (Returned & What) | undefined;
  const said = returned && "ahead" in returned ? returned : null;
  const { field } = useFields(returned, { zone });
  const t = useText();
  const { groupId, name, own } = frame;
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={t("zone.lead")}
        back={{ href: `/g/${groupId}/settings`, label: own ? t("steering.name") : t("steering.nameFor", { name }) }}
      />
      {said && <ZoneAhead zone={said.zone} ahead={said.ahead} />}
      <KringForm returned={returned}>
        <ZoneField {...field("zone")} label={t("zone.where")} zones={zones} />
        <Buttons>
          <Button kind={said ? "quiet" : "main"}>{t("zone.see")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
