import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { openPcm, type PcmBlock } from '../../../src-core/audio/open-pcm.ts';
import { concat } from './blocks.ts';

/** Path of a file in `test/fixtures/audio`. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/audio/${name}`, import.meta.url));
}

export function fixtureBytes(name: string): Buffer {
  return readFileSync(fixture(name));
}

/** A folder that goes when the test file is done, and a way to put files into it. */
export function temporaryFolder(): { path: string; write: (name: string, bytes: Uint8Array) => string } {
  const path = mkdtempSync(join(tmpdir(), 'segue-audio-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write(name, bytes) {
      const file = join(path, name);
      writeFileSync(file, bytes);
      return file;
    },
  };
}

/** A block that is kept while others are decoded into the same memory. */
export function copied(block: PcmBlock): PcmBlock {
  return { ...block, channels: block.channels.map((samples) => samples.slice()) };
}

/** A whole file: its rate, and its channels from end to end. One channel becomes two where others have two. */
export async function readPcm(path: string): Promise<{ rateHz: number; channels: Float32Array[] }> {
  const blocks: PcmBlock[] = [];
  for await (const block of openPcm(path)) blocks.push(copied(block));
  const width = Math.max(...blocks.map(({ channels }) => channels.length));
  const channels = Array.from({ length: width }, (_, c) =>
    concat(...blocks.map((block) => block.channels[Math.min(c, block.channels.length - 1)])),
  );
  return { rateHz: blocks[0].sampleRateHz, channels };
}
