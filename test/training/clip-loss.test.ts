import { expect, it } from 'vitest';
import { CLIP_OUTPUTS, clipLoss, type ClipTargets } from '../../src-core/training/clip/clip-loss.ts';
import { createRandom } from '../../src-core/training/run/random.ts';

const WEIGHTS = { agreementWeight: 2, teacherWeight: 0.5 };

it('agrees with a value worked out by hand', () => {
  // Two clips, arousal 0.2 and 0.6 (mean 0.4, scatter 0.04 each), rating 0.1; valence 0 throughout, rating 0.
  const outputs = Float32Array.of(0.2, 0, 9, 9, 0.6, 0, 9, 9);
  const { loss } = clipLoss(outputs, [{ rating: [0.1, 0], teacher: null }], 2, WEIGHTS);
  expect(loss).toBeCloseTo((0.5 * (0.09 + 2 * 0.04) * 2) / 4, 6);
});

it('has the gradient that small steps show', () => {
  const random = createRandom(1);
  const clips = 3;
  const draw = (length: number): Float32Array => Float32Array.from({ length }, random.normal);
  const targets: ClipTargets[] = [
    { rating: [0.5, -1], teacher: draw(clips * 2) },
    { rating: null, teacher: draw(clips * 2) },
    { rating: [-0.2, 0.3], teacher: null },
    { rating: null, teacher: null },
  ];
  const outputs = draw(targets.length * clips * CLIP_OUTPUTS);
  const { gradient } = clipLoss(outputs, targets, clips, WEIGHTS);
  const step = 1e-2;
  outputs.forEach((value, i) => {
    const lossAt = (changed: number): number =>
      clipLoss(outputs.with(i, changed), targets, clips, WEIGHTS).loss;
    expect(gradient[i]).toBeCloseTo((lossAt(value + step) - lossAt(value - step)) / (2 * step), 4);
  });
});

it('asks nothing of what nobody labelled', () => {
  const { gradient, loss } = clipLoss(
    Float32Array.of(1, 2, 3, 4),
    [{ rating: null, teacher: null }],
    1,
    WEIGHTS,
  );
  expect([...gradient, loss]).toEqual([0, 0, 0, 0, 0]);
});
