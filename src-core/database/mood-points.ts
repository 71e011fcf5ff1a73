import type { MoodPoints } from '../contract/api/index.ts';
import type { ReadableDB } from './handle.ts';
import { each } from './statement.ts';

/** Where every track that is there and has a curve lies on the mood plane, to three decimals. */
export function moodPoints(db: ReadableDB): MoodPoints {
  const points: MoodPoints = { trackIds: [], arousal: [], valence: [] };
  each<[number, number, number]>(
    db,
    `SELECT id, mean_arousal, mean_valence FROM tracks
     WHERE mean_arousal IS NOT NULL AND missing_since_ms IS NULL ORDER BY id`,
    ([id, arousal, valence]) => {
      points.trackIds.push(id);
      points.arousal.push(Math.round(arousal * 1000) / 1000);
      points.valence.push(Math.round(valence * 1000) / 1000);
    },
  );
  return points;
}
