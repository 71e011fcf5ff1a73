import { CLIP_FRAMES, MEL_SIZE } from '../../audio/constants.ts';
import { wasmEngine } from '../../emotion/engines/wasm-engine.ts';
import {
  levelStatisticsSize,
  writeLevelStatistics,
  type LevelStatisticsShape,
} from '../../emotion/level-statistics.ts';
import { runPooled } from '../../emotion/network-output.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import type { Excerpt } from '../data/clips-csv.ts';
import { plainClips } from '../clip/clip-batches.ts';
import type { TrainedClipNetwork } from '../clip/cross-validate-clip.ts';
import { clipCount, LEVEL_UNIT_DB } from '../clip/mel-cache.ts';
import type { TrainingExcerpt } from '../clip/training-excerpt.ts';

/** An excerpt as a song network reads it: a description of each clip, at each gain. */
export interface SongExcerpt {
  readonly excerpt: Excerpt;
  readonly clips: number;
  /** Numbers a clip. */
  readonly inputs: number;
  /** By gain in dB: `[clips, inputs]`, not standardised. */
  readonly descriptions: ReadonlyMap<number, Float32Array>;
  /** Mean of the teacher's values over the excerpt. */
  readonly teacher: readonly [number, number] | null;
  /** Mean of the teacher's inner descriptions. */
  readonly hint: Float32Array | null;
}

/** What a song network is told of a clip besides its statistics: the clip network without its head. */
export function withoutHead(network: RecurrentNetwork): RecurrentNetwork {
  return { ...network, layers: network.layers.filter(({ kind }) => kind === 'lstm') };
}

/**
 * Describes excerpts as one clip network hears them.
 * @param gainsOf the gains in dB that an excerpt is wanted at
 */
export function describeExcerpts(
  excerpts: readonly TrainingExcerpt[],
  hearing: TrainedClipNetwork,
  hints: ReadonlyMap<TrainingExcerpt, Float32Array>,
  shape: LevelStatisticsShape,
  gainsOf: (excerpt: Excerpt) => readonly number[],
): SongExcerpt[] {
  const network = wasmEngine.clip(withoutHead(hearing.network));
  const states = network.network.layers.at(-1)!;
  const width = states.kind === 'lstm' ? states.units : 0;
  const inputs = width + levelStatisticsSize(shape);
  const levels = new Float32Array(MEL_SIZE);
  return excerpts.map((item): SongExcerpt => {
    const clips = clipCount(item.levels);
    const describe = (gainDb: number): Float32Array => {
      const rows = new Float32Array(clips * inputs);
      const { input } = plainClips(item, hearing.normalisation, 1, gainDb);
      const pooled = runPooled(network, input, clips, CLIP_FRAMES, hearing.pooling);
      for (let clip = 0; clip < clips; clip++) {
        rows.set(pooled.subarray(clip * width, (clip + 1) * width), clip * inputs);
        copyLevels(item, clip, gainDb, levels);
        writeLevelStatistics(levels, shape, rows, clip * inputs + width);
      }
      return rows;
    };
    return {
      excerpt: item.excerpt,
      clips,
      inputs,
      descriptions: new Map(gainsOf(item.excerpt).map((gain) => [gain, describe(gain)])),
      teacher: item.teacher === null ? null : meanPairOf(item.teacher),
      hint: hints.get(item) ?? null,
    };
  });
}

function copyLevels({ levels }: TrainingExcerpt, clip: number, gainDb: number, target: Float32Array): void {
  const from = clip * MEL_SIZE;
  for (let i = 0; i < MEL_SIZE; i++) target[i] = levels[from + i] * LEVEL_UNIT_DB + gainDb;
}

function meanPairOf(pairs: Float32Array): [number, number] {
  const sum: [number, number] = [0, 0];
  for (let i = 0; i < pairs.length; i++) sum[i % 2] += pairs[i];
  return [(2 * sum[0]) / pairs.length, (2 * sum[1]) / pairs.length];
}
