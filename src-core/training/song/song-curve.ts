import { wasmEngine } from '../../emotion/engines/wasm-engine.ts';
import { standardiseRows } from '../../emotion/hearing/standardise-rows.ts';
import type { SongNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import { toSongCurve, type SongCurve } from '../../emotion/song/song-curve.ts';
import { createSongReader } from '../../emotion/song/song-reader.ts';
import type { SongExcerpt } from './song-excerpt.ts';
import type { SongNetworkPair } from './song-network.ts';

/** A function that gives excerpts' curves as the app would, on the app's scale. */
export function createSongListener(
  networks: SongNetworkPair,
  normalisation: SongNormalisation,
): (item: SongExcerpt) => SongCurve {
  const forward = wasmEngine.song(networks.forward);
  const backward = wasmEngine.song(networks.backward);
  return ({ clips, descriptions, levels }) => {
    const rows = descriptions.slice();
    standardiseRows(rows, normalisation);
    const reader = createSongReader({ forward, backward });
    return toSongCurve([reader.push(rows, clips), reader.finish()], levels, normalisation);
  };
}
