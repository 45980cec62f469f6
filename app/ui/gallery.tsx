import { samplePlaces } from "./gallery-cast";
import { GalleryFields } from "./gallery-fields";
import { GalleryLists } from "./gallery-lists";
import { GalleryPictures } from "./gallery-pictures";
import { GalleryTop } from "./gallery-top";
import { PageHead } from "./headings";
import { Shell } from "./shell";

/** Every component in every state, on one page, for whoever builds Kring. */
export function Gallery() {
  return (
    <Shell
      whose={{ name: "Jan", hue: 0, href: "#home", label: "De kring van Jan" }}
      places={[...samplePlaces]}
      placesLabel="Jouw kring"
      help={{ href: "#help", label: "Hulp" }}
      out={{ href: "#out", label: "Weg" }}
      skip="Naar de inhoud"
      bar={<p>Je doet dit voor Jan.</p>}
    >
      <PageHead
        eyebrow="Alleen voor wie bouwt"
        title="Wat er op het scherm kan staan"
        lead="Elk ding in elke staat: gevuld, leeg, met een fout, met lange namen."
        back={{ href: "#terug", label: "Terug naar Thuis" }}
      />
      <GalleryTop />
      <GalleryLists />
      <GalleryFields />
      <GalleryPictures />
    </Shell>
  );
}
