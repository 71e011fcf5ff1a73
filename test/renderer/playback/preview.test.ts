import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  IDLE,
  isUnderWay,
  type Effect,
  type PlayerEvent,
  type PlayerState,
} from '../../../renderer/playback/player-state.ts';
import { previewSeconds, seamAhead } from '../../../renderer/playback/preview.ts';
import { step } from '../../../renderer/playback/step.ts';
import { cue } from '../support/cues.ts';

function run(events: readonly PlayerEvent[], from = IDLE): { state: PlayerState; effects: Effect[] } {
  let state = from;
  const effects: Effect[] = [];
  for (const event of events) {
    const next = step(state, event);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}

const queued = (current = cue(1), next = cue(2, { gain: 0.25 })): PlayerEvent => ({
  type: 'queue',
  current,
  next,
  crossfade: 4,
});
const clock = (a: number, b = 0): PlayerEvent => ({ type: 'clock', positionSeconds: { a, b } });
const hear: PlayerEvent = { type: 'hear-seam', on: true };
const stop: PlayerEvent = { type: 'hear-seam', on: false };
/** Track 1 of three minutes plays on deck a at 0:42, track 2 is preloaded on deck b; they cross for four seconds. */
const playing = run([queued(), { type: 'play' }, clock(42)]).state;
const paused = run([{ type: 'pause' }], playing).state;

describe('hearing the seam', () => {
  it('begins a little before it, with the music’s own place kept', () => {
    const { state, effects } = run([hear], playing);
    expect(state).toMatchObject({ phase: 'preview', positionSeconds: 42 });
    expect(effects).toEqual([
      { do: 'gain', deck: 'b', gain: 0 },
      { do: 'seek', deck: 'a', seconds: 173 },
      { do: 'play', deck: 'a' },
    ]);
    expect(previewSeconds(state.preview!)).toBe(10);
  });

  it('crosses over at equal power where the seam lies, and is heard out', () => {
    const arrived = run([hear, clock(175.9), clock(176)], playing);
    expect(arrived.effects.slice(-2)).toEqual([
      { do: 'gain', deck: 'b', gain: 0 },
      { do: 'play', deck: 'b' },
    ]);
    const { effects } = step(arrived.state, clock(178, 2));
    const gains = effects.flatMap((effect) => (effect.do === 'gain' ? [effect.gain] : []));
    expect(gains[0] / 0.5).toBeCloseTo(Math.SQRT1_2);
    expect(gains[1] / 0.25).toBeCloseTo(Math.SQRT1_2);
    const tail = run([clock(178, 2), clock(180, 4)], arrived.state);
    expect(tail.state.preview?.stage).toBe('tail');
    expect(tail.effects).toContainEqual({ do: 'pause', deck: 'a' });
  });

  it('comes back to the same second and plays on, ready for the real seam', () => {
    const { state, effects } = run([hear, clock(176), clock(180, 4), clock(180, 7)], playing);
    expect(state).toEqual(playing);
    expect(effects.slice(-6)).toEqual([
      { do: 'pause', deck: 'b' },
      { do: 'seek', deck: 'b', seconds: 0 },
      { do: 'gain', deck: 'b', gain: 0.25 },
      { do: 'seek', deck: 'a', seconds: 42 },
      { do: 'gain', deck: 'a', gain: 0.5 },
      { do: 'play', deck: 'a' },
    ]);
    expect(run([clock(43), clock(176)], state).state.phase).toBe('seam');
  });

  it('stays paused if it was, and loads the next track if it has to', () => {
    const fresh = run([queued()]).state;
    const begun = run([hear], fresh);
    expect(begun.effects[0]).toMatchObject({ do: 'load', deck: 'b', atSeconds: 0 });
    expect(isUnderWay(begun.state)).toBe(false);
    const { state, effects } = run([stop], run([hear], paused).state);
    expect(state).toEqual(paused);
    expect(effects.some((effect) => effect.do === 'play')).toBe(false);
    expect(effects).toContainEqual({ do: 'pause', deck: 'a' });
  });

  it('puts a file on anew that ran out meanwhile', () => {
    const { effects, state } = run([hear, clock(176), { type: 'ended', deck: 'a' }, clock(180, 7)], playing);
    expect(effects).toContainEqual({ do: 'load', deck: 'a', cue: cue(1), atSeconds: 42, gain: 0.5 });
    expect(state).toEqual(playing);
  });

  it('ends when the listener pauses, seeks, skips or chooses something else', () => {
    const begun = run([hear, clock(176)], playing).state;
    expect(run([{ type: 'pause' }], begun).state).toMatchObject({ phase: 'paused', positionSeconds: 42 });
    expect(run([{ type: 'seek', seconds: 9 }], begun).state).toMatchObject({
      phase: 'playing',
      positionSeconds: 9,
    });
    expect(run([queued(cue(1), cue(7))], begun).state).toMatchObject({ phase: 'playing', preloaded: false });
    const skipped = run([{ type: 'skip' }], begun);
    expect(skipped.effects).toContainEqual({ do: 'advance', entryId: 1, reason: 'skipped', atSeconds: 42 });
    expect(run([queued()], begun).state.phase).toBe('preview');
  });

  it('is not offered where nothing comes next, or the end is not known', () => {
    expect(seamAhead(run([{ type: 'queue', current: cue(1), next: null, crossfade: 4 }]).state)).toBeNull();
    const endless = run([queued(cue(1, { endSeconds: null, durationSeconds: null }))]).state;
    expect(seamAhead(endless)).toBeNull();
    expect(run([hear], endless).state).toEqual(endless);
  });

  it('tells the queue nothing, whatever the clocks say, and comes back exactly', () => {
    const second = fc.double({ min: 0, max: 190, noNaN: true });
    const during = fc.oneof(
      fc.record({
        type: fc.constant('clock' as const),
        positionSeconds: fc.record({ a: second, b: second }),
      }),
      fc.record({ type: fc.constant('ended' as const), deck: fc.constant('a' as const) }),
    );
    fc.assert(
      fc.property(fc.constantFrom(playing, paused), fc.array(during, { maxLength: 30 }), (before, events) => {
        let state = step(before, hear).state;
        for (const event of events) {
          if (!state.preview) break;
          const next = step(state, event);
          expect(next.effects.filter(({ do: what }) => what === 'advance' || what === 'pass-over')).toEqual(
            [],
          );
          state = next.state;
        }
        expect(step(state, stop).state).toEqual(before);
      }),
    );
  });
});
