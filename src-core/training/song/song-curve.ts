import { wasmEngine } from '../../emotion/engines/wasm-engine.ts';
import { standardiseRows } from '../../emotion/hearing/standardise-rows.ts';
import type { SongNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import { createLandmarkReader } from '../../emotion/song/landmark-reader.ts';
import { joinPieces } from '../../emotion/song/join-pieces.ts';
import { toSongCurve, type SongCurve } from '../../emotion/song/song-curve.ts';
import { createSongReader } from '../../emotion/song/song-reader.ts';
import type { SongExcerpt } from './song-excerpt.ts';
import type { SongNetworks } from './song-network.ts';

/** A function that gives excerpts' curves as the app would, on the app's scale. */
export function createSongListener(
  networks: SongNetworks,
  normalisation: SongNormalisation,
): (item: SongExcerpt) => SongCurve {
  const forward = wasmEngine.song(networks.forward);
  const backward = wasmEngine.song(networks.backward);
  const landmarks = wasmEngine.song(networks.landmarks);
  return ({ clips, descriptions, levels }) => {
    const rows = descriptions.slice();
    standardiseRows(rows, normalisation);
    const answers = [
      createSongReader({ forward, backward }),
      createLandmarkReader({ landmarks, normalisation }),
    ];
    const [said, likeness] = answers.map((reader) => joinPieces([reader.push(rows, clips), reader.finish()]));
    return toSongCurve(said, likeness, levels, normalisation);
  };
}
