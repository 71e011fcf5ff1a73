import type { EmotionEngine } from '../../src-core/emotion/engines/engine.ts';
import { wasmEngine } from '../../src-core/emotion/engines/wasm-engine.ts';
import type { ClipModel } from '../../src-core/emotion/models.ts';
import type { SongNormalisation } from '../../src-core/emotion/model-files/normalisation-types.ts';
import { randomNetwork } from './networks.ts';

/** States of the clip network and statistics of the clip: inputs of the song network. */
const STATES = 6;
const BAND_PAIRS = 51;
const INPUTS = STATES + 3 * BAND_PAIRS;

/** A clip network without a head. */
export const CLIP_NETWORK = randomNetwork({
  inputs: 128,
  steps: 44,
  units: [STATES],
  returnSequences: true,
  scale: 0.1,
});

export const SONG_NETWORK = randomNetwork({
  inputs: INPUTS,
  steps: null,
  units: [9],
  returnSequences: true,
  outputs: [2],
  seed: 3,
  scale: 0.2,
});

export const CLIP_NORMALISATION = { kind: 'per-clip', pooling: 'mean', context: 'song' } as const;

export const SONG_NORMALISATION: SongNormalisation = {
  bandPairs: BAND_PAIRS,
  floorDb: -50,
  mean: Array.from({ length: INPUTS }, (_, i) => (i < STATES ? 0 : i < STATES + BAND_PAIRS ? -10 : 3)),
  standardDeviation: Array.from({ length: INPUTS }, (_, i) => (i < STATES ? 0.3 : 10)),
  newestShare: 0.5,
};

/** A clip model of random weights that hears every clip in the light of those before it. */
export function songModel(
  engine: EmotionEngine = wasmEngine,
  { song = SONG_NETWORK, normalisation = SONG_NORMALISATION } = {},
): ClipModel {
  return {
    version: 'test',
    heldOutError: { arousal: 0.2, valence: 0.2 },
    normalisation: CLIP_NORMALISATION,
    network: engine.clip(CLIP_NETWORK),
    song: { network: engine.song(song), normalisation },
  };
}
