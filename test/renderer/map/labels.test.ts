import { expect, it } from 'vitest';
import { MOOD_REGIONS } from '../../../renderer/format/mood-word.ts';
import { placeLabels } from '../../../renderer/map/label-places.ts';
import { regionLabels } from '../../../renderer/map/region-labels.ts';
import { fitted, type MapView } from '../../../renderer/map/view.ts';

it('names every region of the whole plane, in its direction', () => {
  const view = fitted({ arousal: [-1, 1], valence: [-1, 1] }, 800, 800, { topPx: 0, sidePx: 0, bottomPx: 0 });
  const labels = regionLabels(MOOD_REGIONS, view);
  expect(labels.map(({ word }) => word)).toEqual(MOOD_REGIONS.map(({ word }) => word));
  const of = (word: string) => labels.find((label) => label.word === word)!;
  expect(of('joyful').x).toBeGreaterThan(400);
  expect(of('sleepy').y).toBeGreaterThan(400);
  expect(of('angry').x).toBeLessThan(400);
});

it('keeps names within the view, and leaves out those of other parts of the plane', () => {
  const corner: MapView = {
    middle: { arousal: 0.6, valence: 0.6 },
    pxPerUnit: 1000,
    widthPx: 800,
    heightPx: 600,
  };
  const labels = regionLabels(MOOD_REGIONS, corner);
  expect(labels.map(({ word }) => word)).not.toContain('sad');
  for (const { x, y } of labels) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(800);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(600);
  }
});

it('gives covers and names where nothing else stands', () => {
  const [first, second, far] = placeLabels([
    { trackId: 1, title: 'First', x: 100, y: 100, isCurrent: false },
    { trackId: 2, title: 'Second', x: 110, y: 104, isCurrent: false },
    { trackId: 3, title: 'Far', x: 400, y: 100, isCurrent: false },
  ]);
  expect([first.hasCover, second.hasCover, far.hasCover]).toEqual([true, false, true]);
  expect([first.hasLabel, second.hasLabel, far.hasLabel]).toEqual([true, false, true]);
});

it('leaves covers out where there are many', () => {
  const many = Array.from({ length: 40 }, (_, i) => ({
    trackId: i,
    title: 'x',
    x: i * 100,
    y: 50,
    isCurrent: false,
  }));
  expect(placeLabels(many).some(({ hasCover }) => hasCover)).toBe(false);
  expect(placeLabels(many).every(({ hasLabel }) => hasLabel)).toBe(true);
});

it('neither cover nor name stands where the name of a region does, but for the cover of what plays', () => {
  const track = { trackId: 1, title: 'Slow Water', x: 100, y: 100, isCurrent: false };
  const [free] = placeLabels([track]);
  expect(free).toMatchObject({ hasCover: true, hasLabel: true });
  const below = { word: 'Calm', x: 110, y: 140 };
  expect(placeLabels([track], [below])[0]).toMatchObject({ hasCover: true, hasLabel: false });
  const behind = { word: 'Tense', x: 100, y: 90 };
  expect(placeLabels([track], [behind])[0]).toMatchObject({ hasCover: false });
  expect(placeLabels([{ ...track, isCurrent: true }], [behind])[0]).toMatchObject({ hasCover: true });
});
