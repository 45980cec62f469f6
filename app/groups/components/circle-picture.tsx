import { useText } from "~/i18n/use-text";
import type { Ring } from "~/policy/table";
import { hueClass, initial } from "~/ui/face";
import { circleLayout, outline, round, type Shape, shortName, tall } from "../circle-layout";
import type { Point } from "../circle-places";
import { ringNames } from "../words";

interface Pictured {
  id: string;
  name: string;
  hue: number;
  photo: string | null;
}

export interface CirclePictureProps {
  groupId: string;
  central: Pictured;
  /** From the inside out, in the order in which people came there. */
  rings: { ring: Ring; people: (Pictured & { relation: string })[] }[];
}

/** How many people the picture shows; the list shows everybody. */
const most = 40;

/** The circle: the central person in the middle, the others around them, each a link. Drawn twice, wide and for a phone. */
export function CirclePicture({ groupId, central, rings }: CirclePictureProps) {
  const t = useText();
  let room = most;
  const shown = rings.map(({ ring, people }) => {
    const near = people.slice(0, room);
    room -= near.length;
    return { ring, people: near };
  });
  const rest = rings.reduce((sum, { people }) => sum + people.length, 0) - (most - room);
  return (
    <figure className="circle-picture">
      <Drawing groupId={groupId} central={central} rings={shown} shape={round} kind="round" />
      <Drawing groupId={groupId} central={central} rings={shown} shape={tall} kind="tall" />
      {rest > 0 && (
        <figcaption>
          <a href="#list">{t("circle.more", { count: rest })}</a>
        </figcaption>
      )}
    </figure>
  );
}

interface DrawingProps extends CirclePictureProps {
  shape: Shape;
  kind: "round" | "tall";
}

function Drawing({ groupId, central, rings, shape, kind }: DrawingProps) {
  const t = useText();
  const counts = rings.map(({ people }) => people.length);
  const layout = circleLayout(counts, shape);
  const [w, h] = [layout.halfWidth + 3, layout.halfHeight + 3];
  const clip = `round-photo-${kind}`;
  const person = `/g/${groupId}/people/`;
  return (
    <svg
      className={`circle ${kind}`}
      role="group"
      aria-label={t("circle.picture", { name: central.name })}
      viewBox={`${-w} ${-h} ${2 * w} ${2 * h}`}
    >
      <clipPath id={clip} clipPathUnits="objectBoundingBox">
        <circle cx="0.5" cy="0.5" r="0.5" />
      </clipPath>
      {layout.rings.map((ring, place) => <path key={rings[place]?.ring} className={`ring-${place + 1}`} d={outline(ring)} />).reverse()}
      {layout.rings.map(({ label }, place) => {
        const ring = rings[place]?.ring;
        return (
          ring && (
            <text key={ring} className="ring-name" x={label.x} y={label.y + shape.label.letters * 0.35} fontSize={shape.label.letters}>
              {t(ringNames[ring])}
            </text>
          )
        );
      })}
      <Someone who={central} at={{ x: 0, y: 0 }} cell={shape.central} href={person + central.id} label={central.name} clip={clip} />
      {rings.flatMap(({ people }, place) =>
        people.map((who, index) => {
          const at = layout.rings[place]?.places[index];
          const label = who.relation ? `${who.name}, ${who.relation}` : who.name;
          return at && <Someone key={who.id} who={who} at={at} cell={shape} href={person + who.id} label={label} clip={clip} />;
        }),
      )}
    </svg>
  );
}

interface SomeoneProps {
  who: Pictured;
  at: Point;
  cell: { face: number; disc: number; nameWidth: number; nameHeight: number; letters: number };
  href: string;
  /** What the link says to who does not see the picture. */
  label: string;
  clip: string;
}

function Someone({ who, at, cell, href, label, clip }: SomeoneProps) {
  const { face, disc, nameWidth, nameHeight, letters } = cell;
  return (
    <a href={href} aria-label={label}>
      <g className={`person ${hueClass(who.hue)}`} transform={`translate(${at.x} ${at.y - nameHeight / 2})`}>
        <circle className="halo" r={face} />
        <circle className="disc" r={disc} />
        {who.photo ? (
          <>
            <image href={who.photo} x={-disc} y={-disc} width={2 * disc} height={2 * disc} clipPath={`url(#${clip})`} />
            <circle className="photo-edge" r={disc} />
          </>
        ) : (
          <text className="letter-in" y={disc * 0.29} fontSize={Math.round(disc * 0.8)}>
            {initial(who.name)}
          </text>
        )}
        <text className="name" y={face + nameHeight / 2 + letters * 0.3} fontSize={letters}>
          {shortName(who.name, nameWidth, letters)}
        </text>
      </g>
    </a>
  );
}
