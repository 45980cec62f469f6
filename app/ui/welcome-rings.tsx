import { hueClass } from "./face";

/** Where each face sits: its letter, its colours, how far from the middle and in which direction (degrees, clockwise from the top). */
const faces = [
  { letter: "R", hue: 9, far: 92, at: 40 },
  { letter: "T", hue: 8, far: 92, at: 160 },
  { letter: "A", hue: 2, far: 92, at: 280 },
  { letter: "F", hue: 5, far: 158, at: 0 },
  { letter: "L", hue: 7, far: 158, at: 98 },
  { letter: "N", hue: 3, far: 158, at: 220 },
  { letter: "M", hue: 10, far: 222, at: 52 },
  { letter: "G", hue: 4, far: 222, at: 138 },
  { letter: "W", hue: 11, far: 222, at: 246 },
  { letter: "E", hue: 6, far: 222, at: 318 },
] as const;

/** The picture of what Kring is: one person in the middle, and the others around them. It only decorates. */
export function WelcomeRings() {
  return (
    <svg className="circle welcome-rings" viewBox="0 0 520 520" aria-hidden="true" focusable="false">
      <circle className="ring-3" cx="260" cy="260" r="256" />
      <circle className="ring-2" cx="260" cy="260" r="190" />
      <circle className="ring-1" cx="260" cy="260" r="124" />
      <g className={hueClass(0)}>
        <circle className="disc" cx="260" cy="260" r="46" />
        <text className="letter-in" x="260" y="274" fontSize="38">
          {"J"}
        </text>
      </g>
      {faces.map(({ letter, hue, far, at }) => {
        const turn = (at * Math.PI) / 180;
        const x = Math.round(260 + far * Math.sin(turn));
        const y = Math.round(260 - far * Math.cos(turn));
        return (
          <g key={letter} className={hueClass(hue)}>
            <circle className="disc" cx={x} cy={y} r="27" />
            <text className="letter-in" x={x} y={y + 8} fontSize="22">
              {letter}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
