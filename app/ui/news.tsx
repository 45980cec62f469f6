import type { ReactNode } from "react";
import { Face, type FaceProps } from "./face";
import { Icon } from "./icon";

export interface NewsProps {
  items: {
    id?: string | undefined;
    face: Omit<FaceProps, "size">;
    /** Something came true. */
    joy?: boolean | undefined;
    children: ReactNode;
    /** "gisteren, 23 november" */
    when?: ReactNode;
  }[];
}

/** What is new: a face and a sentence. */
export function News({ items }: NewsProps) {
  return (
    <ul className="news">
      {items.map((item, place) => (
        <li className={item.joy ? "joy" : undefined} key={item.id ?? place}>
          <Face {...item.face} />
          <div>
            <div>{item.children}</div>
            {item.when && <p className="small">{item.when}</p>}
          </div>
          {item.joy && <Icon name="joy" />}
        </li>
      ))}
    </ul>
  );
}
