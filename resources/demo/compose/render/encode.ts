/** WAV to Ogg Opus with tags and cover. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ALBUMS } from '../albums.ts';
import { scoreHash } from '../midi/hash.ts';
import { call } from './tools.ts';
import type { Piece } from '../score.ts';

const BITRATE_KBIT = 44;

/** The piece's tags as opusenc's options; the `score` tag says which score the sound was made from. */
function tags(piece: Piece): string[] {
  const album = ALBUMS[piece.album];
  const named = {
    title: piece.title,
    artist: album.artist,
    album: album.title,
    tracknumber: String(piece.track),
    date: String(album.year),
    genre: album.genre,
  };
  const others = [`albumartist=${album.artist}`, 'license=CC0-1.0', `score=${scoreHash(piece)}`];
  return [
    ...Object.entries(named).flatMap(([name, value]) => [`--${name}`, value]),
    ...others.flatMap((comment) => ['--comment', comment]),
  ];
}

/** Encodes a mastered WAV; the tags come from the piece and its album, the picture from `coverPath`. */
export async function encode(
  wavPath: string,
  opusPath: string,
  piece: Piece,
  coverPath: string,
): Promise<void> {
  const sound = ['--music', '--vbr', '--bitrate', String(BITRATE_KBIT)];
  // A fixed stream serial, so that the same sound gives the same file.
  const container = ['--padding', '0', '--serial', String(piece.seed), '--picture', `3||Cover||${coverPath}`];
  await mkdir(dirname(opusPath), { recursive: true });
  await call('opusenc', ['--quiet', ...sound, ...container, ...tags(piece), wavPath, opusPath]);
}
