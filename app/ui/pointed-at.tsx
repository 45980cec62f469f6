import type { ReactNode } from "react";

interface PointedAtProps {
  /** Path of the dark parts, and the length of its side. */
  code: { path: string; side: number };
  label: string;
  /** What to do, beside it. */
  children: ReactNode;
}

/** A code that a phone is pointed at, black on white in every scheme, and never smaller than 4 cm on paper. */
export function PointedAt({ code, label, children }: PointedAtProps) {
  return (
    <div className="pointed-at">
      <svg viewBox={`0 0 ${code.side} ${code.side}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <rect width={code.side} height={code.side} fill="#fff" />
        <path d={code.path} fill="#000" />
      </svg>
      <div className="stack">{children}</div>
    </div>
  );
}
