import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export interface TagProps {
  children: ReactNode;
  kind?: "plain" | "press" | "joy" | "good" | "lost" | undefined;
  icon?: IconName | undefined;
}

/** A small word beside a name: "betaald", "mandaat". The word tells it, never the colour alone. */
export function Tag({ children, kind = "plain", icon }: TagProps) {
  return (
    <span className={`tag ${kind}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
