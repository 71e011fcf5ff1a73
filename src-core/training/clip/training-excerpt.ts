import { CLIP_FRAMES } from '../../audio/constants.ts';
import { HOP_SECONDS } from '../../contract/analysis.ts';
import type { Excerpt } from '../data/clips-csv.ts';
import { teacherKey, type TeacherValue } from '../data/teacher-csv.ts';
import { mean, standardDeviation } from '../metrics/regression.ts';

/** An excerpt with what the network is to hear and to answer. */
export interface TrainingExcerpt {
  readonly excerpt: Excerpt;
  readonly clips: number;
  /** Numbers a frame. */
  readonly bands: number;
  /** Levels in hundredths of a decibel, `[clips, 44, bands]`. */
  readonly levels: Int16Array;
  /** The teacher's `[arousal, valence]` for every clip, interleaved; null where the teacher did not hear it. */
  readonly teacher: Float32Array | null;
}

/** @throws {RangeError} where an excerpt has no clip. */
export function joinExcerpts(
  excerpts: readonly Excerpt[],
  levels: readonly Int16Array[],
  bands: number,
  teacher: ReadonlyMap<string, TeacherValue[]>,
): TrainingExcerpt[] {
  return excerpts.map((excerpt, i) => {
    const clips = levels[i].length / (CLIP_FRAMES * bands);
    if (clips === 0) throw new RangeError(`${excerpt.file} holds no clip.`);
    return {
      excerpt,
      clips,
      bands,
      levels: levels[i],
      teacher: spreadTeacher(teacher.get(teacherKey(excerpt)) ?? [], clips),
    };
  });
}

/** The scale of a set of answers, an axis each. */
export interface Scale {
  readonly mean: readonly [number, number];
  readonly standardDeviation: readonly [number, number];
}

/**
 * Scale of each data set's ratings over `excerpts`. Experts use more of the range than crowds do, so each set is
 * learned in its own standard deviations and the shared output is free of any one set's habits.
 */
export function ratingScales(excerpts: readonly { readonly excerpt: Excerpt }[]): Map<string, Scale> {
  const ratings = new Map<string, { arousal: number[]; valence: number[] }>();
  for (const { excerpt } of excerpts) {
    if (excerpt.rating === null) continue;
    const list = ratings.get(excerpt.dataset) ?? { arousal: [], valence: [] };
    list.arousal.push(excerpt.rating.arousal);
    list.valence.push(excerpt.rating.valence);
    ratings.set(excerpt.dataset, list);
  }
  return new Map([...ratings].map(([dataset, { arousal, valence }]) => [dataset, scaleOf(arousal, valence)]));
}

/** Scale of the teacher's values over `excerpts`. */
export function teacherScale(excerpts: readonly TrainingExcerpt[]): Scale {
  const arousal: number[] = [];
  const valence: number[] = [];
  for (const { teacher } of excerpts) {
    teacher?.forEach((value, i) => (i % 2 === 0 ? arousal : valence).push(value));
  }
  return scaleOf(arousal, valence);
}

/** Mean and deviation of an axis each; a set of nothing is taken as it is. */
export function scaleOf(arousal: number[], valence: number[]): Scale {
  const deviation = (values: number[]): number => standardDeviation(values) || 1;
  return arousal.length === 0
    ? { mean: [0, 0], standardDeviation: [1, 1] }
    : { mean: [mean(arousal), mean(valence)], standardDeviation: [deviation(arousal), deviation(valence)] };
}

/** Each clip takes the teacher's window that holds its middle, or the nearest one. */
function spreadTeacher(values: readonly TeacherValue[], clips: number): Float32Array | null {
  if (values.length === 0) return null;
  const spread = new Float32Array(clips * 2);
  let window = 0;
  for (let clip = 0; clip < clips; clip++) {
    const middleSeconds = (clip + 0.5) * HOP_SECONDS;
    while (window + 1 < values.length && values[window + 1].startSeconds <= middleSeconds) window++;
    spread[clip * 2] = values[window].arousal;
    spread[clip * 2 + 1] = values[window].valence;
  }
  return spread;
}
