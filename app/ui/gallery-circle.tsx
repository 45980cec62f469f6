import { hueClass } from "./face";
import { samplePeople } from "./gallery-cast";
import { Section } from "./headings";

const [, , , , mia] = samplePeople;

/** How the classes of the circle picture look. */
export function GalleryCircle() {
  return (
    <Section title="De tekening van de kring">
      <svg className="circle" viewBox="-200 -200 400 400" role="group" aria-label="Voorbeeld van de kring">
        <circle className="ring-4" r="195" />
        <circle className="ring-3" r="165" />
        <circle className="ring-2" r="125" />
        <circle className="ring-1" r="80" />
        <g className={hueClass(0)}>
          <circle className="disc" r="38" />
          <text className="letter-in" y="7" fontSize="20">
            Jan
          </text>
        </g>
        {mia && (
          <a href="#mia" aria-label="Mia">
            <g className={`person ${hueClass(mia.hue)}`} transform="translate(105 60)">
              <circle className="halo" r="30" />
              <circle className="disc" r="24" />
              <text className="letter-in" y="6" fontSize="18">
                M
              </text>
              <text className="name" y="44" fontSize="16">
                Mia
              </text>
            </g>
          </a>
        )}
      </svg>
    </Section>
  );
}
