import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autoCrossfadeSeconds } from '../../../renderer/playback/auto-crossfade.ts';
import { planJoin } from '../../../renderer/playback/join.ts';
import { cue } from '../support/cues.ts';

describe('a crossfade', () => {
  it('ends where the sound of the leaving track does, and begins with the sound of the arriving one', () => {
    const leaving = cue(1, { endSeconds: 170, trailingSilenceSeconds: 10 });
    const arriving = cue(2, { startSeconds: 2.5 });
    expect(planJoin(leaving, arriving, 4)).toMatchObject({
      gapless: false,
      seconds: 4,
      leaveAtSeconds: 166,
      overAtSeconds: 170,
      arriveAtSeconds: 2.5,
    });
  });

  it('takes no more than a third of either track', () => {
    const brief = cue(2, { endSeconds: 6, durationSeconds: 6 });
    expect(planJoin(cue(1), brief, 12).seconds).toBe(2);
    expect(planJoin(brief, cue(1), 12).seconds).toBe(2);
  });

  it('waits for the end of a file whose length is not known', () => {
    const leaving = cue(1, { endSeconds: null, durationSeconds: null });
    expect(planJoin(leaving, cue(2), 8)).toMatchObject({ seconds: 0, leaveAtSeconds: null });
  });

  it('is longer between calm tracks than between excited ones, and within its bounds whatever is known', () => {
    const length = (arousal: number) =>
      planJoin(cue(1, { meanArousal: arousal }), cue(2, { openingArousal: arousal }), 'auto').seconds;
    expect(length(-0.5)).toBeGreaterThan(length(0));
    expect(length(0)).toBeGreaterThan(length(0.5));
    const axis = fc.option(fc.double({ min: -1, max: 1, noNaN: true }));
    const silence = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(axis, axis, silence, silence, (meanArousal, openingArousal, trailing, leading) => {
        const seconds = autoCrossfadeSeconds(
          { meanArousal, trailingSilenceSeconds: trailing },
          { openingArousal, leadingSilenceSeconds: leading },
        );
        expect(seconds).toBeGreaterThanOrEqual(1.5);
        expect(seconds).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('a seam that the queue chose', () => {
  const seam = { leaveAtSeconds: 168, enterAtSeconds: 1.5, crossfadeSeconds: 8 };

  it('is taken where the length is left to Segue', () => {
    const arriving = cue(2, { seam, startSeconds: 1 });
    expect(planJoin(cue(1), arriving, 'auto')).toMatchObject({
      seconds: 8,
      leaveAtSeconds: 168,
      overAtSeconds: 180,
      arriveAtSeconds: 1.5,
    });
    expect(planJoin(cue(1), arriving, 3)).toMatchObject({
      seconds: 3,
      leaveAtSeconds: 177,
      arriveAtSeconds: 1,
    });
  });

  it('is passed over where it was chosen for another track, or the two are joined by their album', () => {
    const arriving = cue(2, { seam, albumId: 7, trackNo: 2 });
    const usual = planJoin(cue(1), cue(2), 'auto');
    expect(planJoin(cue(1, { endSeconds: 171 }), arriving, 'auto').leaveAtSeconds).toBe(171 - usual.seconds);
    expect(planJoin(cue(1, { endSeconds: 240 }), arriving, 'auto').leaveAtSeconds).toBe(240 - usual.seconds);
    expect(planJoin(cue(1, { albumId: 7, trackNo: 1 }), arriving, 'auto').gapless).toBe(true);
  });
});

describe('neighbours on an album', () => {
  const first = cue(1, { albumId: 7, discNo: 1, trackNo: 3, trailingSilenceSeconds: 1, endSeconds: 179 });
  const second = cue(2, { albumId: 7, discNo: 1, trackNo: 4, startSeconds: 1, samplePeak: 1.25, gain: 0.3 });

  it('are joined end to end, silences and all', () => {
    expect(planJoin(first, second, 12)).toMatchObject({
      gapless: true,
      seconds: 0,
      leaveAtSeconds: 180,
      arriveAtSeconds: 0,
    });
  });

  it('keep the level that their run began with, as long as nothing clips', () => {
    expect(planJoin(first, second, 12, 0.5).arrivingGain).toBe(0.5);
    expect(planJoin(first, second, 12, 1).arrivingGain).toBe(0.8);
  });

  it('include the first track of the next disc, but not a track two further on', () => {
    expect(planJoin(first, cue(3, { albumId: 7, discNo: 2, trackNo: 1 }), 5).gapless).toBe(true);
    expect(planJoin(first, cue(3, { albumId: 7, discNo: 1, trackNo: 5 }), 5).gapless).toBe(false);
    expect(planJoin(first, cue(3, { albumId: 8, discNo: 1, trackNo: 4 }), 5).gapless).toBe(false);
  });
});
