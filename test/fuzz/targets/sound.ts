import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPcm } from '../../../src-core/audio/open-pcm.ts';
import { browserType } from '../../../src-core/audio/browser-type.ts';
import { SegueError } from '../../../src-core/contract/errors.ts';
import { mutate } from '../mutate.ts';
import { promise, type Target } from '../target.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/audio/', import.meta.url));
export const SOUNDS = readdirSync(FIXTURES)
  .filter((name) => /\.(mp[23]|flac|og[ga]|opus|m4a|aac|wav|aiff?|aifc|wma)$/.test(name))
  .sort()
  .map((name) => ({ name, bytes: readFileSync(join(FIXTURES, name)) }));

/** Damage may make a file longer than it was, not by a thousand times. */
const MOST_SECONDS = 4 * 3600;

/** Whatever a file holds, decoding it gives finite samples or a reason. */
export const decodeSound: Target = async (it) => {
  const { bytes } = it.pick(SOUNDS);
  const path = join(it.folder, `sound${extname(it.pick(SOUNDS).name)}`);
  writeFileSync(path, mutate(bytes, it));
  let seconds = 0;
  try {
    await browserType(path);
    for await (const { channels, sampleRateHz } of openPcm(path)) {
      promise(sampleRateHz >= 1000 && sampleRateHz <= 768_000, `a rate of ${sampleRateHz} Hz`);
      for (const samples of channels) {
        promise(
          samples.every((value) => Math.abs(value) <= 64),
          'a sample that is none',
        );
      }
      seconds += channels[0].length / sampleRateHz;
      if (seconds > MOST_SECONDS) return;
    }
  } catch (error) {
    if (!(error instanceof SegueError) || error.code === 'internal') throw error;
  }
};
