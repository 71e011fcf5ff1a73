/** The cover of each album. */
import type { AlbumKey } from '../albums.ts';

const plain = (colour: string) => (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 500"><rect width="500" height="500" fill="${colour}"/><circle cx="250" cy="250" r="120" fill="#fff" opacity=".4"/></svg>`;

/** Draws an album's cover as SVG. */
export const COVERS: Readonly<Record<AlbumKey, () => string>> = {
  rooms: plain('#335'),
  drift: plain('#467'),
  winter: plain('#89a'),
  bandstand: plain('#a33'),
  hearth: plain('#575'),
  shoes: plain('#c84'),
  cartridge: plain('#3ac'),
  circuit: plain('#a2a'),
  furnace: plain('#222'),
};
