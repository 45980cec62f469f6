export type Hue = number;

export interface FaceProps {
  name: string;
  /** 0 to 11; anything else is wrapped around. */
  hue: Hue;
  /** Address of a square picture. */
  photo?: string | null | undefined;
  size?: "s" | "m" | "l" | "xl" | undefined;
}

const pixels = { s: 36, m: 50, l: 64, xl: 112 };
const letters = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** The class that gives everything inside it a person's colours. */
export function hueClass(hue: Hue): string {
  return `hue-${(((Math.trunc(hue) || 0) % 12) + 12) % 12}`;
}

/** The first letter as a reader sees it: an accent, a flag or an Arabic letter stays whole. */
export function initial(name: string): string {
  // Most names need no segmenter, which takes longer than the rest of the face.
  const plain = /^\s*([a-z])(?=[a-z]|$)/i.exec(name)?.[1];
  if (plain) return plain.toUpperCase();
  const first = letters.segment(name.trim())[Symbol.iterator]().next();
  return first.done ? "·" : first.value.segment.toLocaleUpperCase("nl");
}

/** A round photo, or an initial where there is none. Always beside the name, so screen readers skip it. */
export function Face({ name, hue, photo, size = "m" }: FaceProps) {
  const looks = `face ${size} ${hueClass(hue)}`;
  if (photo) return <img className={looks} src={photo} alt="" width={pixels[size]} height={pixels[size]} loading="lazy" decoding="async" />;
  return (
    <span className={looks} aria-hidden="true">
      {initial(name)}
    </span>
  );
}

export interface FacesProps {
  people: (Omit<FaceProps, "size"> & { id?: string | undefined })[];
  /** How many faces before the rest becomes "+N". */
  max?: number | undefined;
  size?: FaceProps["size"];
}

/** Faces in an overlapping row; the words beside it say who they are. */
export function Faces({ people, max = 8, size }: FacesProps) {
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.length - shown.length;
  return (
    <span className="faces" aria-hidden="true">
      {shown.map((person, place) => (
        <Face key={person.id ?? `${person.name}-${place}`} name={person.name} hue={person.hue} photo={person.photo} size={size} />
      ))}
      {rest > 0 && <span className={`face rest ${size ?? "m"}`}>+{rest}</span>}
    </span>
  );
}
