import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '../../../renderer/playback/cue.ts';
import {
  IDLE,
  type Effect,
  type PlayerEvent,
  type PlayerState,
} from '../../../renderer/playback/player-state.ts';
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

const queued = (current: Cue | null, next: Cue | null = null): PlayerEvent => ({
  type: 'queue',
  current,
  next,
  crossfade: 4,
});
const clock = (a: number, b = 0): PlayerEvent => ({ type: 'clock', positionSeconds: { a, b } });
/** Track 1 plays on deck a, track 2 is preloaded on deck b. */
const playing = run([queued(cue(1), cue(2)), { type: 'play' }, clock(1)]).state;

describe('playing', () => {
  it('learns from the media element how long a track is that nobody has measured yet', () => {
    const unheard = { ...cue(1), durationSeconds: null, endSeconds: null };
    const { state } = run([
      queued(unheard),
      { type: 'play' },
      { type: 'clock', positionSeconds: { a: 1, b: 0 }, durationSeconds: { a: 3600, b: null } },
      { type: 'seek', seconds: 1800 },
    ]);
    expect(state.current?.durationSeconds).toBe(3600);
    expect(state.positionSeconds).toBe(1800);
  });

  it('loads what is current without playing it, until the listener wants it', () => {
    const { state, effects } = run([queued(cue(1))]);
    expect(state.phase).toBe('paused');
    expect(effects.map((effect) => effect.do)).toEqual(['load', 'report-position']);
    expect(run([{ type: 'play' }], state).state.phase).toBe('playing');
  });

  it('goes on where the listener left off', () => {
    const { effects } = run([
      { type: 'queue', current: cue(1), next: null, crossfade: 'auto', atSeconds: 61.5 },
    ]);
    expect(effects[0]).toMatchObject({ do: 'load', atSeconds: 61.5 });
  });

  it('preloads the next track as soon as the current one is heard, and no more than once', () => {
    expect(playing.preloaded).toBe(true);
    expect(step(playing, clock(2)).effects).toEqual([]);
  });

  it('lets another next track replace the one preloaded', () => {
    const { state, effects } = run([queued(cue(1), cue(3)), clock(2)], playing);
    expect(effects.map((effect) => effect.do)).toEqual(['unload', 'load']);
    expect(state.next?.entryId).toBe(3);
  });

  it('stays with the current track while only what is known of it changes', () => {
    const { state, effects } = run([queued(cue(1, { gain: 0.25, endSeconds: 150 }), cue(2))], playing);
    expect(effects).toEqual([{ do: 'gain', deck: 'a', gain: 0.25 }]);
    expect(state.current?.endSeconds).toBe(150);
  });
});

describe('a seam', () => {
  const begun = run([clock(176)], playing);

  it('begins so that it ends with the leaving track', () => {
    expect(step(playing, clock(175.9)).state.phase).toBe('playing');
    expect(begun.state).toMatchObject({ phase: 'seam', deck: 'b' });
    expect(begun.effects).toContainEqual({ do: 'advance', entryId: 1, reason: 'finished', atSeconds: 176 });
    expect(begun.effects).toContainEqual({ do: 'play', deck: 'b' });
  });

  it('waits at full level until the arriving track is heard, and fades in what time is left then', () => {
    const waiting = run([clock(177.5, 0)], begun.state);
    expect(waiting.effects).toEqual([]);
    const { state, effects } = run([clock(178, 0.5)], waiting.state);
    expect(state.seam?.seconds).toBe(2.5);
    const gains = effects.flatMap((effect) => (effect.do === 'gain' ? [effect.gain] : []));
    expect(gains).toHaveLength(2);
    expect(gains[0] ** 2 + gains[1] ** 2).toBeCloseTo(0.5 ** 2, 12);
  });

  it('leaves one deck, at its full level', () => {
    const { state, effects } = run([clock(176.1, 0.1), clock(180, 4)], begun.state);
    expect(state).toMatchObject({ phase: 'playing', seam: null });
    expect(effects.slice(-2)).toEqual([
      { do: 'unload', deck: 'a' },
      { do: 'gain', deck: 'b', gain: 0.5 },
    ]);
  });

  it('gives way when the listener pauses, seeks or skips', () => {
    for (const event of [{ type: 'pause' }, { type: 'seek', seconds: 9 }, { type: 'skip' }] as const) {
      const { state } = run([queued(cue(2), cue(3)), event], begun.state);
      expect(state.seam).toBeNull();
    }
  });

  describe('on the beat', () => {
    const beats = {
      leavingTrackId: 1001,
      leaving: { atSeconds: 170.1, beatsPerMinute: 120 },
      arriving: { atSeconds: 8, beatsPerMinute: 120 },
    };
    const state = run([queued(cue(1), cue(2, { beats })), { type: 'play' }, clock(1)]).state;
    const rates = (effects: readonly Effect[]): Effect[] => effects.filter((effect) => effect.do === 'rate');

    it('begins a little early, as long as a deck takes to sound', () => {
      expect(step(state, clock(175.5)).state.phase).toBe('playing');
      const { seam } = step(state, clock(175.58)).state;
      expect(seam?.inStepFromSeconds).toBeCloseTo(175.6, 9);
    });

    it('hurries a deck that is late while it is hardly heard, and lets it go its own pace from then on', () => {
      const late = run([clock(175.58), clock(175.8, 0.15)], state);
      expect(rates(late.effects)).toEqual([{ do: 'rate', deck: 'b', rate: 1.08 }]);
      const inStep = run([clock(175.58), clock(176.1, 0.5)], state);
      expect(rates(inStep.effects)).toEqual([{ do: 'rate', deck: 'b', rate: 1 }]);
      expect(rates(run([clock(178, 2.3)], late.state).effects)).toEqual([{ do: 'rate', deck: 'b', rate: 1 }]);
      // Whatever ends it.
      expect(rates(run([{ type: 'pause' }], late.state).effects)).toEqual([
        { do: 'rate', deck: 'b', rate: 1 },
      ]);
    });

    it('is skipped out of like any other', () => {
      expect(run([{ type: 'skip' }], state).state.seam?.inStepFromSeconds).toBeNull();
    });
  });

  it('joins neighbours on an album end to end', () => {
    const album = { albumId: 4, discNo: 1 };
    const state = run([
      queued(cue(1, { ...album, trackNo: 1 }), cue(2, { ...album, trackNo: 2 })),
      { type: 'play' },
      clock(1),
    ]).state;
    expect(step(state, clock(179.9)).state.phase).toBe('playing');
    const { effects } = step(state, clock(179.98));
    expect(effects).toContainEqual({ do: 'gain', deck: 'b', gain: 0.5 });
    expect(effects).toContainEqual({ do: 'play', deck: 'b' });
    expect(effects.some((effect) => effect.do === 'unload')).toBe(false);
  });
});

describe('stopping after the current track', () => {
  it('pauses at the beginning of the next one', () => {
    const { state } = run([{ type: 'stop-after-current', on: true }, clock(176), clock(179.99)], playing);
    expect(state).toMatchObject({ phase: 'paused', positionSeconds: 0, stopAfterCurrent: false });
    expect(state.current?.entryId).toBe(2);
  });
});

describe('trouble', () => {
  const failed = (deck: 'a' | 'b', coreAway = false): PlayerEvent => ({
    type: 'failed',
    deck,
    message: 'damaged',
    coreAway,
  });

  it('passes over a track that fails', () => {
    const { state, effects } = run([failed('a')], playing);
    expect(effects).toContainEqual({ do: 'advance', entryId: 1, reason: 'failed', atSeconds: 1 });
    expect(state).toMatchObject({ phase: 'playing', deck: 'b' });
  });

  it('takes a track that cannot be preloaded out of the queue, and plays on', () => {
    const { state, effects } = run([failed('b')], playing);
    expect(effects).toContainEqual({ do: 'pass-over', entryId: 2 });
    expect(state).toMatchObject({ phase: 'playing', preloaded: false, next: null });
  });

  it('gives up after five failures in a row, and tries again when asked to', () => {
    let state = run([queued(cue(1), cue(2)), { type: 'play' }]).state;
    let advances = 0;
    for (let i = 2; i < 40; i++) {
      const { state: after, effects } = run([failed(state.deck), queued(state.current, cue(i + 1))], state);
      advances += effects.filter((effect) => effect.do === 'advance').length;
      state = after;
      if (state.phase === 'error') break;
      state = run([queued(cue(i), cue(i + 1))], state).state;
    }
    expect(advances).toBe(4);
    expect(state.trouble).toEqual({ kind: 'nothing-plays', message: 'damaged' });
    expect(run([{ type: 'play' }], state).state.phase).toBe('playing');
  });

  it('counts failures anew once something was heard', () => {
    const { state } = run([failed('a'), clock(0, 1)], playing);
    expect(state.failuresInARow).toBe(0);
  });

  it('waits while the core is away, and goes on at the same second', () => {
    const away = run([clock(42), failed('a', true)], playing);
    expect(away.state).toMatchObject({ phase: 'error', trouble: { kind: 'core-away' } });
    expect(away.effects.some((effect) => effect.do === 'advance')).toBe(false);
    const { effects } = run([{ type: 'core-back' }], away.state);
    expect(effects).toContainEqual(expect.objectContaining({ do: 'load', atSeconds: 42 }));
    expect(effects).toContainEqual({ do: 'play', deck: 'a' });
  });

  it('asks the listener to press play where the browser wants it', () => {
    const { state } = run([{ type: 'blocked', deck: 'a' }], playing);
    expect(state).toMatchObject({ phase: 'paused', wanted: false, trouble: { kind: 'press-play' } });
  });
});

/** Whatever happens, in whatever order. */
const anyCue = fc
  .record({
    entryId: fc.integer({ min: 1, max: 5 }),
    endSeconds: fc.option(fc.integer({ min: 1, max: 30 })),
    gain: fc.constantFrom(0.5, 1),
    albumId: fc.constantFrom(null, 1),
    trackNo: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ entryId, ...change }) => cue(entryId, { ...change, durationSeconds: change.endSeconds }));
const deck = fc.constantFrom('a' as const, 'b' as const);
const anyEvent: fc.Arbitrary<PlayerEvent> = fc.oneof(
  fc.record({
    type: fc.constant('queue' as const),
    current: fc.option(anyCue),
    next: fc.option(anyCue),
    crossfade: fc.constantFrom('auto' as const, 0, 4),
  }),
  fc.record({
    type: fc.constantFrom('play' as const, 'pause' as const, 'skip' as const, 'core-back' as const),
  }),
  fc.record({ type: fc.constant('seek' as const), seconds: fc.integer({ min: -5, max: 40 }) }),
  fc.record({
    type: fc.constantFrom('stop-after-current' as const, 'hear-seam' as const),
    on: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('clock' as const),
    positionSeconds: fc.record({
      a: fc.double({ min: 0, max: 31, noNaN: true }),
      b: fc.double({ min: 0, max: 31, noNaN: true }),
    }),
  }),
  fc.record({ type: fc.constantFrom('ended' as const, 'blocked' as const), deck }),
  fc.record({
    type: fc.constant('failed' as const),
    deck,
    message: fc.constant('x'),
    coreAway: fc.boolean(),
  }),
);

describe('whatever happens', () => {
  it('never asks anything of an empty deck, never leaves one loaded for nothing, and never sounds too loud', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state = IDLE;
        const loaded = { a: false, b: false };
        for (const event of events) {
          const next = step(state, event);
          state = next.state;
          for (const effect of next.effects) {
            if (!('deck' in effect)) continue;
            if (effect.do === 'load') loaded[effect.deck] = true;
            else if (effect.do !== 'unload' && effect.do !== 'gain') expect(loaded[effect.deck]).toBe(true);
            if (effect.do === 'unload') loaded[effect.deck] = false;
            if ('gain' in effect) expect(effect.gain).toBeLessThanOrEqual(1);
          }
          const other = state.deck === 'a' ? 'b' : 'a';
          expect(loaded[state.deck]).toBe(state.current !== null && state.phase !== 'error');
          expect(loaded[other]).toBe(state.preloaded || state.seam !== null);
          expect(state.phase === 'seam').toBe(state.seam !== null);
          expect(state.phase === 'preview').toBe(state.preview !== null);
          expect(state.phase === 'idle').toBe(state.current === null);
          expect(state.phase === 'error').toBe(state.trouble !== null && state.trouble.kind !== 'press-play');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
