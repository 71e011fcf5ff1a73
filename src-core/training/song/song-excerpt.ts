import { CLIP_FRAMES } from '../../audio/constants.ts';
import { wasmEngine } from '../../emotion/engines/wasm-engine.ts';
import { LEVELS_SIZE } from '../../emotion/hearing/audible-levels.ts';
import { CLIP_STATISTICS_SIZE, createClipStatistics } from '../../emotion/hearing/clip-statistics.ts';
import { runPooled } from '../../emotion/network-output.ts';
import { outputsOf, type RecurrentNetwork } from '../../emotion/network.ts';
import type { Excerpt } from '../data/clips-csv.ts';
import { copyLevels, plainClips } from '../clip/clip-batches.ts';
import type { TrainedClipNetwork } from '../clip/cross-validate-clip.ts';
import { meanPair } from '../clip/fit-clip.ts';
import type { TrainingExcerpt } from '../clip/training-excerpt.ts';

/** An excerpt as the song networks read it: a description of each clip. */
export interface SongExcerpt {
  readonly excerpt: Excerpt;
  readonly clips: number;
  /** Numbers a clip. */
  readonly inputs: number;
  /** `[clips, inputs]`, not standardised. */
  readonly descriptions: Float32Array;
  /** How loud each clip is, dB. */
  readonly levels: Float32Array;
  /** Mean of the teacher's values over the excerpt. */
  readonly teacher: readonly [number, number] | null;
  /** Mean of the teacher's inner descriptions. */
  readonly hint: Float32Array | null;
}

/** Statistics of every clip of an excerpt. */
export interface ClipsStatistics {
  /** `[clips, CLIP_STATISTICS_SIZE]`. */
  readonly rows: Float32Array;
  /** How loud each clip is, dB. */
  readonly levels: Float32Array;
}

/** What a song network is told of a clip besides its statistics: the clip network without its head. */
export function withoutHead(network: RecurrentNetwork): RecurrentNetwork {
  return { ...network, layers: network.layers.filter(({ kind }) => kind === 'lstm') };
}

/** The statistics of excerpts; no network has a say in them, so they are computed once for all folds. */
export function excerptStatistics(
  excerpts: readonly TrainingExcerpt[],
): Map<TrainingExcerpt, ClipsStatistics> {
  const levels = new Float32Array(LEVELS_SIZE);
  const statisticsOf = (item: TrainingExcerpt): ClipsStatistics => {
    const rows = new Float32Array(item.clips * CLIP_STATISTICS_SIZE);
    const loudness = new Float32Array(item.clips);
    const write = createClipStatistics();
    for (let clip = 0; clip < item.clips; clip++) {
      copyLevels(item, clip, levels);
      loudness[clip] = write(levels, rows, clip * CLIP_STATISTICS_SIZE);
    }
    return { rows, levels: loudness };
  };
  return new Map(excerpts.map((item) => [item, statisticsOf(item)]));
}

/** Describes excerpts as one clip network hears them. */
export function describeExcerpts(
  excerpts: readonly TrainingExcerpt[],
  hearing: TrainedClipNetwork,
  statistics: ReadonlyMap<TrainingExcerpt, ClipsStatistics>,
  hints: ReadonlyMap<TrainingExcerpt, Float32Array>,
): SongExcerpt[] {
  const network = wasmEngine.clip(withoutHead(hearing.network));
  const width = outputsOf(network.network);
  const inputs = width + CLIP_STATISTICS_SIZE;
  return excerpts.map((item): SongExcerpt => {
    const { clips } = item;
    const descriptions = new Float32Array(clips * inputs);
    const { input } = plainClips(item, hearing.normalisation, 1);
    const pooled = runPooled(network, input, clips, CLIP_FRAMES, hearing.pooling);
    const { rows, levels } = statistics.get(item)!;
    for (let clip = 0; clip < clips; clip++) {
      descriptions.set(pooled.subarray(clip * width, (clip + 1) * width), clip * inputs);
      const from = clip * CLIP_STATISTICS_SIZE;
      descriptions.set(rows.subarray(from, from + CLIP_STATISTICS_SIZE), clip * inputs + width);
    }
    return {
      excerpt: item.excerpt,
      clips,
      inputs,
      levels,
      descriptions,
      teacher: item.teacher === null ? null : meanPair(item.teacher),
      hint: hints.get(item) ?? null,
    };
  });
}
