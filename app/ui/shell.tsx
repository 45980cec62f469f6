import type { ReactNode } from "react";
import { Face } from "./face";
import { Icon, type IconName } from "./icon";

interface Place {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean | undefined;
}

export interface ShellProps {
  whose: { name: string; hue: number; photo?: string | null | undefined; href: string; label: string };
  /** Five, always the same, always in this order. A soft hyphen in a long word helps at 400 %. */
  places: Place[];
  /** Name of the navigation for screen readers: "Jouw kring". */
  placesLabel: string;
  help?: { href: string; label: string } | undefined;
  /** The way out: to my circles. */
  out: { href: string; label: string };
  skip: string;
  /** A strip above everything: "Je doet dit voor Jan." */
  bar?: ReactNode;
  /** Nothing in the bar is out of the ordinary. */
  calm?: boolean | undefined;
  /** Pictures and tables may take the whole width. */
  wide?: boolean | undefined;
  children: ReactNode;
}

/** The frame of every page in a group: whose it is, five words, help and the way out. */
export function Shell({ whose, places, placesLabel, help, out, skip, bar, calm, wide, children }: ShellProps) {
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {skip}
      </a>
      {bar && <aside className={calm ? "bar calm" : "bar"}>{bar}</aside>}
      <header className="top">
        <a className="whose" href={whose.href}>
          <Face name={whose.name} hue={whose.hue} photo={whose.photo} size="l" />
          <bdi>{whose.label}</bdi>
        </a>
        <nav className="places" aria-label={placesLabel}>
          <ul>
            {places.map((place) => (
              <li key={place.href}>
                <a href={place.href} aria-current={place.current ? "page" : undefined}>
                  <Icon name={place.icon} />
                  <span>{place.label}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ul className="doors">
          {help && (
            <li>
              <a href={help.href}>
                <Icon name="help" />
                <span>{help.label}</span>
              </a>
            </li>
          )}
          <li>
            <a href={out.href}>
              <Icon name="people" />
              <span>{out.label}</span>
            </a>
          </li>
        </ul>
      </header>
      <main id="main" className={wide ? "wide" : undefined} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
