import { roleInWords } from "~/groups/words";
import { plainDay, yearlyDay } from "~/i18n/dates";
import { dayOf } from "~/platform/wall-clock";
import type { Reading } from "../reading";
import type { TakenCircle } from "../shape";

/** Who belongs and who belonged, each with what they were and when. */
export function People({ circle, reading }: { circle: TakenCircle; reading: Reading }) {
  const { t, language, zone, me } = reading;
  const day = (instant: string) => plainDay(dayOf(instant, zone), language);
  return (
    <>
      <h2>{t("takeAlong.people")}</h2>
      <ul className="people">
        {circle.people.map(({ id, name, relation, mail, birthday, photo, places }) => (
          <li key={id}>
            {photo && <img src={photo} alt="" />}
            <strong>
              <bdi>{name}</bdi>
            </strong>
            {relation && `, ${relation}`}
            {mail && <span className="soft">, {mail}</span>}
            {birthday && <div className="soft">{t("circle.birthdayOn", { day: yearlyDay(birthday, language) })}</div>}
            {places.map((place) => (
              <div key={place.since} className="soft">
                {roleInWords(t, { own: id === me, name: circle.name }, place)}
                {": "}
                {place.until
                  ? t("support.fromUntil", { from: day(place.since), until: day(place.until) })
                  : t("support.since", { when: day(place.since) })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
