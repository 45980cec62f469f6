import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { Buttons, LinkButton } from "~/ui/button";
import { Face } from "~/ui/face";
import { PageHead } from "~/ui/headings";
import type { Closed } from "../closed-circle.server";

/** The first page of a closed circle: whose it was, a word, and the way to what is there to read. */
export function Memorial({ frame, closed }: { frame: Frame; closed: Closed }) {
  const t = useText();
  const { groupId, name, hue, photo, own } = frame;
  const { word, inMemory, by, forName } = closed;
  const title = inMemory ? t("closing.memory", { name }) : own ? t("closing.closedOwn") : t("closing.closed", { name });
  return (
    <>
      <Face name={name} hue={hue} photo={photo} size="xl" />
      <PageHead title={title} lead={t("closing.read")} />
      {word && (
        <figure>
          <blockquote>
            <p>
              <bdi>{word}</bdi>
            </p>
          </blockquote>
          <figcaption className="soft">{forName === null ? by : t("app.byForWithin", { by, for: forName })}</figcaption>
        </figure>
      )}
      <Buttons>
        <LinkButton kind="main" icon="story" href={`/g/${groupId}/story`}>
          {t("closing.story")}
        </LinkButton>
      </Buttons>
    </>
  );
}
