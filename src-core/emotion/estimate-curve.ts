import { CLIP_FRAMES, MEL_SIZE } from '../audio/constants.ts';
import type { Curve } from '../contract/analysis.ts';
import type { ClipModel } from './models.ts';
import { clampToAxis, runPooled } from './network-output.ts';
import { createClipNormaliser } from './normalise-clip.ts';

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
 * An estimator for one track. Memory stays at one batch of clips and the curve itself. What a clip's neighbours may
 * say about it belongs behind this interface too: no value is final before `finish`.
 */
export function createCurveEstimator(model: ClipModel): CurveEstimator {
  const normalise = createClipNormaliser(model.normalisation);
  const pooling = model.normalisation.pooling ?? 'last';
  const batch = new Float32Array(BATCH_CLIPS * MEL_SIZE);
  const arousal: number[] = [];
  const valence: number[] = [];
  let waiting = 0;

  const run = (): void => {
    const input = batch.subarray(0, waiting * MEL_SIZE);
    const pairs = runPooled(model.network, input, waiting, CLIP_FRAMES, pooling);
    for (let i = 0; i < waiting; i++) {
      arousal.push(clampToAxis(pairs[2 * i]));
      valence.push(clampToAxis(pairs[2 * i + 1]));
    }
    waiting = 0;
  };

  return {
    push(mel) {
      if (mel.length !== MEL_SIZE) throw new RangeError(`a clip of ${mel.length} numbers, not ${MEL_SIZE}`);
      normalise(mel, batch, waiting * MEL_SIZE);
      waiting++;
      if (waiting === BATCH_CLIPS) run();
    },
    finish() {
      run();
      return { arousal: Float32Array.from(arousal), valence: Float32Array.from(valence) };
    },
  };
}
