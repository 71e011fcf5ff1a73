import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText } from '../../../src-core/library/clean-text.ts';
import { probeFile } from '../../../src-core/library/probe-file.ts';
import { SegueError } from '../../../src-core/contract/errors.ts';
import { hostileText, mutate } from '../mutate.ts';
import { promise, type Case, type Target } from '../target.ts';
import { SOUNDS } from './sound.ts';

const SAFE_PICTURES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp'];
const MOST_ART_BYTES = 16 * 1024 * 1024;

/** Whatever tags say, what is kept of them is short, clean text, and pictures that cannot carry a script. */
export const readHostileTags: Target = async (it) => {
  const sound = it.pick(SOUNDS).bytes;
  const tagged = it.below(4) === 0 ? sound : Buffer.concat([id3(it), sound]);
  const path = join(it.folder, it.pick(['tags.mp3', 'tags.flac', 'tags.m4a', 'tags.wav', 'tags.ogg']));
  writeFileSync(path, it.below(3) === 0 ? tagged : mutate(tagged, it));
  let probed;
  try {
    probed = await probeFile(path, true);
  } catch (error) {
    if (!(error instanceof SegueError) || error.code === 'internal') throw error;
    return;
  }
  const { tags, art } = probed;
  for (const [name, value] of Object.entries(tags) as [string, unknown][]) {
    if (typeof value === 'string')
      promise(cleanText(value) === value, `${name} is not clean: ${value.slice(0, 80)}`);
    else promise(value === null || Number.isFinite(value), `${name} is ${String(value)}`);
  }
  if (art === null) return;
  promise(SAFE_PICTURES.includes(art.mimeType), `a picture of type ${art.mimeType}`);
  promise(art.bytes.length <= MOST_ART_BYTES, `a picture of ${art.bytes.length} bytes`);
};

/** An ID3v2.3 tag with texts and a picture of the worst kinds. */
function id3(it: Case): Buffer {
  const text = (id: string): Buffer =>
    frame(id, Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(hostileText(it), 'utf16le')]));
  const frames = Buffer.concat([
    text('TIT2'),
    text('TPE1'),
    text('TALB'),
    text('TCON'),
    text('TRCK'),
    picture(it),
  ]);
  const header = Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00', 'latin1');
  for (let i = 0; i < 4; i++) header[6 + i] = (frames.length >> (7 * (3 - i))) & 0x7f;
  return Buffer.concat([header, frames]);
}

function frame(id: string, content: Buffer): Buffer {
  const header = Buffer.alloc(10);
  header.write(id, 'latin1');
  header.writeUInt32BE(content.length, 4);
  return Buffer.concat([header, content]);
}

function picture(it: Case): Buffer {
  const type = it.pick(['image/png', 'image/svg+xml', 'text/html', 'application/javascript', '-->', '']);
  const content = it.pick([
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.hacked=true"/>'),
    () => Buffer.from('<html><script>globalThis.hacked = true</script>'),
    () => Buffer.from('\x89PNG\r\n\x1a\n<script>globalThis.hacked = true</script>', 'latin1'),
    () => Buffer.from('file:///etc/passwd'),
    () => Buffer.alloc(it.below(300_000), 0xff),
    () => Buffer.from('GIF89a<svg onload=x>', 'latin1'),
  ])();
  return frame('APIC', Buffer.concat([Buffer.from(`\0${type}\0\x03cover\0`, 'latin1'), content]));
}
