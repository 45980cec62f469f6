import type { ReactNode } from "react";
import { Face, type FaceProps } from "./face";
import { Icon, type IconName } from "./icon";

export interface Row {
  id?: string | undefined;
  face?: Omit<FaceProps, "size"> | undefined;
  icon?: IconName | undefined;
  title: ReactNode;
  sub?: ReactNode;
  /** Where the whole row leads. */
  href?: string | undefined;
  /** At the end: a Tag, a link, a small form. */
  end?: ReactNode;
}

/** A simple list: a face, a name, a line. In two columns where there is room, with `columns`. */
export function Rows({ rows, columns }: { rows: Row[]; columns?: boolean | undefined }) {
  return (
    <ul className={columns ? "rows columns" : "rows"}>
      {rows.map((row, place) => (
        <li key={row.id ?? place} className={row.href ? "row goes" : "row"}>
          {row.face && <Face {...row.face} />}
          {row.icon && (
            <span className="row-icon">
              <Icon name={row.icon} />
            </span>
          )}
          <div className="row-words">
            <p className="row-title">
              {row.href ? (
                <a href={row.href}>
                  <bdi>{row.title}</bdi>
                </a>
              ) : (
                <bdi>{row.title}</bdi>
              )}
            </p>
            {row.sub && <p className="soft">{row.sub}</p>}
          </div>
          {row.end && <div className="row-end">{row.end}</div>}
        </li>
      ))}
    </ul>
  );
}
