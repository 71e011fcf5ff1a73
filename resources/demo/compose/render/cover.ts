/** SVG covers to small pictures. */
import { stat, writeFile } from 'node:fs/promises';
import { call } from './tools.ts';

const SIDE_PIXELS = 500;
/** A cover travels inside every track of its album. */
const MOST_BYTES = 27_000;
/** ffmpeg's JPEG scale: 2 is the finest. */
const FINEST = 3;
const COARSEST = 12;

const bytes = async (path: string): Promise<number> => (await stat(path)).size;

/**
 * Draws an SVG into a square picture: a PNG where that is small (flat colours), a JPEG of the best quality
 * that fits otherwise. `base` is the path without extension; returns the path of the picture.
 */
export async function drawCover(svg: string, base: string): Promise<string> {
  const size = String(SIDE_PIXELS);
  await writeFile(`${base}.svg`, svg);
  await call('rsvg-convert', ['-w', size, '-h', size, '-o', `${base}.png`, `${base}.svg`]);
  if ((await bytes(`${base}.png`)) <= MOST_BYTES) return `${base}.png`;
  for (let coarseness = FINEST; coarseness <= COARSEST; coarseness++) {
    const quality = ['-pix_fmt', 'yuvj420p', '-huffman', 'optimal', '-q:v', String(coarseness)];
    await call('ffmpeg', ['-v', 'error', '-y', '-i', `${base}.png`, ...quality, `${base}.jpg`]);
    if ((await bytes(`${base}.jpg`)) <= MOST_BYTES) break;
  }
  return `${base}.jpg`;
}
