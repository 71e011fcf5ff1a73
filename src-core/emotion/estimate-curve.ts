import { CLIP_FRAMES, MEL_SIZE } from '../audio/constants.ts';
import type { Curve } from '../contract/analysis.ts';
import { createClipDescriber } from './hearing/clip-describer.ts';
import { createClipNormaliser, inputBands } from './hearing/normalise-clip.ts';
import type { ClipModel, SongPart } from './models.ts';
import { clampToAxis, runPooled } from './network-output.ts';
import { createLandmarkReader } from './song/landmark-reader.ts';
import { joinPieces } from './song/join-pieces.ts';
import { createSongReader } from './song/song-reader.ts';
import { toSongCurve, type SongCurve } from './song/song-curve.ts';

/** Clips that go through the network together. */
const BATCH_CLIPS = 64;

/** A curve and, where the model tells it, how far each value may be off. */
export interface EstimatedCurve extends Curve {
  /** Standard deviation of each value, or null where the model does not tell. */
  readonly uncertainty: Curve | null;
}

/** Turns the clips of one track, one after the other, into its curve. */
export interface CurveEstimator {
  /**
   * Takes the next clip: mel power `[44, 128]`, time-major, not negative. The array is read before this returns and
   * may be reused.
   * @throws RangeError where its length is wrong.
   */
  push(mel: Float32Array): void;
  /** The curve, one pair for each clip pushed, within [-1, 1]. The estimator is used up. */
  finish(): EstimatedCurve;
}

/** An estimator for one track. Memory stays at a few hundred clips' descriptions and the curve itself. */
export function createCurveEstimator(model: ClipModel): CurveEstimator {
  const hearing = model.song === null ? hearClips(model) : hearSong(model, model.song);
  return {
    push(mel) {
      if (mel.length !== MEL_SIZE) throw new RangeError(`a clip of ${mel.length} numbers, not ${MEL_SIZE}`);
      if (hearing.push(mel) === BATCH_CLIPS) hearing.run();
    },
    finish() {
      hearing.run();
      return hearing.end();
    },
  };
}

/** How clips become a curve. */
interface Hearing {
  /** Takes a clip. @returns clips that wait. */
  push(mel: Float32Array): number;
  /** Hears the clips that wait. */
  run(): void;
  end(): EstimatedCurve;
}

/** Every clip by itself. */
function hearClips(model: ClipModel): Hearing {
  const pairs: number[] = [];
  const size = CLIP_FRAMES * inputBands(model.normalisation);
  const normalise = createClipNormaliser(model.normalisation);
  const batch = new Float32Array(BATCH_CLIPS * size);
  let waiting = 0;
  const axisOf = (axis: number): Float32Array =>
    Float32Array.from({ length: pairs.length / 2 }, (_, i) => clampToAxis(pairs[2 * i + axis]));
  return {
    push(mel) {
      normalise(mel, batch, waiting * size);
      return ++waiting;
    },
    run() {
      const pooling = model.normalisation.pooling ?? 'last';
      pairs.push(
        ...runPooled(model.network, batch.subarray(0, waiting * size), waiting, CLIP_FRAMES, pooling),
      );
      waiting = 0;
    },
    end: () => ({ arousal: axisOf(0), valence: axisOf(1), uncertainty: null }),
  };
}

/** Every clip in the light of those around it. */
function hearSong(model: ClipModel, song: SongPart): Hearing {
  const describer = createClipDescriber(model, song, BATCH_CLIPS);
  const reader = createSongReader(song);
  const landmarks = createLandmarkReader(song);
  const answers: Float32Array[] = [];
  const likeness: Float32Array[] = [];
  const levels: number[] = [];
  return {
    push(mel) {
      describer.push(mel);
      return describer.waiting;
    },
    run() {
      const { waiting } = describer;
      if (waiting === 0) return;
      const { rows, levels: added } = describer.take();
      levels.push(...added);
      answers.push(reader.push(rows, waiting));
      likeness.push(landmarks.push(rows, waiting));
    },
    end(): SongCurve {
      answers.push(reader.finish());
      likeness.push(landmarks.finish());
      return toSongCurve(joinPieces(answers), joinPieces(likeness), levels, song.normalisation);
    },
  };
}
