import type { ReactNode } from "react";

export interface EmptyProps {
  title: string;
  children?: ReactNode;
  /** The one button that begins. */
  action?: ReactNode;
}

/** Nothing here yet: an invitation, not an absence. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="soft">{children}</div>}
      {action}
    </div>
  );
}
