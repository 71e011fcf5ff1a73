import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CURVE_HEIGHT, CURVE_WIDTH, curveShapes } from '../../../renderer/curve/shapes.ts';

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
