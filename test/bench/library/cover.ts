import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Art } from '../../../src-core/database/art.ts';
import type { Random } from '../../support/random.ts';

const SIDE_PIXELS = 24;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG that fades from one colour to another: an album's own, and small, so that a million tracks fit on a disk. */
export function drawCover(random: Random): Art {
  const colour = (): number[] => Array.from({ length: 3 }, () => 30 + random.below(200));
  const [top, bottom] = [colour(), colour()];
  const rows = Buffer.alloc(SIDE_PIXELS * (1 + SIDE_PIXELS * 3));
  let at = 0;
  for (let y = 0; y < SIDE_PIXELS; y++) {
    rows[at++] = 0; // no filter
    for (let x = 0; x < SIDE_PIXELS; x++) {
      const share = (x + y) / (2 * SIDE_PIXELS);
      for (let i = 0; i < 3; i++) rows[at++] = top[i] + (bottom[i] - top[i]) * share;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE_PIXELS, 0);
  header.writeUInt32BE(SIDE_PIXELS, 4);
  header.set([8, 2], 8); // 8 bits a colour, red, green and blue
  const bytes = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), mimeType: 'image/png', bytes };
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
