import { describe, expect, it } from 'vitest';
import { EMBEDDING_SIZE } from '../../src-core/training/data/teacher-embedding-csv.ts';
import { createRandom } from '../../src-core/training/run/random.ts';
import { SONG_OUTPUTS, songLoss, type SongTargets } from '../../src-core/training/song/song-loss.ts';

const ONLY_MEAN = {
  clipErrorShare: 0,
  varianceWeight: 0,
  changeWeight: 0,
  quadrantWeight: 0.5,
  kernelWeight: 0.3,
  teacherWeight: 0.5,
  hintWeight: 0.1,
};
const NOTHING: SongTargets = {
  loudness: 0,
  rating: null,
  quadrant: null,
  teacher: null,
  hint: null,
  kernel: null,
};
const STEPS = 5;

function outputs(excerpts: number): Float32Array {
  const random = createRandom(1);
  return Float32Array.from({ length: excerpts * STEPS * SONG_OUTPUTS }, () => random.normal());
}

describe('the loss of a song network', () => {
  it('has the gradient that its change by small steps shows', () => {
    const targets: SongTargets[] = [
      { ...NOTHING, rating: [0.4, -1.2] },
      { ...NOTHING, quadrant: 'Q2' },
      { ...NOTHING, loudness: 0.4, kernel: -0.3 },
    ];
    const at = outputs(3);
    const { gradient } = songLoss(at, targets, STEPS, ONLY_MEAN);
    for (let i = 0; i < at.length; i += 7) {
      const lossAt = (shift: number): number =>
        songLoss(
          at.map((value, j) => (i === j ? value + shift : value)),
          targets,
          STEPS,
          ONLY_MEAN,
        ).loss;
      expect(gradient[i]).toBeCloseTo((lossAt(0.01) - lossAt(-0.01)) / 0.02, 4);
    }
  });

  it('asks nothing of outputs that nobody labelled', () => {
    const { loss, gradient } = songLoss(outputs(1), [NOTHING], STEPS, ONLY_MEAN);
    expect(loss).toBe(0);
    expect(gradient.every((value) => value === 0)).toBe(true);
  });

  it('pulls the teacher’s outputs and its description to what the teacher said', () => {
    const hint = new Float32Array(EMBEDDING_SIZE).fill(3);
    const { gradient } = songLoss(
      new Float32Array(STEPS * SONG_OUTPUTS),
      [{ ...NOTHING, teacher: [1, -1], hint }],
      STEPS,
      ONLY_MEAN,
    );
    expect([...gradient.subarray(0, 7)].map(Math.sign)).toEqual([0, 0, 0, 0, -1, 1, -1]);
  });

  it('leaves to the loudness what is the loudness’s', () => {
    const zeros = new Float32Array(STEPS * SONG_OUTPUTS);
    const met = songLoss(zeros, [{ ...NOTHING, loudness: 0.7, rating: [0.7, 0] }], STEPS, ONLY_MEAN);
    expect(met.loss).toBeCloseTo(0, 8);
    const quieter = songLoss(zeros, [{ ...NOTHING, loudness: -0.5, quadrant: 'Q3' }], STEPS, ONLY_MEAN);
    const louder = songLoss(zeros, [{ ...NOTHING, loudness: 0.5, quadrant: 'Q3' }], STEPS, ONLY_MEAN);
    expect(quieter.loss).toBeLessThan(louder.loss);
  });

  it('makes a change from clip to clip cost', () => {
    const rise = new Float32Array(STEPS * SONG_OUTPUTS);
    rise[3 * SONG_OUTPUTS] = 1;
    const { gradient } = songLoss(rise, [NOTHING], STEPS, { ...ONLY_MEAN, changeWeight: 2 });
    const arousal = [...gradient].filter((_, i) => i % SONG_OUTPUTS === 0);
    expect(arousal.map(Math.sign)).toEqual([0, 0, -1, 1, -1]);
  });

  it('learns a variance that is as large as the error, without a pull on the mean', () => {
    const target = { ...NOTHING, rating: [1, 0] as const };
    const slopeAt = (logVariance: number): Float32Array => {
      const outputs = new Float32Array(STEPS * SONG_OUTPUTS);
      for (let step = 0; step < STEPS; step++) outputs[step * SONG_OUTPUTS + 2] = logVariance;
      return songLoss(outputs, [target], STEPS, { ...ONLY_MEAN, varianceWeight: 1 }).gradient;
    };
    expect(slopeAt(0)[2]).toBeCloseTo(0, 6);
    expect(slopeAt(1)[2]).toBeGreaterThan(0);
    expect(slopeAt(-1)[2]).toBeLessThan(0);
    expect(slopeAt(1)[0]).toBe(slopeAt(-1)[0]);
  });
});
