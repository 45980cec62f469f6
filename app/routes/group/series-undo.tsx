import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { memberViewer, offered, sayTo } from "~/accounts/asking.server";
import { submit } from "~/forms/submitting.server";
import { backAhead } from "~/gatherings/changing-series/going-back.server";
import { undoChange } from "~/gatherings/changing-series/undoing-a-change.server";
import { ChangeAhead } from "~/gatherings/components/change-ahead";
import { pauseNow } from "~/gatherings/pausing/pause-now.server";
import { seriesInWords } from "~/gatherings/rhythm-words";
import { birthdaysNow } from "~/groups/birthdays.server";
import { GroupPage } from "~/groups/components/group-page";
import { frameOf } from "~/groups/frame";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";
import { Notice } from "~/ui/notice";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = memberViewer(asked);
  offered(viewer, "gathering.plan");
  const here = `/g/${viewer.groupId}/gatherings`;
  const back = backAhead(viewer, asked.params.seriesId ?? "");
  const t = sayTo(asked);
  const sentences = back ? seriesInWords(back.change, asked.context.language, t) : [];
  return {
    ...{ frame: frameOf(viewer), title: t("gatherings.undoTitle"), here, sentences },
    ...{ ahead: back?.change ?? null, pause: pauseNow(viewer), birthdays: birthdaysNow(viewer) },
  };
}

const undoForm = z.object({ sure: z.string().default("") });

export async function action(asked: ActionFunctionArgs) {
  const viewer = memberViewer(asked);
  const { seriesId = "" } = asked.params;
  return submit(asked.request, undoForm, ({ sure }, formKey) => undoChange(viewer, seriesId, sure, formKey), "changed");
}

export const meta = pageTitle();

/** The last change of a series is undone: first what that does, then yes. */
export default function SeriesUndo() {
  const { frame, title, here, sentences, ahead, pause, birthdays } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={ahead && t("gatherings.undoLead")} back={{ href: here, label: t("app.gatherings") }} />
      {ahead && <p>{t("gatherings.undoTo")}</p>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}.</p>
      ))}
      {ahead ? (
        <ChangeAhead {...{ ahead, pause, birthdays, returned }} mail={t("gatherings.undoMail")} yes={t("gatherings.undoSave")} />
      ) : (
        <>
          <Notice kind="info" title={t("gatherings.undoTooLate")} />
          <Buttons>
            <LinkButton href={here}>{t("app.back")}</LinkButton>
          </Buttons>
        </>
      )}
    </GroupPage>
  );
}
