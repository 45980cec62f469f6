import { Children, type ReactNode } from "react";
import { Buttons } from "~/ui/button";

/** What can be done with one thing, beside each other; nothing at all when it is only there to see. */
export function Presses({ children }: { children: ReactNode }) {
  return Children.toArray(children).length > 0 ? <Buttons>{children}</Buttons> : null;
}
