/** WAV to Ogg Opus with tags and cover. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ALBUMS } from '../albums.ts';
import { call } from './tools.ts';
import type { Piece } from '../score.ts';

const BITRATE_KBIT = 46;

/** Encodes a mastered WAV; the tags come from the piece and its album, the picture from `coverPath`. */
export async function encode(
  wavPath: string,
  opusPath: string,
  piece: Piece,
  coverPath: string,
): Promise<void> {
  const album = ALBUMS[piece.album];
  await mkdir(dirname(opusPath), { recursive: true });
  await call('opusenc', [
    '--quiet',
    '--music',
    '--vbr',
    '--bitrate',
    String(BITRATE_KBIT),
    '--padding',
    '0',
    '--serial',
    String(piece.seed),
    '--title',
    piece.title,
    '--artist',
    album.artist,
    '--album',
    album.title,
    '--comment',
    `albumartist=${album.artist}`,
    '--tracknumber',
    String(piece.track),
    '--date',
    String(album.year),
    '--genre',
    album.genre,
    '--comment',
    'license=CC0-1.0',
    '--picture',
    `3||Cover||${coverPath}`,
    wavPath,
    opusPath,
  ]);
}
