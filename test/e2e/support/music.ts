import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../../fixtures/audio/', import.meta.url));

/** One file for each format that Segue reads; m4a holds either of two. */
const ALL_FORMATS = [
  'arpeggio.mp3',
  'arpeggio.flac',
  'arpeggio.ogg',
  'arpeggio.opus',
  'index-first.m4a',
  'alac.m4a',
  'arpeggio.aac',
  's16.wav',
  's16.aiff',
  'arpeggio.wma',
];

/** Copies a file of each format, and says how many there are. */
export function copyAllFormats(folder: string): number {
  mkdirSync(folder, { recursive: true });
  for (const file of ALL_FORMATS) copyFileSync(join(FIXTURES, file), join(folder, file));
  return ALL_FORMATS.length;
}

interface Tags {
  readonly title: string;
  readonly artist?: string;
  readonly album?: string;
  readonly trackNo?: number;
}

export interface Tone extends Tags {
  readonly seconds: number;
  readonly hz: number;
}

/** Clicks as even as a metronome's. */
export interface Clicks extends Tags {
  readonly seconds: number;
  readonly firstSeconds: number;
  readonly beatsPerMinute: number;
}

const RATE_HZ = 16_000;
const AMPLITUDE = 0.4;

/** Writes a steady tone with tags as a wave file. */
export function writeTone(folder: string, { seconds, hz, ...tags }: Tone): string {
  const sampleAt = (i: number): number => AMPLITUDE * Math.sin((2 * Math.PI * hz * i) / RATE_HZ);
  return writeWave(
    folder,
    tags,
    Int16Array.from({ length: seconds * RATE_HZ }, (_, i) => to16Bits(sampleAt(i))),
  );
}

const CLICK_SECONDS = 0.05;
const CLICK_HZ = 1200;

/** Writes clicks that die away at once, with tags, as a wave file. */
export function writeClicks(
  folder: string,
  { seconds, firstSeconds, beatsPerMinute, ...tags }: Clicks,
): string {
  const samples = new Int16Array(seconds * RATE_HZ);
  for (let at = firstSeconds; at + CLICK_SECONDS < seconds; at += 60 / beatsPerMinute) {
    const first = Math.round(at * RATE_HZ);
    for (let i = 0; i < CLICK_SECONDS * RATE_HZ; i++) {
      const fading = Math.exp((-8 * i) / (CLICK_SECONDS * RATE_HZ));
      samples[first + i] = to16Bits(
        2 * AMPLITUDE * fading * Math.sin((2 * Math.PI * CLICK_HZ * i) / RATE_HZ),
      );
    }
  }
  return writeWave(folder, tags, samples);
}

function to16Bits(sample: number): number {
  return Math.round(32_767 * sample);
}

/** 16 bits, one channel. */
function writeWave(folder: string, tags: Tags, samples: Int16Array): string {
  mkdirSync(folder, { recursive: true });
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(RATE_HZ, 4);
  format.writeUInt32LE(RATE_HZ * 2, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const info = Buffer.concat([
    Buffer.from('INFO'),
    chunk('INAM', text(tags.title)),
    chunk('IART', text(tags.artist ?? 'The Tones')),
    ...(tags.album === undefined ? [] : [chunk('IPRD', text(tags.album))]),
    ...(tags.trackNo === undefined ? [] : [chunk('ITRK', text(String(tags.trackNo)))]),
  ]);
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    chunk('LIST', info),
    chunk('data', Buffer.from(samples.buffer)),
  ]);
  const path = join(folder, `${tags.title}.wav`);
  writeFileSync(path, chunk('RIFF', body));
  return path;
}

/** Wave files' tags are in Latin-1, and end with a zero. */
function text(value: string): Buffer {
  return Buffer.from(`${value}\0`, 'latin1');
}

/** A RIFF chunk, padded to an even length. */
function chunk(id: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(id), size, data, Buffer.alloc(data.length % 2)]);
}
