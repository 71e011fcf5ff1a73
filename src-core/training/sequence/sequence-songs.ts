import { join } from 'node:path';
import type { Curve } from '../../contract/analysis.ts';
import { loadHeardCurves } from '../clip/heard-curves.ts';
import { readCurvesCsv } from '../data/curves-csv.ts';
import { dealFolds } from '../data/folds.ts';
import type { CurveSet } from './sequence-recipe.ts';

/** One curve, with what must not be split and where it lies in the cross-validation. */
export interface SequenceSong extends Curve {
  readonly set: CurveSet;
  readonly group: string;
  readonly fold: number;
}

/**
 * All curves at hand. A song of Emotion in Music keeps its number in DEAM, so both of its curves share a group; heard
 * curves keep the folds of their artists.
 */
export async function loadSequenceSongs(
  dataFolder: string,
  cacheFolder: string,
  seed: number,
): Promise<SequenceSong[]> {
  const emomusic = await readCurvesCsv(join(dataFolder, 'curves', 'emomusic.csv'));
  const deam = await readCurvesCsv(join(dataFolder, 'curves', 'deam.csv'));
  const heard = await loadHeardCurves(cacheFolder);
  const folds = dealFolds(
    [...emomusic, ...deam].map(({ song }) => song),
    seed,
  );
  const rated = (set: CurveSet) => (curve: (typeof deam)[number]) => ({
    set,
    group: `song ${curve.song}`,
    fold: folds.get(curve.song)!,
    arousal: curve.arousal,
    valence: curve.valence,
  });
  return [
    ...emomusic.map(rated('emomusic')),
    ...deam.map(rated('deam')),
    ...heard.map(({ arousal, valence, fold, group }) => ({
      set: 'heard' as const,
      group: `artist ${group}`,
      fold,
      arousal,
      valence,
    })),
  ];
}
