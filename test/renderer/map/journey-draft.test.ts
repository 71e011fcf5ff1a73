import { expect, it } from 'vitest';
import {
  addPoint,
  inUnit,
  MOST_POINTS,
  movePoint,
  removePoint,
  setLeg,
  unitOf,
  type JourneyDraft,
} from '../../../renderer/map/journey-draft.ts';
import { JOURNEY_PRESETS } from '../../../renderer/map/journey-presets.ts';

const HERE = { arousal: -0.3, valence: -0.2 };
const THERE = { arousal: 0.4, valence: 0.3 };

it('adds stops with legs as long as the last one, and no more than a journey may have', () => {
  let draft: JourneyDraft = setLeg(addPoint([], HERE), 0, 5);
  draft = addPoint(draft, THERE);
  expect(draft).toEqual([
    { point: HERE, after: { tracks: 5 } },
    { point: THERE, after: { tracks: 5 } },
  ]);
  for (let i = 0; i < 20; i++) draft = addPoint(draft, HERE);
  expect(draft).toHaveLength(MOST_POINTS);
});

it('moves, removes and measures stops without touching the others', () => {
  const draft = addPoint(addPoint([], HERE), HERE);
  expect(movePoint(draft, 1, THERE).map(({ point }) => point)).toEqual([HERE, THERE]);
  expect(removePoint(draft, 0)).toEqual([draft[1]]);
  expect(setLeg(draft, 0, 0)[0].after).toEqual({ tracks: 1 });
  expect(setLeg(draft, 0, 1e6)[0].after).toEqual({ tracks: 100 });
});

it('counts in minutes what it counted in tracks, and back', () => {
  const draft = setLeg(addPoint([], HERE), 0, 3);
  const timed = inUnit(draft, 'minutes');
  expect([unitOf(timed), timed[0].after]).toEqual(['minutes', { minutes: 12 }]);
  expect(inUnit(timed, 'tracks')).toEqual(draft);
  expect(addPoint(timed, THERE)[1].after).toEqual({ minutes: 12 });
});

it('offers journeys that keep to the plane, and one that begins where the music is', () => {
  for (const { draft } of JOURNEY_PRESETS) {
    for (const { point } of draft({ arousal: 1, valence: -1 })) {
      expect(Math.max(Math.abs(point.arousal), Math.abs(point.valence))).toBeLessThanOrEqual(1);
    }
  }
  const cheerUp = JOURNEY_PRESETS.find(({ name }) => name === 'Cheer up');
  expect(cheerUp?.draft(HERE)[0].point).toEqual(HERE);
});
