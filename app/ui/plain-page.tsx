import type { ReactNode } from "react";
import { Face } from "./face";
import { Wordmark } from "./wordmark";

export interface PlainPageProps {
  brand: string;
  brandHref: string;
  skip: string;
  /** Help, the way out, another language: links. */
  actions?: ReactNode;
  foot?: ReactNode;
  wide?: boolean | undefined;
  children: ReactNode;
}

/** A page outside a group: welcome, sign in, staff. */
export function PlainPage({ brand, brandHref, skip, actions, foot, wide, children }: PlainPageProps) {
  return (
    <div className="plain-page">
      <a className="skip" href="#main">
        {skip}
      </a>
      <header className="plain-top">
        <a className="brand" href={brandHref}>
          <Wordmark name={brand} />
        </a>
        {actions && <div className="plain-actions">{actions}</div>}
      </header>
      <main id="main" className={wide ? "wide" : undefined} tabIndex={-1}>
        {children}
      </main>
      {foot && <footer className="plain-foot">{foot}</footer>}
    </div>
  );
}

export interface QuestionPageProps {
  /** Whose circle asks; `label` and `sub` are the two lines beside the face. */
  who: { name: string; hue: number; photo?: string | null | undefined; label?: string | undefined; sub?: string | undefined };
  title: string;
  /** When, where: short lines under the question. */
  lines?: ReactNode[] | undefined;
  children?: ReactNode;
  foot?: ReactNode;
}

/** One question from a mail: no account, no navigation, no script. */
export function QuestionPage({ who, title, lines = [], children, foot }: QuestionPageProps) {
  return (
    <main className="question">
      <div className="question-who">
        <Face name={who.name} hue={who.hue} photo={who.photo} size="l" />
        <p>
          <strong>
            <bdi>{who.label ?? who.name}</bdi>
          </strong>
          {who.sub && <span className="soft">{who.sub}</span>}
        </p>
      </div>
      <div className="stack">
        <h1>{title}</h1>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name and never move
          <p key={place}>{line}</p>
        ))}
      </div>
      {children}
      {foot && <div className="question-foot">{foot}</div>}
    </main>
  );
}
