import { plainDay } from "~/i18n/dates";
import { useLanguage, useText } from "~/i18n/use-text";
import { Faces } from "~/ui/face";
import type { Frame } from "../frame";

/** What is above every page of a circle: through whose eyes it is seen, for whom somebody acts, until when it is there. */
export function GroupBar({ frame }: { frame: Frame }) {
  const t = useText();
  const { through, groupId } = frame;
  if (through !== null)
    return (
      <p>
        {t("steering.looking", { name: through })} <a href={`/g/${groupId}/settings#look`}>{t("steering.stop")}</a>
      </p>
    );
  return (
    <>
      <ForWhom frame={frame} />
      <HowLong frame={frame} />
    </>
  );
}

/** Whether the bar has anything to say. */
export function hasBar({ through, helper, erasesOn, closedOn }: Frame): boolean {
  return [through, helper, erasesOn, closedOn].some((one) => one !== null);
}

/** Whether it only says what somebody may do, and not that anything is different now. */
export function isCalm({ through, helper, erasesOn, closedOn }: Frame): boolean {
  return through === null && !helper?.acts && erasesOn === null && closedOn === null;
}

/** Who may act for the central person says so first, and sees on every page that they do: both faces, and one press to stop. */
function ForWhom({ frame: { groupId, helper, name, hue, photo } }: { frame: Frame }) {
  const t = useText();
  if (!helper) return null;
  const { acts, ...me } = helper;
  return (
    <form method="post" action={`/g/${groupId}/for`} className="for-whom">
      {acts && <Faces people={[me, { name, hue, photo }]} size="s" />}
      <span>{t(acts ? "steering.forThem" : "steering.mayForThem", { name })}</span>
      <button type="submit" name="act" value={acts ? "no" : "yes"} className="link">
        {t(acts ? "steering.forThemStop" : "steering.forThemStart", { name })}
      </button>
    </form>
  );
}

function HowLong({ frame: { groupId, erasesOn, closedOn, own } }: { frame: Frame }) {
  const t = useText();
  const language = useLanguage();
  if (erasesOn === null) return closedOn === null ? null : <p>{t("closing.bar", { day: plainDay(closedOn, language) })}</p>;
  return (
    <p>
      {t("erasing.bar", { day: plainDay(erasesOn, language) })}{" "}
      {own ? <a href={`/g/${groupId}/settings/erase`}>{t("erasing.barKeep")}</a> : <a href="/me/take-along">{t("erasing.barAlong")}</a>}
    </p>
  );
}
