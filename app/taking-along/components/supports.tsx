import { plainDay } from "~/i18n/dates";
import { domainLooks, domains } from "~/support/domains";
import type { Reading } from "../reading";
import type { TakenCircle } from "../shape";

/** Who supported what, by where in life, in the order in which it began. */
export function Supports({ circle: { support }, reading: { t, language } }: { circle: TakenCircle; reading: Reading }) {
  if (support.length === 0) return null;
  return (
    <>
      <h2>{t("support.name")}</h2>
      {domains
        .map((domain) => ({ domain, here: support.filter((one) => one.domain === domain) }))
        .filter(({ here }) => here.length > 0)
        .map(({ domain, here }) => (
          <section key={domain}>
            <h3>{t(domainLooks[domain].label)}</h3>
            <ul>
              {here.map(({ id, text, who, paid, since, until }) => (
                <li key={id}>
                  <bdi>{who}</bdi>: {text}{" "}
                  <span className="soft">
                    {until
                      ? t("support.fromUntil", { from: plainDay(since, language), until: plainDay(until, language) })
                      : t("support.since", { when: plainDay(since, language) })}
                    {paid && `, ${t("support.paidTag")}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
