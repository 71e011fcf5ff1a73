/**
 * Hears files in this process, first a little and then more and more of the way, and prints as JSON the CPU seconds that
 * each stage adds.
 *
 * Usage: node probe-stages.ts FILE...
 */
import { analyseFile } from '../../src-core/audio/analyse-file.ts';
import { decodePath } from '../../src-core/audio/decode/decode-path.ts';
import { createCurveEstimator } from '../../src-core/emotion/estimate-curve.ts';
import { loadClipModel, shippedModel } from '../../src-core/emotion/models.ts';
import { readTags } from '../../src-core/library/read-tags.ts';

const files = process.argv.slice(2);
const model = await loadClipModel(shippedModel('clip'));

/** CPU seconds of all files, the second time round: the first one compiles. */
async function cost(work: (file: string) => unknown): Promise<number> {
  let seconds = 0;
  for (let round = 0; round < 2; round++) {
    const before = process.cpuUsage();
    for (const file of files) await work(file);
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1e6;
  }
  return seconds;
}

async function decode(file: string): Promise<number> {
  let samples = 0;
  for await (const { channels } of decodePath(file)) samples += channels[0].length;
  return samples;
}

async function hear(file: string): Promise<void> {
  const estimator = createCurveEstimator(model);
  await analyseFile(file, (mel) => estimator.push(mel));
  estimator.finish();
}

const tags = await cost((file) => readTags(file));
const decoding = await cost(decode);
const signal = await cost((file) => analyseFile(file, () => undefined));
const all = await cost(hear);
process.stdout.write(
  JSON.stringify({ tags, decoding, signal: signal - decoding, emotion: all - signal }) + '\n',
);
