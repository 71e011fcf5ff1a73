import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CURVE_HEIGHT, CURVE_WIDTH, curveShapes, tailShapes } from '../../../renderer/curve/shapes.ts';

const axis = fc.double({ min: -1, max: 1, noNaN: true });

it('stays within its place, whatever the curve', () => {
  const pairs = fc.array(fc.tuple(axis, axis), { minLength: 1, maxLength: 900 });
  fc.assert(
    fc.property(pairs, (values) => {
      const curve = { hopSeconds: 0.5, arousal: values.map(([a]) => a), valence: values.map(([, v]) => v) };
      const { arousalArea, arousalEdge, valenceLine } = curveShapes(curve, values.length / 2);
      for (const path of [arousalArea, arousalEdge, valenceLine]) {
        const numbers = path.match(/-?\d+(\.\d+)?(e-?\d+)?/g)!.map(Number);
        expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-1e-6);
        expect(Math.max(...numbers)).toBeLessThanOrEqual(CURVE_WIDTH);
      }
    }),
    { numRuns: 50 },
  );
});

it('draws what is more excited higher, and neutral in the middle', () => {
  const curve = { hopSeconds: 0.5, arousal: [-0.8, 0.8], valence: [0, 0] };
  const { arousalEdge, neutralY } = curveShapes(curve, 1);
  const [, first] = /^M0,([\d.]+)/.exec(arousalEdge)!;
  expect(Number(first)).toBeGreaterThan(CURVE_HEIGHT / 2);
  expect(neutralY).toBe(CURVE_HEIGHT / 2);
});

it('lets what is expected set out from where the curve ends', () => {
  const shapes = curveShapes({ hopSeconds: 0.5, arousal: [0.4, 0.5], valence: [0, -0.3] }, 1);
  const values = [0.2, 0.1, 0.1];
  const halfWidths = [0.1, 0.1, 0.1];
  const tail = tailShapes(
    shapes,
    { arousal: values, valence: values, arousalHalfWidth: halfWidths, valenceHalfWidth: halfWidths },
    0.5,
  );
  for (const axis of ['arousal', 'valence'] as const) {
    const [, x, y] = /^M([\d.]+),([\d.]+)/.exec(tail[axis])!;
    expect(Number(x)).toBe(0);
    expect(Number(y)).toBeCloseTo(shapes.ends[axis], 2);
    expect(tail[axis]).toContain(`${CURVE_WIDTH},`);
  }
  expect(tail.seconds).toBe(1.5);
});
