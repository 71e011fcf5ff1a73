import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const DEMO = fileURLToPath(new URL('../../resources/demo/', import.meta.url));

export interface Mood {
  readonly arousal: number;
  readonly valence: number;
}

export interface IndexedPiece {
  readonly file: string;
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  readonly key: string;
  readonly intendedMood: { readonly opening: Mood; readonly closing: Mood };
}

export const index = JSON.parse(readFileSync(`${DEMO}pieces.json`, 'utf8')) as {
  readonly note: string;
  readonly pieces: readonly IndexedPiece[];
};
