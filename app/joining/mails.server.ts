import type { Composers } from "~/mail/composing.server";
import { recipient } from "~/policy/viewer.server";
import { wishToJoinLetter } from "../../emails/wish-to-join";
import { wishesNow } from "./wishes.server";

/** The mail that somebody would like to belong to the circle: to who decides, while it waits for them. */
export const joiningMails: Pick<Composers, "wishToJoin"> = {
  wishToJoin({ memberId, data, now, t, language, link }) {
    const viewer = memberId ? recipient(memberId, now) : null;
    const wish = viewer && wishesNow(viewer).find(({ id }) => id === data.wishId);
    if (!viewer || !wish) return null;
    const { central, role, groupId, accountId } = viewer;
    const href = accountId === null ? null : link(`/g/${groupId}/circle/wishes/${wish.id}`);
    return wishToJoinLetter({
      t,
      language,
      central: central.name,
      own: role === "central",
      who: wish.name,
      by: wish.by,
      word: wish.word,
      href,
    });
  },
};
