import type { EmotionEngine } from '../../src-core/emotion/engines/engine.ts';
import { wasmEngine } from '../../src-core/emotion/engines/wasm-engine.ts';
import { HEARD_BANDS } from '../../src-core/emotion/hearing/audible-levels.ts';
import { CLIP_STATISTICS_SIZE } from '../../src-core/emotion/hearing/clip-statistics.ts';
import type { ClipModel } from '../../src-core/emotion/models.ts';
import type { SongNormalisation } from '../../src-core/emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../src-core/emotion/network.ts';
import { LANDMARK_INPUTS, SURROUNDINGS_SIZE } from '../../src-core/emotion/song/surroundings.ts';
import { randomNetwork } from './networks.ts';

/** States of the clip network and statistics of the clip: inputs of the song networks. */
const STATES = 6;
const INPUTS = STATES + CLIP_STATISTICS_SIZE;

/** A clip network without a head. */
export const CLIP_NETWORK = randomNetwork({
  inputs: HEARD_BANDS,
  steps: 44,
  units: [STATES],
  returnSequences: true,
  scale: 0.1,
});

function songNetwork(seed: number, scale = 0.2): RecurrentNetwork {
  return randomNetwork({
    inputs: INPUTS,
    steps: null,
    units: [9],
    returnSequences: true,
    outputs: [4],
    seed,
    scale,
  });
}

export const FORWARD_NETWORK = songNetwork(3);
export const BACKWARD_NETWORK = songNetwork(5);
/** Landmarks at random. */
export const LANDMARK_NETWORK = randomNetwork({
  inputs: LANDMARK_INPUTS,
  steps: 1,
  units: [],
  outputs: [5, 2],
  activation: 'elu',
  seed: 9,
  scale: 0.01,
});
/** Song networks whose answers are far out of range. */
export const WILD_NETWORK = songNetwork(7, 50);

export const CLIP_NORMALISATION = {
  kind: 'audible',
  mean: new Array<number>(HEARD_BANDS).fill(-20),
  standardDeviation: new Array<number>(HEARD_BANDS).fill(12),
  pooling: 'mean',
  context: 'song',
} as const;

export const SONG_NORMALISATION: SongNormalisation = {
  mean: Array.from({ length: INPUTS }, (_, i) => (i < STATES ? 0 : i < STATES + HEARD_BANDS ? -10 : 3)),
  standardDeviation: Array.from({ length: INPUTS }, (_, i) => (i < STATES ? 0.3 : 10)),
  arousalPerDb: 0.01,
  referenceLevelDb: -20,
  smoothingReach: 2,
  uncertaintyScale: { arousal: 1.5, valence: 2 },
  surroundings: {
    clips: 20,
    share: 0.25,
    mean: new Array<number>(SURROUNDINGS_SIZE).fill(0.5),
    standardDeviation: new Array<number>(SURROUNDINGS_SIZE).fill(2),
  },
};

/** A clip model of random weights that hears every clip in the light of those around it. */
export function songModel(
  engine: EmotionEngine = wasmEngine,
  { forward = FORWARD_NETWORK, backward = BACKWARD_NETWORK, normalisation = SONG_NORMALISATION } = {},
): ClipModel {
  return {
    version: 'test',
    heldOutError: { arousal: 0.2, valence: 0.2 },
    normalisation: CLIP_NORMALISATION,
    network: engine.clip(CLIP_NETWORK),
    song: {
      forward: engine.song(forward),
      backward: engine.song(backward),
      landmarks: engine.song(LANDMARK_NETWORK),
      normalisation,
    },
  };
}
