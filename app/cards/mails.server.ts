import { longMoment } from "~/i18n/dates";
import type { Composers } from "~/mail/composing.server";
import { localOf } from "~/platform/wall-clock";
import { may } from "~/policy/acting";
import { groupQuery } from "~/policy/queries.server";
import { recipient } from "~/policy/viewer.server";
import { cardUsedLetter } from "../../emails/card-used";

const whoseCard = groupQuery<{ memberId: string; name: string }>(
  `SELECT m.id AS memberId, m.name FROM SignInCard c JOIN Member m ON m.id = c.memberId
   WHERE c.id = @cardId AND c.groupId = @groupId AND c.voidedAt IS NULL`,
);

/** The mail that a card was used. Not sent when the card is void by now, or its reader could do nothing about it. */
export const cardMails: Pick<Composers, "cardUsed"> = {
  cardUsed: ({ memberId, data, language, now, t, link }) => {
    const viewer = memberId ? recipient(memberId, now) : null;
    const card = viewer && whoseCard.first(viewer, { cardId: data.cardId });
    if (!viewer || !card || !may(viewer, "card.void")) return null;
    return cardUsedLetter({
      t,
      language,
      central: viewer.central.name,
      name: card.name,
      when: longMoment(localOf(data.at, viewer.zone), language, t, viewer.today),
      href: link(`/g/${viewer.groupId}/people/${card.memberId}/card`),
    });
  },
};
