import { CLIP_FRAMES, MEL_SIZE } from '../audio/constants.ts';
import type { Curve } from '../contract/analysis.ts';
import { createClipDescriber } from './clip-describer.ts';
import type { ClipModel, SongPart } from './models.ts';
import { clampToAxis, runPooled } from './network-output.ts';
import { createClipNormaliser } from './normalise-clip.ts';
import { createAxisSmoother } from './smooth-axis.ts';

/** Clips that go through the network together. */
const BATCH_CLIPS = 64;

/** Turns the clips of one track, one after the other, into its curve. */
export interface CurveEstimator {
  /**
   * Takes the next clip: mel power `[44, 128]`, time-major, not negative. The array is read before this returns and
   * may be reused.
   * @throws RangeError where its length is wrong.
   */
  push(mel: Float32Array): void;
  /** The curve, one pair for each clip pushed, within [-1, 1]. The estimator is used up. */
  finish(): Curve;
}

/**
 * An estimator for one track. Memory stays at one batch of clips and the curve itself, with an engine that carries
 * the song network's state. No value is final before `finish`.
 */
export function createCurveEstimator(model: ClipModel): CurveEstimator {
  const pairs: number[] = [];
  const hearing = model.song === null ? hearClips(model, pairs) : hearSong(model, model.song, pairs);
  return {
    push(mel) {
      if (mel.length !== MEL_SIZE) throw new RangeError(`a clip of ${mel.length} numbers, not ${MEL_SIZE}`);
      if (hearing.push(mel) === BATCH_CLIPS) hearing.run();
    },
    finish() {
      hearing.run();
      hearing.end();
      return { arousal: axisOf(pairs, 0), valence: axisOf(pairs, 1) };
    },
  };
}

/** How clips become pairs, which go to the end of a list. */
interface Hearing {
  /** Takes a clip. @returns clips that wait. */
  push(mel: Float32Array): number;
  /** Hears the clips that wait. */
  run(): void;
  end(): void;
}

/** Every clip by itself. */
function hearClips(model: ClipModel, pairs: number[]): Hearing {
  const normalise = createClipNormaliser(model.normalisation);
  const batch = new Float32Array(BATCH_CLIPS * MEL_SIZE);
  let waiting = 0;
  return {
    push(mel) {
      normalise(mel, batch, waiting * MEL_SIZE);
      return ++waiting;
    },
    run() {
      const input = batch.subarray(0, waiting * MEL_SIZE);
      const pooling = model.normalisation.pooling ?? 'last';
      pairs.push(...runPooled(model.network, input, waiting, CLIP_FRAMES, pooling));
      waiting = 0;
    },
    end: () => undefined,
  };
}

/** Every clip in the light of those before it. */
function hearSong(model: ClipModel, song: SongPart, pairs: number[]): Hearing {
  const describer = createClipDescriber(model, song, BATCH_CLIPS);
  const reading = song.network.start();
  const smoothers = [0, 1].map(() => createAxisSmoother(song.normalisation.newestShare));
  const add = (outputs: Float32Array): void => {
    // A value that is no number would stay in the average for ever.
    outputs.forEach((value, i) => pairs.push(smoothers[i % 2](clampToAxis(value))));
  };
  return {
    push(mel) {
      describer.push(mel);
      return describer.waiting;
    },
    run() {
      const { waiting } = describer;
      add(reading.push(describer.take(), waiting));
    },
    end() {
      add(reading.finish());
    },
  };
}

function axisOf(pairs: readonly number[], axis: number): Float32Array {
  return Float32Array.from({ length: pairs.length / 2 }, (_, i) => clampToAxis(pairs[2 * i + axis]));
}
