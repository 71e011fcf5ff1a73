import { CLIP_FRAMES } from '../../audio/constants.ts';
import type { ClipModel, SongPart } from '../models.ts';
import { runPooled } from '../network-output.ts';
import { LEVELS_SIZE } from './audible-levels.ts';
import { CLIP_STATISTICS_SIZE, createClipStatistics } from './clip-statistics.ts';
import { createClipNormaliser } from './normalise-clip.ts';
import { standardiseRows } from './standardise-rows.ts';

/** Collects the clips of one track, in order, and describes a batch of them at a time, as a song network reads them. */
export interface ClipDescriber {
  /** Takes the next clip: mel power `[44, 128]`. */
  push(mel: Float32Array): void;
  /** Clips since the last `take`. */
  readonly waiting: number;
  /** Their descriptions, `[waiting, inputs of the song networks]`, and how loud each is, dB. */
  take(): { readonly rows: Float32Array; readonly levels: readonly number[] };
}

/**
 * The describer of one model for one track: the clip network's pooled output, then the clip's statistics, standardised.
 * @param maxClips most clips between two `take`s
 */
export function createClipDescriber(model: ClipModel, song: SongPart, maxClips: number): ClipDescriber {
  const { inputs } = song.forward.network;
  const states = inputs - CLIP_STATISTICS_SIZE;
  const clips = new Float32Array(maxClips * LEVELS_SIZE);
  const rows = new Float32Array(maxClips * inputs);
  const writeStatistics = createClipStatistics();
  let waiting = 0;
  let loudness: number[] = [];
  const normalise = createClipNormaliser(model.normalisation, (levels) => {
    loudness.push(writeStatistics(levels, rows, waiting * inputs + states));
  });
  return {
    get waiting() {
      return waiting;
    },
    push(mel) {
      normalise(mel, clips, waiting * LEVELS_SIZE);
      waiting++;
    },
    take() {
      const input = clips.subarray(0, waiting * LEVELS_SIZE);
      const pooling = model.normalisation.pooling ?? 'last';
      const pooled = runPooled(model.network, input, waiting, CLIP_FRAMES, pooling);
      for (let row = 0; row < waiting; row++) {
        rows.set(pooled.subarray(row * states, (row + 1) * states), row * inputs);
      }
      const described = rows.slice(0, waiting * inputs);
      standardiseRows(described, song.normalisation);
      const levels = loudness;
      waiting = 0;
      loudness = [];
      return { rows: described, levels };
    },
  };
}
