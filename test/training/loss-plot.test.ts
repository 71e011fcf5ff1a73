import { expect, it } from 'vitest';
import { lossPlotSvg } from '../../src-core/training/report/loss-plot.ts';

it('draws one line a series, with the highest loss at the top and the lowest at the bottom', () => {
  const svg = lossPlotSvg('A & B', [
    { name: 'fold 0', values: [1, 0.5, 0], kind: 'training' },
    { name: 'fold 0', values: [0.8, 0.9], kind: 'validation' },
  ]);
  expect(svg).toContain('<title>A &amp; B</title>');
  const lines = [...svg.matchAll(/<polyline [^>]*points="([^"]*)"/g)].map(([, points]) => points);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('64.0,36.0 344.0,178.0 624.0,320.0');
  expect(svg).not.toContain('NaN');
});

it('draws a loss that never moves, and one epoch, without dividing by nothing', () => {
  expect(lossPlotSvg('flat', [{ name: 'x', values: [1, 1], kind: 'training' }])).not.toMatch(/NaN|Infinity/);
  expect(lossPlotSvg('one', [{ name: 'x', values: [1], kind: 'training' }])).not.toMatch(/NaN|Infinity/);
});
