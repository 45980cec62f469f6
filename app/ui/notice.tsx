import type { ReactNode } from "react";
import { Icon } from "./icon";

export interface NoticeProps {
  kind: "good" | "info" | "joy" | "lost";
  title?: string | undefined;
  children?: ReactNode;
  /** Takes the focus: after a press, the answer to it is read first. */
  focus?: boolean | undefined;
}

const icons = { good: "check", info: "info", joy: "joy", lost: "warning" } as const;

/** A word about what happened or what is so. It stays until the next page. */
export function Notice({ kind, title, children, focus }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role="status" tabIndex={focus ? -1 : undefined} autoFocus={focus}>
      <Icon name={icons[kind]} />
      <div>
        {title && (
          <p className="notice-title">
            <strong>{title}</strong>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
