import { describe, expect, it } from 'vitest';
import type { Advance, Queue } from '../../../src-core/contract/api/index.ts';
import { DEFAULT_SETTINGS } from '../../../src-core/contract/api/index.ts';
import { SegueError } from '../../../src-core/contract/errors.ts';
import { Player } from '../../../renderer/playback/player.ts';
import { entry, queue } from '../support/cues.ts';
import { FakeSounds } from '../support/fake-sounds.ts';

/** A core whose library never runs out, and a clock that only the test moves. */
function rig(options: { refill?: boolean; broken?: boolean } = {}) {
  const sounds = new FakeSounds();
  if (options.broken) for (let id = 1001; id < 1200; id++) sounds.broken.add(`media/track/${id}`);
  const core = {
    away: false,
    queue: queue(1, entry(1), [entry(2), entry(3)]),
    advances: [] as Advance[],
    failures: [] as number[],
    removed: [] as number[],
    lastReport: null as { positionSeconds: number; playing: boolean } | null,
  };
  let nextId = 4;
  const answer = async <Value>(value: () => Value): Promise<Value> => {
    await Promise.resolve();
    if (core.away) throw new SegueError('disconnected', 'away');
    return value();
  };
  const moveOn = (queue: Queue): Queue => {
    const [current = null, ...upcoming] = queue.upcoming;
    const refilled = options.refill === false ? upcoming : [...upcoming, entry(nextId++)];
    return { ...queue, revision: queue.revision + 1, current, upcoming: refilled };
  };
  let tick: (() => void) | null = null;
  let nowMs = 0;
  const player = new Player({
    mediaBase: 'media/',
    createSound: sounds.create,
    nowMs: () => nowMs,
    schedule: (run) => (tick = run),
    onQueue: () => undefined,
    onChange: () => undefined,
    api: {
      getQueue: () => answer(() => core.queue),
      advance: (report) =>
        answer(() => {
          core.advances.push(report);
          if (report.entryId === core.queue.current?.entryId) core.queue = moveOn(core.queue);
          return core.queue;
        }),
      goBack: () => answer(() => core.queue),
      removeEntry: (id) =>
        answer(() => {
          core.removed.push(id);
          const upcoming = core.queue.upcoming.filter(({ entryId }) => entryId !== id);
          core.queue = { ...core.queue, revision: core.queue.revision + 1, upcoming };
          return core.queue;
        }),
      reportFailure: ({ trackId }) => answer(() => void core.failures.push(trackId)),
      reportPlayback: (report) => answer(() => void (core.lastReport = report)),
    },
  });
  player.setSettings({ ...DEFAULT_SETTINGS, crossfadeSeconds: 4 });
  player.setQueue(core.queue);
  /** Lets time pass in steps of 20 ms, and promises settle between them. */
  const pass = async (seconds: number, stepSeconds = 0.02) => {
    for (let passed = 0; passed < seconds; passed += stepSeconds) {
      sounds.pass(stepSeconds);
      nowMs += stepSeconds * 1000;
      const run = tick;
      tick = null;
      run?.();
      await settle();
    }
  };
  return { player, core, sounds, pass };
}

async function settle(): Promise<void> {
  for (let i = 0; i < 12; i++) await Promise.resolve();
}

describe('the player', () => {
  it('crossfades with both decks audible and the sum of powers steady', async () => {
    const { player, sounds, pass } = rig();
    player.play();
    await pass(1);
    player.seek(175.5);
    await pass(0.6);
    expect(player.state.phase).toBe('seam');
    const steady = 10 ** ((-18 + 12) / 10);
    let together = 0;
    while (player.state.phase === 'seam') {
      const power = sounds.playing.reduce((sum, { volume }) => sum + volume ** 2, 0);
      expect(10 * Math.log10(power / steady)).toBeCloseTo(0, 6);
      if (sounds.playing.every(({ volume }) => volume > 0.05)) together++;
      await pass(0.02);
    }
    expect(together).toBeGreaterThan(150);
    expect(sounds.alive.size).toBeLessThanOrEqual(2);
    expect(player.state.current?.entryId).toBe(2);
  });

  it('keeps at most two sounds alive through 500 track changes', async () => {
    const { player, core, sounds, pass } = rig();
    player.play();
    for (let i = 0; i < 500; i++) {
      await pass(0.4);
      player.next();
      expect(sounds.alive.size).toBeLessThanOrEqual(2);
    }
    await pass(1);
    expect(core.advances).toHaveLength(500);
    expect(sounds.created).toBeLessThan(1100);
    player.dispose();
    expect(sounds.alive.size).toBe(0);
  });

  it('goes on through the queue while the core is away, and tells it everything afterwards', async () => {
    const { player, core, pass } = rig();
    player.play();
    await pass(1);
    core.away = true;
    player.seek(175.9);
    await pass(5);
    expect(player.state).toMatchObject({ phase: 'playing' });
    expect(player.state.current?.entryId).toBe(2);
    expect(core.advances).toEqual([]);
    core.away = false;
    await player.coreBack();
    expect(core.advances.map(({ entryId }) => entryId)).toEqual([1]);
    expect(core.queue.current?.entryId).toBe(2);
    expect(player.state.current?.entryId).toBe(2);
  });

  it('passes over broken files, reports them, and does not loop when everything is broken', async () => {
    const { player, core, pass } = rig({ broken: true });
    player.play();
    await pass(3);
    expect(player.state.trouble?.kind).toBe('nothing-plays');
    expect(core.failures.length).toBeGreaterThanOrEqual(5);
    expect(core.failures.length).toBeLessThan(12);
  });

  it('takes a broken next track out of the queue before its turn comes', async () => {
    const { player, core, sounds, pass } = rig();
    sounds.broken.add('media/track/1002');
    player.play();
    await pass(1);
    expect(core.removed).toEqual([2]);
    expect(core.failures).toEqual([1002]);
    expect(player.state).toMatchObject({ phase: 'playing', preloaded: true });
    expect(player.state.next?.entryId).toBe(3);
  });

  it('ends with the queue, and goes on by itself when there is more', async () => {
    const { player, core, sounds, pass } = rig({ refill: false });
    core.queue = queue(2, entry(9));
    player.setQueue(core.queue);
    player.play();
    await pass(1);
    sounds.playing[0].events.ended();
    await settle();
    expect(player.state.phase).toBe('idle');
    expect(sounds.alive.size).toBe(0);
    player.setQueue(queue(4, entry(10)));
    expect(player.state.phase).toBe('playing');
  });

  it('fades and pauses when the sleep timer runs out', async () => {
    const { player, sounds, pass } = rig();
    player.play();
    await pass(1);
    player.setSleep({ minutes: 0.25 });
    const before = sounds.playing[0].volume;
    await pass(7.5);
    expect(sounds.playing[0].volume).toBeCloseTo(before / 2, 1);
    await pass(8);
    expect(player.state.phase).toBe('paused');
    expect(player.sleep).toBeNull();
  });

  it('goes on where the listener left off, without a sound', () => {
    const { player, sounds } = rig();
    player.setQueue(queue(3, entry(7)), { entryId: 7, positionSeconds: 42, savedAtMs: 0 });
    expect(player.state).toMatchObject({ phase: 'paused', positionSeconds: 42 });
    expect(sounds.playing).toEqual([]);
    expect([...sounds.alive][0].positionSeconds).toBe(42);
  });

  it('tells the core where the music is every few seconds and whenever it pauses', async () => {
    const { player, core, pass } = rig();
    player.play();
    await pass(6);
    expect(core.lastReport?.playing).toBe(true);
    expect(core.lastReport?.positionSeconds).toBeGreaterThan(4.9);
    player.pause();
    await settle();
    expect(core.lastReport?.playing).toBe(false);
  });
});
