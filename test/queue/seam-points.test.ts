import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seamPoints } from '../../src-core/queue/seam-points.ts';
import { flatCurve } from './make-openings.ts';

const song = {
  durationSeconds: 200,
  leadingSilenceSeconds: 0.5,
  trailingSilenceSeconds: 2,
  fadeInSeconds: 0,
  fadeOutSeconds: 0,
};
const calm = flatCurve(0.1, 0.1, 20);

describe('seamPoints', () => {
  it('takes its time between music that stays, as late as can be, and skips the silence', () => {
    expect(seamPoints(song, calm, song, calm)).toEqual({
      leaveAtSeconds: 188,
      enterAtSeconds: 0.5,
      crossfadeSeconds: 10,
    });
  });

  it('is quick where one side turns', () => {
    const turning = { ...calm, arousal: Float32Array.from({ length: 20 }, (_, step) => step / 20) };
    expect(seamPoints(song, turning, song, calm).crossfadeSeconds).toBeCloseTo(1.5, 6);
    expect(seamPoints(song, calm, song, turning).crossfadeSeconds).toBeCloseTo(1.5, 6);
  });

  it('leaves before a last outburst that does not suit what comes', () => {
    const arousal = Float32Array.from({ length: 20 }, (_, step) => (step < 16 ? 0.1 : 0.9));
    const leaving = { ...song, trailingSilenceSeconds: 0 };
    const { leaveAtSeconds, crossfadeSeconds } = seamPoints(leaving, { ...calm, arousal }, song, calm);
    expect(leaveAtSeconds + crossfadeSeconds).toBeCloseTo(198, 6);
  });

  it('leaves a track that fades out when it begins to, for music that is as it was before', () => {
    const faded = { ...song, fadeOutSeconds: 14 };
    expect(seamPoints(faded, calm, song, calm)).toEqual({
      leaveAtSeconds: 184,
      enterAtSeconds: 0.5,
      crossfadeSeconds: 10,
    });
    // A note that rings out is over before the crossfade is.
    expect(seamPoints({ ...song, fadeOutSeconds: 4 }, calm, song, calm).leaveAtSeconds).toBe(188);
  });

  it('leaves before a last outburst that the fade would carry on', () => {
    const arousal = Float32Array.from({ length: 20 }, (_, step) => (step < 16 ? 0.1 : 0.9));
    const { leaveAtSeconds } = seamPoints({ ...song, fadeOutSeconds: 14 }, { ...calm, arousal }, song, calm);
    expect(leaveAtSeconds).toBeLessThan(184 - 2);
    expect(leaveAtSeconds).toBeGreaterThanOrEqual(184 - 6);
  });

  it('stays within the sound of both tracks, whatever they are', () => {
    const seconds = fc.double({ min: 0, max: 20, noNaN: true });
    const side = fc
      .tuple(fc.double({ min: 0.5, max: 300, noNaN: true }), seconds, seconds, seconds, seconds)
      .map(([sound, leadingSilenceSeconds, trailingSilenceSeconds, fadeInSeconds, fadeOutSeconds]) => ({
        durationSeconds: leadingSilenceSeconds + sound + trailingSilenceSeconds,
        leadingSilenceSeconds,
        trailingSilenceSeconds,
        fadeInSeconds: Math.min(fadeInSeconds, sound),
        fadeOutSeconds: Math.min(fadeOutSeconds, sound),
      }));
    const axis = fc.double({ min: -1, max: 1, noNaN: true });
    const curve = fc.array(fc.tuple(axis, axis), { minLength: 1, maxLength: 20 }).map((pairs) => ({
      arousal: Float32Array.from(pairs, ([arousal]) => arousal),
      valence: Float32Array.from(pairs, ([, valence]) => valence),
    }));
    fc.assert(
      fc.property(side, curve, side, curve, (leaving, closing, arriving, opening) => {
        const seam = seamPoints(leaving, closing, arriving, opening);
        const soundEnds = leaving.durationSeconds - leaving.trailingSilenceSeconds;
        expect(seam.leaveAtSeconds).toBeGreaterThanOrEqual(leaving.leadingSilenceSeconds - 1e-9);
        expect(seam.leaveAtSeconds + seam.crossfadeSeconds).toBeLessThanOrEqual(soundEnds + 1e-9);
        expect(seam.enterAtSeconds).toBe(arriving.leadingSilenceSeconds);
        expect(seam.crossfadeSeconds).toBeGreaterThanOrEqual(0);
        expect(seam.crossfadeSeconds).toBeLessThanOrEqual(10);
      }),
    );
  });
});
