import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";

export interface PressProps {
  /** The address that the press posts to. */
  to: string;
  children: ReactNode;
  /** What it is about, for who does not see the row. */
  about?: string | undefined;
  kind?: ButtonProps["kind"];
  icon?: ButtonProps["icon"];
  /** The page to come back to. */
  back?: string | undefined;
}

/** One press that changes one thing: a form without fields. */
export function Press({ to, children, about, kind = "quiet", icon, back }: PressProps) {
  return (
    <form method="post" action={to}>
      {back && <input type="hidden" name="back" value={back} />}
      <Button kind={kind} icon={icon}>
        {children}
        {about && <span className="unseen">: {about}</span>}
      </Button>
    </form>
  );
}
