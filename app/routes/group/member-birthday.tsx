import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { KringForm, useFields } from "~/forms/form";
import { submit } from "~/forms/submitting.server";
import { BirthdayFields } from "~/groups/components/birthday-fields";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { memberNow } from "~/groups/member.server";
import { sayBirthday } from "~/groups/saying-a-birthday.server";
import { birthdayForm } from "~/groups/schema";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Button, Buttons } from "~/ui/button";
import { PageHead } from "~/ui/headings";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  const { person } = memberNow(viewer, asked.params.memberId ?? "");
  offered(viewer, "member.birthday", person.id);
  const t = sayTo(asked);
  const title = person.you ? t("circle.birthdayTitleYou") : t("circle.birthdayTitle", { name: person.name });
  return { frame: frameOf(viewer), title, person };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  return submit(asked.request, birthdayForm, (birthday, formKey) => sayBirthday(viewer, asked.params.memberId ?? "", birthday, formKey));
}

export const meta = pageTitle();

/** One's own birthday, for the circle to see: said, changed, or taken away. */
export default function PersonBirthday() {
  const { frame, title, person } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const [month = "", day = ""] = (person.birthday ?? "").split("-").map((number) => number.replace(/^0/, ""));
  const fields = useFields(returned, { day, month });
  const t = useText();
  return (
    <GroupPage frame={frame} at="circle">
      <PageHead
        title={title}
        lead={t("circle.birthdayLead")}
        back={{ href: `/g/${frame.groupId}/people/${person.id}`, label: person.name }}
      />
      <KringForm returned={returned}>
        <BirthdayFields fields={fields} />
        <Buttons>
          <Button>{t("circle.changeSave")}</Button>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
