import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { type Returned, submit, typedIn } from "~/forms/submitting.server";
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

/** A form that came back with what it would do. */
interface Ahead extends Returned {
  ahead: ToldAhead;
  zone: string;
}

/** Says what would change, and saves nothing, until that very change is pressed. */
export async function action(asked: ActionFunctionArgs) {
  const viewer = found(asked);
  const typed = await typedIn(asked.request.clone());
  const { sure } = typed;
  let said: Pick<Ahead, "ahead" | "zone"> | null = null;
  const answer = await submit(
    asked.request,
    zoneForm,
    async (form, formKey) => {
      if (typeof sure === "string") return moveZone(viewer, form, sure, formKey);
      said = { ahead: toldAhead(moveAhead(viewer, form.zone), viewer.now), zone: form.zone };
      return "";
    },
    "changed",
  );
  return said ? data<Ahead>({ typed, errors: [], overtaken: null, ...(said as Pick<Ahead, "ahead" | "zone">) }) : answer;
}

export const meta = pageTitle();

/** A circle that lives elsewhere from now on follows the clock there: first what that does, then yes. */
export default function SettingsZone() {
  const { frame, title, zone, zones } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>() as Returned | Ahead | undefined;
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
