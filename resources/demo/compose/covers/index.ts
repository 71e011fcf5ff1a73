/** The cover of each album. */
import { bandstand } from './bandstand.ts';
import { cartridge } from './cartridge.ts';
import { circuit } from './circuit.ts';
import { drift } from './drift.ts';
import { furnace } from './furnace.ts';
import { hearth } from './hearth.ts';
import { rooms } from './rooms.ts';
import { shoes } from './shoes.ts';
import { winter } from './winter.ts';
import type { AlbumKey } from '../albums.ts';

/** Draws an album's cover as SVG. */
export const COVERS: Readonly<Record<AlbumKey, () => string>> = {
  rooms,
  drift,
  winter,
  bandstand,
  hearth,
  shoes,
  cartridge,
  circuit,
  furnace,
};
