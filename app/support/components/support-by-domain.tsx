import type { Frame } from "~/groups/frame";
import { useText } from "~/i18n/use-text";
import { Icon } from "~/ui/icon";
import { domainLooks, domains } from "../domains";
import type { SupportShown } from "../overview.server";
import { SupportRows } from "./support-rows";

/** Who supports what now, by domain of life; domains without support are left out. */
export function SupportByDomain({ frame, now }: { frame: Frame; now: SupportShown[] }) {
  const t = useText();
  return (
    <div className="domains">
      {domains.map((domain) => {
        const supports = now.filter((support) => support.domain === domain);
        if (supports.length === 0) return null;
        return (
          <section className="domain" key={domain} aria-labelledby={`domain-${domain}`}>
            <div className="domain-head">
              <Icon name={domainLooks[domain].icon} />
              <h2 id={`domain-${domain}`}>{t(domainLooks[domain].label)}</h2>
            </div>
            <SupportRows frame={frame} supports={supports} />
          </section>
        );
      })}
    </div>
  );
}
