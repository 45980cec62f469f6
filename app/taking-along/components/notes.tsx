import { plainDay } from "~/i18n/dates";
import { dayOf } from "~/platform/wall-clock";
import type { Reading } from "../reading";
import type { TakenCircle } from "../shape";

/** What the taker wrote for themselves alone. */
export function Notes({ circle: { privateNotes }, reading: { t, language, zone } }: { circle: TakenCircle; reading: Reading }) {
  if (privateNotes.length === 0) return null;
  return (
    <>
      <h2>{t("notes.title")}</h2>
      <ul>
        {privateNotes.map(({ id, text, createdAt }) => (
          <li key={id}>
            {text} <span className="soft">{plainDay(dayOf(createdAt, zone), language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
