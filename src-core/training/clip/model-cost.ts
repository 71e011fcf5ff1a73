import { MEL_SIZE } from '../../audio/constants.ts';
import { wasmEngine } from '../../emotion/engines/wasm-engine.ts';
import { createCurveEstimator } from '../../emotion/estimate-curve.ts';
import { createRandom } from '../run/random.ts';
import type { TrainedSongNetwork } from '../song/train-song.ts';
import { withoutHead } from '../song/song-excerpt.ts';
import type { TrainedClipNetwork } from './cross-validate-clip.ts';

const FOUR_MINUTES_CLIPS = 480;
/** The least of so many counts: what else the machine does makes every other dearer. */
const ROUNDS = 9;

/** CPU time of the emotion stage for a song of four minutes of noise. */
export function cpuSecondsOf(
  { network, normalisation, pooling }: TrainedClipNetwork,
  song: TrainedSongNetwork | null,
): number {
  const random = createRandom(1, 'cost');
  const clips = Array.from({ length: 20 }, () =>
    Float32Array.from({ length: MEL_SIZE }, () => 10 ** (6 * random.uniform() - 4)),
  );
  const estimate = (): void => {
    const estimator = createCurveEstimator({
      version: '',
      heldOutError: { arousal: 1, valence: 1 },
      normalisation: { ...normalisation, pooling, ...(song === null ? {} : { context: 'song' }) },
      network: wasmEngine.clip(song === null ? network : withoutHead(network)),
      song:
        song === null
          ? null
          : {
              forward: wasmEngine.song(song.networks.forward),
              backward: wasmEngine.song(song.networks.backward),
              landmarks: wasmEngine.song(song.networks.landmarks),
              normalisation: song.normalisation,
            },
    });
    for (let clip = 0; clip < FOUR_MINUTES_CLIPS; clip++) estimator.push(clips[clip % clips.length]);
    estimator.finish();
  };
  estimate();
  const costs = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    estimate();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.round(Math.min(...costs) / 1e4) / 100;
}
