import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export interface MoreProps {
  summary: ReactNode;
  icon?: IconName | undefined;
  open?: boolean | undefined;
  children: ReactNode;
}

/** What not everybody needs, behind a quiet button. Opens without script. */
export function More({ summary, icon, open, children }: MoreProps) {
  return (
    <details className="more" open={open}>
      <summary>
        {icon && <Icon name={icon} />}
        <span>{summary}</span>
        <Icon name="chevron-down" />
      </summary>
      <div className="more-inside">{children}</div>
    </details>
  );
}
