import { dayOf } from "~/platform/wall-clock";
import type { MemberViewer } from "~/policy/viewer.server";

/** What the frame of a group's pages shows of the group and of who looks. */
export interface Frame {
  groupId: string;
  name: string;
  hue: number;
  photo: string | null;
  /** The central person looks at their own circle. */
  own: boolean;
  today: string;
  /** Whose eyes somebody else looks through: then it is only a look. */
  through: string | null;
  /** Who looks may act for the central person: their own face beside the central one's, and whether they do so now. */
  helper: { name: string; hue: number; photo: string | null; acts: boolean } | null;
  /** The day on which this circle is erased, or null. */
  erasesOn: string | null;
  /** The day on which it was closed, or null. */
  closedOn: string | null;
}

/** The frame for a viewer; costs no statement. */
export function frameOf(viewer: MemberViewer): Frame {
  const { name, hue } = viewer;
  const me = { name, hue, photo: photoAddress(viewer.groupId, viewer.photoId), acts: viewer.actsForId !== null };
  return {
    groupId: viewer.groupId,
    name: viewer.central.name,
    hue: viewer.central.hue,
    photo: photoAddress(viewer.groupId, viewer.central.photoId),
    own: viewer.role === "central",
    today: viewer.today,
    through: viewer.lookedThrough ? viewer.name : null,
    helper: viewer.mayActForId && !viewer.lookedThrough ? me : null,
    erasesOn: viewer.erasesAt ? dayOf(viewer.erasesAt, viewer.zone) : null,
    closedOn: viewer.closedAt ? dayOf(viewer.closedAt, viewer.zone) : null,
  };
}

/** Where a face's photo is served, small (192 px) or large (640 px). Null when there is none. */
export function photoAddress(groupId: string, photoId: string | null, size: "small" | "large" = "small"): string | null {
  return photoId ? `/g/${groupId}/photos/${photoId}/${size}` : null;
}
