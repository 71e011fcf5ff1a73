import { standardiseRows } from '../../emotion/clip-describer.ts';
import { wasmEngine } from '../../emotion/engines/wasm-engine.ts';
import { clampToAxis } from '../../emotion/network-output.ts';
import { createAxisSmoother } from '../../emotion/smooth-axis.ts';
import type { SongNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import type { SongExcerpt } from './song-excerpt.ts';

/** A function that gives excerpts' curves as the app would: `[arousal, valence]` interleaved, on the app's scale. */
export function createSongListener(
  network: RecurrentNetwork,
  normalisation: SongNormalisation,
): (item: SongExcerpt) => Float32Array {
  const prepared = wasmEngine.song(network);
  return ({ clips, descriptions }) => {
    const rows = descriptions.get(0)!.slice();
    standardiseRows(rows, normalisation);
    const smoothers = [0, 1].map(() => createAxisSmoother(normalisation.newestShare));
    return prepared
      .start()
      .push(rows, clips)
      .map((value, i) => smoothers[i % 2](clampToAxis(value)));
  };
}
