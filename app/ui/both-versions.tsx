import type { ReactNode } from "react";

export interface BothVersionsProps {
  title: string;
  explain: ReactNode;
  mineLabel: string;
  theirsLabel: string;
  rows: { label: string; mine: ReactNode; theirs: ReactNode }[];
  /** The buttons that choose. */
  children?: ReactNode;
}

/** Somebody else saved meanwhile: both texts, nothing lost. */
export function BothVersions({ title, explain, mineLabel, theirsLabel, rows, children }: BothVersionsProps) {
  return (
    <section className="both-versions" aria-labelledby="both-title" tabIndex={-1} autoFocus>
      <h2 id="both-title">{title}</h2>
      <p>{explain}</p>
      {rows.map((row) => (
        <div className="both-row" key={row.label}>
          <h3>{row.label}</h3>
          <dl>
            <div className="mine">
              <dt>{mineLabel}</dt>
              <dd dir="auto">{row.mine}</dd>
            </div>
            <div>
              <dt>{theirsLabel}</dt>
              <dd dir="auto">{row.theirs}</dd>
            </div>
          </dl>
        </div>
      ))}
      {children}
    </section>
  );
}
