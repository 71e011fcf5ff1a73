/** Where the demo library's files lie. */
import { join } from 'node:path';
import { ALBUMS } from './albums.ts';
import type { Piece } from './score.ts';

/** `resources/demo`. */
export const DEMO_FOLDER = join(import.meta.dirname, '..');

/** Path of a piece's audio file, relative to the demo folder, with forward slashes. */
export function audioPath(piece: Piece): string {
  const album = ALBUMS[piece.album];
  return `music/${album.artist}/${album.title}/${String(piece.track).padStart(2, '0')} ${piece.title}.opus`;
}
