import { CLIP_STATISTICS_SIZE } from '../hearing/clip-statistics.ts';
import type { SongPart } from '../models.ts';
import { joinPieces } from './join-pieces.ts';
import type { SongReader } from './song-reader.ts';
import { createSlidingStatistics, landmarkInput, LANDMARK_INPUTS } from './surroundings.ts';

/** Stretches that go through the network together. */
const BATCH = 64;

/**
 * A reader for one song that answers for each clip by what the stretch of music around it is like, `[arousal, valence]`.
 * The stretch holds the clip in its middle; at the song's ends it ends there, and a shorter song is one stretch.
 */
export function createLandmarkReader({
  landmarks,
  normalisation,
}: Pick<SongPart, 'landmarks' | 'normalisation'>): SongReader {
  const { surroundings } = normalisation;
  const width = normalisation.mean.length;
  const middle = surroundings.clips >> 1;
  const sliding = createSlidingStatistics();
  /** Statistics of the clips that the stretch holds. */
  const held: Float32Array[] = [];
  const inputs = new Float32Array(BATCH * LANDMARK_INPUTS);
  let heard = 0;
  let last = new Float32Array(0);

  /** Answers for the stretches that wait. */
  const answer = (waiting: number): Float32Array => {
    const answers = landmarks.run(inputs.subarray(0, waiting * LANDMARK_INPUTS), waiting, 1);
    last = answers.slice(-2);
    return answers;
  };
  const describe = (row: number): void => {
    inputs.set(landmarkInput(sliding.describe(), surroundings), row * LANDMARK_INPUTS);
  };

  return {
    push(rows, clips) {
      const pieces: Float32Array[] = [];
      let waiting = 0;
      const flush = (): void => {
        const answers = answer(waiting);
        // The first stretch answers for the clips before its middle, too.
        if (heard - waiting < surroundings.clips) pieces.push(repeated(answers.subarray(0, 2), middle));
        pieces.push(answers);
        waiting = 0;
      };
      for (let clip = 0; clip < clips; clip++) {
        const end = (clip + 1) * width;
        const statistics = rows.slice(end - CLIP_STATISTICS_SIZE, end);
        held.push(statistics);
        sliding.add(statistics);
        heard++;
        if (held.length > surroundings.clips) sliding.remove(held.shift()!);
        if (held.length < surroundings.clips) continue;
        describe(waiting++);
        if (waiting === BATCH) flush();
      }
      if (waiting > 0) flush();
      return joinPieces(pieces);
    },
    finish() {
      if (heard === 0) return new Float32Array();
      if (heard >= surroundings.clips) return repeated(last, surroundings.clips - 1 - middle);
      describe(0);
      return repeated(answer(1), heard);
    },
  };
}

function repeated(pair: Float32Array, times: number): Float32Array {
  return Float32Array.from({ length: 2 * times }, (_, i) => pair[i % 2]);
}
