import type { ReactNode } from "react";
import { KringForm } from "~/forms/form";
import type { Returned } from "~/forms/submitting.server";
import { GroupPage } from "~/groups/components/group-page";
import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { Button, Buttons, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/headings";

interface ListsPageProps {
  shown: { frame: Frame; title: string; place: string; here: string };
  returned: Returned | undefined;
  /** What the button says. */
  save: string;
  children: ReactNode;
}

/** A form about who rides or who brings what, and the way back to its gathering. */
export function ListsPage({ shown: { frame, title, place, here }, returned, save, children }: ListsPageProps) {
  const t = useText();
  return (
    <GroupPage frame={frame} at="gatherings">
      <PageHead title={title} lead={<bdi>{place}</bdi>} back={{ href: here, label: t("app.back") }} />
      <KringForm returned={returned}>
        {children}
        <Buttons>
          <Button>{save}</Button>
          <LinkButton href={here}>{t("app.back")}</LinkButton>
        </Buttons>
      </KringForm>
    </GroupPage>
  );
}
