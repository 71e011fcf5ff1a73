/** SVG covers to JPEG. */
import { writeFile } from 'node:fs/promises';
import { call } from './tools.ts';

const SIDE_PIXELS = 500;

/** Draws an SVG into a square JPEG; `path` ends in `.jpg`. */
export async function drawCover(svg: string, path: string): Promise<void> {
  const svgPath = path.replace(/\.jpg$/, '.svg');
  const pngPath = path.replace(/\.jpg$/, '.png');
  await writeFile(svgPath, svg);
  await call('rsvg-convert', ['-w', String(SIDE_PIXELS), '-h', String(SIDE_PIXELS), '-o', pngPath, svgPath]);
  await call('ffmpeg', ['-v', 'error', '-y', '-i', pngPath, '-pix_fmt', 'yuvj444p', '-q:v', '5', path]);
}
