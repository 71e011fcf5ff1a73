import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '../../../renderer/playback/cue.ts';
import { planJoin } from '../../../renderer/playback/join.ts';
import { cue } from '../support/cues.ts';

const BPM = 120;
const leaving = cue(1);
const seam = { leaveAtSeconds: 170, enterAtSeconds: 0.2, crossfadeSeconds: 8 };

function beating(leavingBpm: number, arrivingBpm: number, change: Partial<Cue> = {}): Cue {
  const beats = {
    leavingTrackId: leaving.trackId,
    leaving: { atSeconds: 171.13, beatsPerMinute: leavingBpm },
    arriving: { atSeconds: 7.9, beatsPerMinute: arrivingBpm },
  };
  return cue(2, { seam, beats, startSeconds: 0.2, ...change });
}

/** Seconds between the beats that lie nearest to one another around the middle of a join. */
function apartInTheMiddle(
  join: { leaveAtSeconds: number | null; arriveAtSeconds: number; seconds: number },
  { beats }: Cue,
): number {
  const wallTimes = (at: number, bpm: number, from: number): number[] =>
    Array.from({ length: 3001 }, (_, i) => at + ((i - 1500) * 60) / bpm - from);
  const { leaving: one, arriving: other } = beats!;
  const reach = Math.max(60 / one.beatsPerMinute, 60 / other.beatsPerMinute);
  const inReach = (at: number): boolean => Math.abs(at - join.seconds / 2) <= reach + 1e-9;
  const ones = wallTimes(one.atSeconds, one.beatsPerMinute, join.leaveAtSeconds!);
  const others = wallTimes(other.atSeconds, other.beatsPerMinute, join.arriveAtSeconds).filter(inReach);
  return Math.min(...others.map((at) => Math.min(...ones.map((beat) => Math.abs(beat - at)))));
}

describe('meeting on the beat', () => {
  it('moves the moment of leaving by less than a beat, so that beats fall together', () => {
    const arriving = beating(BPM, BPM);
    const plain = planJoin(leaving, { ...arriving, beats: null }, 'auto');
    const join = planJoin(leaving, arriving, 'auto');
    expect(plain).toMatchObject({ leaveAtSeconds: 170, onBeat: false });
    expect(join).toMatchObject({ onBeat: true, seconds: 8, arriveAtSeconds: 0.2 });
    expect(Math.abs(join.leaveAtSeconds! - 170)).toBeLessThanOrEqual(0.25);
    expect(apartInTheMiddle(plain, arriving)).toBeGreaterThan(0.02);
    expect(apartInTheMiddle(join, arriving)).toBeLessThan(1e-6);
  });

  it('takes half and double for the same, and what is close to it where the fade is short', () => {
    expect(planJoin(leaving, beating(BPM, 2 * BPM), 'auto').onBeat).toBe(true);
    expect(planJoin(leaving, beating(2 * BPM, BPM), 'auto').onBeat).toBe(true);
    expect(planJoin(leaving, beating(BPM, BPM * 1.015), 'auto').onBeat).toBe(true);
    // Over eight seconds their beats would part again while both are loud.
    expect(planJoin(leaving, beating(BPM, BPM * 1.025), 'auto').onBeat).toBe(false);
    expect(planJoin(leaving, beating(BPM, BPM * 1.025), 4).onBeat).toBe(true);
  });

  it.each([
    ['the tempos are too far apart', beating(BPM, 132), 'auto'],
    ['it is over too soon to have a middle', beating(BPM, BPM), 0.5],
    ['there is none', beating(BPM, BPM), 0],
    ['nobody knows of beats, or wants them', beating(BPM, BPM, { beats: null }), 'auto'],
  ] as const)('leaves a join as it is where %s', (_why, arriving, setting) => {
    expect(planJoin(leaving, arriving, setting)).toEqual(
      planJoin(leaving, { ...arriving, beats: null }, setting),
    );
  });

  it('leaves it as it is where the beats are those of another track', () => {
    expect(planJoin(cue(9), beating(BPM, BPM), 'auto')).toMatchObject({ onBeat: false });
  });

  it('leaves neighbours on an album alone', () => {
    const album = { albumId: 7, discNo: 1 };
    const first = cue(1, { ...album, trackNo: 1 });
    expect(planJoin(first, beating(BPM, BPM, { ...album, trackNo: 2 }), 'auto')).toMatchObject({
      gapless: true,
      onBeat: false,
      seconds: 0,
    });
  });

  it('never moves by a whole beat or beyond the ends of the sound, whatever beats there are', () => {
    const bpm = fc.double({ min: 50, max: 210, noNaN: true });
    const at = fc.double({ min: -20, max: 200, noNaN: true });
    const ratio = fc.constantFrom(0.5, 1, 2);
    const detuned = fc.double({ min: 0.98, max: 1.02, noNaN: true });
    const side = fc.record({ bpm, ratio, detuned, leavingAt: at, arrivingAt: at });
    const place = fc.record({
      sound: fc.double({ min: 1, max: 300, noNaN: true }),
      leave: fc.double({ min: 0, max: 1, noNaN: true }),
      fade: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    let met = 0;
    fc.assert(
      fc.property(side, place, (beat, { sound, leave, fade }) => {
        const crossfadeSeconds = Math.min(10, (fade * sound) / 3);
        const leaveAtSeconds = Math.max(0, sound - crossfadeSeconds - 6 * leave);
        const from = cue(1, { startSeconds: 0, endSeconds: sound, durationSeconds: sound + 1 });
        const shorter = 60 / Math.max(beat.bpm, beat.bpm * beat.ratio * beat.detuned);
        const arriving = cue(2, {
          seam: { leaveAtSeconds, enterAtSeconds: 0, crossfadeSeconds },
          beats: {
            leavingTrackId: from.trackId,
            leaving: { atSeconds: beat.leavingAt, beatsPerMinute: beat.bpm },
            arriving: { atSeconds: beat.arrivingAt, beatsPerMinute: beat.bpm * beat.ratio * beat.detuned },
          },
        });
        const plain = planJoin(from, { ...arriving, beats: null }, 'auto');
        const join = planJoin(from, arriving, 'auto');
        if (!join.onBeat) {
          expect(join).toEqual(plain);
          return;
        }
        met++;
        expect(Math.abs(join.leaveAtSeconds! - plain.leaveAtSeconds!)).toBeLessThan(shorter);
        expect(join.leaveAtSeconds!).toBeGreaterThanOrEqual(-1e-5);
        expect(join.leaveAtSeconds! + join.seconds).toBeLessThanOrEqual(sound + 1e-5);
        expect({ ...join, leaveAtSeconds: 0, onBeat: false }).toEqual({ ...plain, leaveAtSeconds: 0 });
        expect(apartInTheMiddle(join, arriving)).toBeLessThan(0.001);
      }),
      { numRuns: 500 },
    );
    expect(met).toBeGreaterThan(10);
  });
});
