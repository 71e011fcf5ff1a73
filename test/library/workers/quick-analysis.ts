import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { TrackAnalysis } from '../../../src-core/contract/analysis.ts';
import { SegueError } from '../../../src-core/contract/errors.ts';
import type { AnalysisTask, AnalysisWorkerData } from '../../../src-core/library/analysis-pool.ts';
import { toFileError } from '../../../src-core/library/file-error.ts';
import { reply, type WorkerReply } from '../../../src-core/library/worker-reply.ts';

/**
 * Stands in for the decoder and the model: a curve from a file's first bytes at once, and each way in which the real
 * ones can go wrong, chosen by the file's name. Every curve computed is a line in the file named by
 * SEGUE_TEST_LOG.
 */
export default function analyse({ path }: AnalysisTask): Promise<WorkerReply<TrackAnalysis>> {
  return reply(path, async () => {
    await misbehave(path);
    const analysis = fakeAnalysis(read(path), modelVersion());
    const log = process.env.SEGUE_TEST_LOG;
    if (log !== undefined) appendFileSync(log, `${path}\n`);
    return analysis;
  });
}

/** What is given as the model's folder serves as its version. */
function modelVersion(): string {
  return (workerData as AnalysisWorkerData).modelDirectory;
}

async function misbehave(path: string): Promise<void> {
  if (path.includes('hang')) for (;;);
  if (path.includes('stall')) await new Promise(() => undefined);
  if (path.includes('exit')) process.exit(3);
  if (path.includes('hungry')) {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, i) => i + kept.length));
  }
  if (path.includes('vanish')) rmSync(path);
  if (path.includes('still-growing')) appendFileSync(path, 'more');
  if (path.includes('model-invalid')) throw new SegueError('model-invalid', 'The model is damaged.');
}

function read(path: string): Buffer {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw toFileError(error, path);
  }
  if (bytes.toString('latin1', 0, 4) !== 'RIFF')
    throw new SegueError('not-audio', 'It holds no sound.', { path });
  return bytes;
}

function fakeAnalysis(bytes: Buffer, version: string): TrackAnalysis {
  const pairs = 30;
  return {
    durationSeconds: pairs / 2,
    sampleRateHz: bytes.readUInt32LE(24),
    channels: bytes.readUInt16LE(22),
    loudnessLufs: -18,
    samplePeak: 0.5,
    leadingSilenceSeconds: 1,
    trailingSilenceSeconds: 2,
    fadeInSeconds: 0,
    fadeOutSeconds: 0,
    curve: {
      arousal: Float32Array.from({ length: pairs }, (_, i) => (bytes[44 + i] ?? 0) / 255),
      valence: Float32Array.from({ length: pairs }, (_, i) => -(bytes[44 + i] ?? 0) / 255),
    },
    uncertainty: null,
    modelVersion: version,
  };
}
