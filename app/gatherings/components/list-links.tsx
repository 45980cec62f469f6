import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";

interface ListLinksProps {
  frame: Frame;
  /** There are gatherings at all; and to come. */
  any: boolean;
  coming: boolean;
  /** The reader may begin a pause. */
  pauses: boolean;
}

/** What else there is to see and to do with the gatherings of a circle. */
export function ListLinks({ frame: { groupId }, any, coming, pauses }: ListLinksProps) {
  const t = useText();
  const link = (href: string, words: string) => (
    <p>
      <a className="link" href={href}>
        {words}
      </a>
    </p>
  );
  return (
    <>
      {coming && pauses && link(`/g/${groupId}/gatherings/pause`, t("gatherings.pause"))}
      {any && link(`/g/${groupId}/gatherings/year`, t("gatherings.year"))}
      {coming && link(`/me/calendar?circle=${groupId}`, t("feed.link"))}
    </>
  );
}
