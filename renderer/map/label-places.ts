import type { ScreenPoint } from './view.ts';

/** More names than this on the map would be read by nobody. */
export const MOST_NAMED = 60;
/** More covers than this would hide the map. */
export const MOST_COVERS = 32;
export const COVER_PX = 44;
const LABEL_HEIGHT_PX = 18;
/** Of the interface's font, on average. */
const PX_PER_LETTER = 6.4;
const PX_PER_REGION_LETTER = 10;
const MOST_LABEL_PX = 150;
const GAP_PX = 3;

export interface Named extends ScreenPoint {
  readonly trackId: number;
  readonly title: string;
  /** What plays is never without its cover for a region's name. */
  readonly isCurrent: boolean;
}

export interface Placed extends Named {
  readonly hasCover: boolean;
  readonly hasLabel: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A word that stands on the map whatever is near it. */
export interface Standing extends ScreenPoint {
  readonly word: string;
}

/**
 * Which tracks get a cover and which a name, so that none covers another or a region's name: the first come, the first
 * served. Covers are centred on their place, names stand below.
 */
export function placeLabels(tracks: readonly Named[], regions: readonly Standing[] = []): Placed[] {
  const taken: Box[] = [];
  const words = regions.map((region) =>
    around(region, region.word.length * PX_PER_REGION_LETTER, LABEL_HEIGHT_PX),
  );
  const isFreeOf = (boxes: readonly Box[], box: Box): boolean => boxes.every((other) => !overlap(box, other));
  const isFree = (box: Box): boolean => isFreeOf(taken, box) && isFreeOf(words, box);
  const withCovers = tracks.length <= MOST_COVERS;
  const covers = tracks.map((track) => {
    const box = around(track, COVER_PX, COVER_PX);
    const hasCover = withCovers && (track.isCurrent ? isFreeOf(taken, box) : isFree(box));
    if (hasCover) taken.push(box);
    return hasCover;
  });
  return tracks.map((track, i) => {
    const width = Math.min(MOST_LABEL_PX, track.title.length * PX_PER_LETTER);
    const below = (covers[i] ? COVER_PX / 2 + 2 * GAP_PX : 9) + LABEL_HEIGHT_PX / 2;
    const box = around({ x: track.x, y: track.y + below }, width, LABEL_HEIGHT_PX);
    const hasLabel = isFree(box);
    if (hasLabel) taken.push(box);
    return { ...track, hasCover: covers[i], hasLabel };
  });
}

function around({ x, y }: ScreenPoint, width: number, height: number): Box {
  return {
    left: x - width / 2 - GAP_PX,
    right: x + width / 2 + GAP_PX,
    top: y - height / 2 - GAP_PX,
    bottom: y + height / 2 + GAP_PX,
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
