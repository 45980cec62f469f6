import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icon";

interface Looks {
  children: ReactNode;
  /** "main" once a page; "quiet" for the rest; "lost" when something will be gone. */
  kind?: "main" | "quiet" | "lost" | undefined;
  icon?: IconName | undefined;
  /** As wide as its column. */
  wide?: boolean | undefined;
}

export type ButtonProps = Looks & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style" | "children">;
export type LinkButtonProps = Looks & { href: string } & Omit<
    AnchorHTMLAttributes<HTMLAnchorElement>,
    "className" | "style" | "children" | "href"
  >;

const looks = (kind: string, wide: boolean | undefined) => `button ${kind}${wide ? " wide" : ""}`;

/** Says what happens when it is pressed: "Ik kom", not "OK". */
export function Button({ children, kind = "main", icon, wide, type = "submit", ...rest }: ButtonProps) {
  return (
    <button type={type} className={looks(kind, wide)} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A link that asks to be pressed; it goes somewhere and changes nothing. */
export function LinkButton({ children, kind = "quiet", icon, wide, href, ...rest }: LinkButtonProps) {
  return (
    <a href={href} className={looks(kind, wide)} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** Buttons beside each other, under each other where there is no room. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className="buttons">{children}</div>;
}
