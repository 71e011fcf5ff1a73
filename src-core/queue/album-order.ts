import type { TrackFacts } from './track-facts.ts';

/** Who follows whom on the albums of a library. */
export function albumOrders({ albums, albumPlaces, recordings }: TrackFacts): {
  albumNext: Int32Array;
  insideAlbum: Uint8Array;
} {
  const albumNext = new Int32Array(albums.length).fill(-1);
  const insideAlbum = new Uint8Array(albums.length);
  const onAlbum = Array.from(albums.keys()).filter((row) => albums[row] >= 0);
  onAlbum.sort(
    (a, b) => albums[a] - albums[b] || albumPlaces[a] - albumPlaces[b] || recordings[a] - recordings[b],
  );
  for (let i = 1; i < onAlbum.length; i++) {
    if (albums[onAlbum[i - 1]] !== albums[onAlbum[i]]) continue;
    albumNext[onAlbum[i - 1]] = onAlbum[i];
    insideAlbum[onAlbum[i]] = 1;
  }
  return { albumNext, insideAlbum };
}
