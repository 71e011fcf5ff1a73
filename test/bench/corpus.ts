import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Encoder arguments for each of the formats that Segue indexes. */
export const FORMATS = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k'],
  flac: ['-c:a', 'flac'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '5'],
  opus: ['-c:a', 'libopus', '-b:a', '128k'],
  m4a: ['-c:a', 'aac', '-b:a', '192k', '-movflags', '+faststart'],
  alac: ['-c:a', 'alac'],
  wav: ['-c:a', 'pcm_s16le'],
  aiff: ['-c:a', 'pcm_s16be'],
  wma: ['-c:a', 'wmav2', '-b:a', '192k'],
} as const;

export type Format = keyof typeof FORMATS;

/** The audio files below a folder, by path. */
export function listMusic(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(mp3|flac|og[ga]|opus|m4a|wav|aiff|wma)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The bit rates that mp3 libraries hold, beside the one of {@link FORMATS}. */
const OTHER_MP3_RATES = ['128k', '320k'];

/** Transcodes `sources` into a folder of one format, mp3 at several bit rates, and returns the new files. */
export async function transcode(
  sources: readonly string[],
  format: Format,
  folder: string,
): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const variants = [[], ...(format === 'mp3' ? OTHER_MP3_RATES.map((rate) => ['-b:a', rate]) : [])];
  const made: string[] = [];
  for (const source of sources) {
    for (const [at, variant] of variants.entries()) {
      const name = `${basename(source, extname(source))}-${at}`;
      const target = join(folder, `${name}.${format === 'alac' ? 'm4a' : format}`);
      await run('ffmpeg', [
        ...['-nostdin', '-v', 'error', '-y', '-i', source, '-vn', '-map_metadata', '0'],
        ...['-ar', format === 'opus' ? '48000' : '44100', ...FORMATS[format], ...variant, target],
      ]);
      made.push(target);
    }
  }
  return made;
}
