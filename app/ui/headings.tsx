import type { ReactNode } from "react";
import { Icon } from "./icon";

export interface PageHeadProps {
  title: ReactNode;
  lead?: ReactNode;
  eyebrow?: ReactNode;
  back?: { href: string; label: string } | undefined;
  /** Buttons that belong to the whole page. */
  actions?: ReactNode;
}

/** The top of a page: the way back, the one heading, a sentence. */
export function PageHead({ title, lead, eyebrow, back, actions }: PageHeadProps) {
  return (
    <div className="page-head">
      {back && (
        <a className="back" href={back.href}>
          <Icon name="arrow-left" />
          <span>{back.label}</span>
        </a>
      )}
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {actions && <div className="buttons">{actions}</div>}
    </div>
  );
}

export interface SectionProps {
  title: ReactNode;
  id?: string | undefined;
  /** A link at the height of the heading. */
  action?: { href: string; label: string } | undefined;
  children?: ReactNode;
}

/** A part of a page with its own heading. */
export function Section({ title, id, action, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={id && `${id}-title`}>
      <div className="section-head">
        <h2 id={id && `${id}-title`}>{title}</h2>
        {action && (
          <a className="aside-link" href={action.href}>
            {action.label}
          </a>
        )}
      </div>
      {children}
    </section>
  );
}
