import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROBE = fileURLToPath(new URL('./probe-stages.ts', import.meta.url));

/** CPU seconds of each stage of indexing, for all files together. */
export interface StageCosts {
  readonly tags: number;
  readonly decoding: number;
  /** Mixdown, loudness, silence, resampling, mel. */
  readonly signal: number;
  readonly emotion: number;
}

export async function measureStages(files: readonly string[]): Promise<StageCosts> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROBE, ...files]);
  return JSON.parse(stdout) as StageCosts;
}

/** In words, beside what ffmpeg takes to decode the same files: `decoding 1.7×, …`. */
export function stagesInWords(costs: StageCosts, ffmpegSeconds: number): string {
  return Object.entries(costs)
    .map(([stage, seconds]) => `${stage} ${((seconds as number) / ffmpegSeconds).toFixed(2)}×`)
    .join(', ');
}
