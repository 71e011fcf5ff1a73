/** A short name for exactly this performance of this piece. */
import { createHash } from 'node:crypto';
import { midiFile } from './write.ts';
import type { Piece } from '../score.ts';

/** First 16 hexadecimal digits of the SHA-256 of the piece's MIDI file. */
export const scoreHash = (piece: Piece): string =>
  createHash('sha256').update(midiFile(piece)).digest('hex').slice(0, 16);
