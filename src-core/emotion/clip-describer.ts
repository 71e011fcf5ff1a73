import { CLIP_FRAMES, MEL_SIZE } from '../audio/constants.ts';
import { levelStatisticsSize, writeLevelStatistics } from './level-statistics.ts';
import type { SongNormalisation } from './model-files/normalisation-types.ts';
import type { ClipModel, SongPart } from './models.ts';
import { runPooled } from './network-output.ts';
import { createClipNormaliser } from './normalise-clip.ts';

/** Collects clips and describes a batch of them at a time, as a song network reads them. */
export interface ClipDescriber {
  /** Takes the next clip: mel power `[44, 128]`. */
  push(mel: Float32Array): void;
  /** Clips since the last `take`. */
  readonly waiting: number;
  /** Their descriptions, `[waiting, inputs of the song network]`. */
  take(): Float32Array;
}

/**
 * The describer of one model: the clip network's pooled output, then the clip's level statistics, standardised.
 * @param maxClips most clips between two `take`s
 */
export function createClipDescriber(model: ClipModel, song: SongPart, maxClips: number): ClipDescriber {
  const { normalisation } = song;
  const { inputs } = song.network.network;
  const statistics = levelStatisticsSize(normalisation);
  const states = inputs - statistics;
  const clips = new Float32Array(maxClips * MEL_SIZE);
  const rows = new Float32Array(maxClips * inputs);
  let waiting = 0;
  const normalise = createClipNormaliser(model.normalisation, (levels) => {
    writeLevelStatistics(levels, normalisation, rows, waiting * inputs + states);
  });
  return {
    get waiting() {
      return waiting;
    },
    push(mel) {
      normalise(mel, clips, waiting * MEL_SIZE);
      waiting++;
    },
    take() {
      const input = clips.subarray(0, waiting * MEL_SIZE);
      const pooling = model.normalisation.pooling ?? 'last';
      const pooled = runPooled(model.network, input, waiting, CLIP_FRAMES, pooling);
      for (let row = 0; row < waiting; row++) {
        rows.set(pooled.subarray(row * states, (row + 1) * states), row * inputs);
      }
      const described = rows.slice(0, waiting * inputs);
      standardiseRows(described, normalisation);
      waiting = 0;
      return described;
    },
  };
}

/** Shifts and scales rows of a song network's input in place. */
export function standardiseRows(
  rows: Float32Array,
  { mean, standardDeviation }: Pick<SongNormalisation, 'mean' | 'standardDeviation'>,
): void {
  const width = mean.length;
  for (let i = 0; i < rows.length; i++) rows[i] = (rows[i] - mean[i % width]) / standardDeviation[i % width];
}
