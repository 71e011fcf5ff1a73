import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course, Queue, SegueApi } from '../../../src-core/contract/api/index.ts';
import { connectCore, libraryOf } from '../core/connect-core.ts';

const library = { kind: 'library' } as const;
const ids = (entries: Queue['upcoming']): number[] => entries.map(({ track }) => track.id);

const toward = (arousal: number, valence: number): Course => ({
  kind: 'target',
  point: { arousal, valence },
  pull: 0.4,
});

async function playing(tracks = 60): Promise<{ api: SegueApi; queue: Queue; dbPath: string }> {
  const { api, dbPath } = await connectCore({ dbPath: libraryOf(tracks) });
  return { api, dbPath, queue: await api.playTrack(1, library) };
}

function finished(queue: Queue): Parameters<SegueApi['advance']>[0] {
  return { entryId: queue.current!.entryId, reason: 'finished', atSeconds: 20 };
}

describe('a queue that flows', () => {
  test('has twenty ahead, none twice, each with its reason and seam', async () => {
    const { queue } = await playing();
    expect(queue.current?.track.id).toBe(1);
    expect(queue.upcoming).toHaveLength(20);
    expect(new Set([1, ...ids(queue.upcoming)]).size).toBe(21);
    for (const { origin, reason, seamDistance } of queue.upcoming) {
      expect(origin).toBe('flow');
      expect(reason?.sentence).not.toBe('');
      expect(seamDistance).toBeGreaterThanOrEqual(0);
    }
  });

  test('never runs dry, and comes back to what was heard longest ago', async () => {
    const { api, queue } = await playing(8);
    let now = queue;
    const heard: number[] = [];
    for (let i = 0; i < 30; i++) {
      heard.push(now.current!.track.id);
      now = await api.advance(finished(now));
      expect(now.upcoming.length).toBeGreaterThanOrEqual(1);
      expect(ids(now.upcoming)).not.toContain(now.current!.track.id);
    }
    expect(new Set(heard.slice(0, 8)).size).toBe(8);
  });

  test('is the same for the same seed and library', async () => {
    const [a, b] = [await playing(), await playing()];
    expect(ids(a.queue.upcoming)).toEqual(ids(b.queue.upcoming));
  });

  test('goes by chance, and says so, where there are no curves yet', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(30, 30) });
    const queue = await api.playContext(library);
    expect(queue.upcoming).toHaveLength(20);
    expect(new Set(queue.upcoming.map(({ origin }) => origin))).toEqual(new Set(['shuffle']));
    expect(queue.upcoming.every(({ reason }) => reason === null)).toBe(true);
  });

  test('picks by curves first, and then the tracks that have none yet', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(15, 5) });
    const { upcoming } = await api.playTrack(1, library);
    expect(new Set(ids(upcoming)).size).toBe(14);
  });

  test('says that there is nothing to play in an empty library', async () => {
    const { api } = await connectCore();
    expect(await api.getQueue()).toMatchObject({ current: null, upcoming: [], history: [], undo: null });
    await expect(api.playContext(library)).rejects.toMatchObject({ code: 'unknown-id' });
    await expect(api.playTrack(3, library)).rejects.toMatchObject({ code: 'unknown-id' });
  });
});

test('a course that is set leaves chance behind, and taking it back brings chance back', async () => {
  const { api } = await playing();
  await api.setMode('shuffle');
  const steered = await api.setCourse(toward(0.5, 0.5));
  expect(steered.mode).toBe('flow');
  expect(steered.upcoming[0].origin).toBe('flow');
  const back = await api.undo();
  expect(back.mode).toBe('shuffle');
  expect(back.steering.course.kind).toBe('flow');
});

describe('what the listener does', () => {
  test('"not this one" puts another in its place, and does not pick it again', async () => {
    const { api, queue } = await playing();
    const rejected = queue.upcoming[2];
    const after = await api.rejectEntry(rejected.entryId);
    expect(after.upcoming).toHaveLength(20);
    expect(ids(after.upcoming).slice(0, 2)).toEqual(ids(queue.upcoming).slice(0, 2));
    expect(ids(after.upcoming)).not.toContain(rejected.track.id);
    const moved = await api.setCourse(toward(0, 0));
    expect(ids(moved.upcoming)).not.toContain(rejected.track.id);
  });

  test('undo takes each step back, and playing on is not a step', async () => {
    const { api, queue } = await playing();
    const [first, second, third] = queue.upcoming;
    await api.removeEntry(second.entryId);
    const onward = await api.advance(finished(await api.getQueue()));
    expect(onward.undo).toBe(`Removed “${second.track.title}”`);
    expect(onward.current?.entryId).toBe(first.entryId);
    const undone = await api.undo();
    expect(undone.current?.entryId).toBe(first.entryId);
    expect(undone.upcoming.slice(0, 2).map(({ entryId }) => entryId)).toEqual([
      second.entryId,
      third.entryId,
    ]);
    const label = (await api.undo()).undo;
    expect(label).toBeNull();
  });

  test('what is put there by hand comes first, in order, and the rest is picked to follow it', async () => {
    const { api, queue } = await playing();
    await api.enqueue([50, 51]);
    await api.enqueue([52]);
    const { upcoming } = await api.playNext([53]);
    expect(ids(upcoming).slice(0, 4)).toEqual([53, 50, 51, 52]);
    expect(upcoming.slice(0, 4).every(({ origin }) => origin === 'hand')).toBe(true);
    expect(upcoming[1].reason).not.toBeNull();
    expect(ids(upcoming).slice(4)).not.toEqual(ids(queue.upcoming).slice(0, 16));
    await expect(api.enqueue([999])).rejects.toMatchObject({ code: 'unknown-id' });
  });

  test('what is pinned or moved stays while the rest is lined up anew', async () => {
    const { api, queue } = await playing();
    const [a, b] = [queue.upcoming[4], queue.upcoming[9]];
    await api.pinEntry(a.entryId, true);
    await api.moveEntry(b.entryId, 0);
    const { upcoming } = await api.setCourse(toward(0.9, 0.9));
    expect(upcoming[0].entryId).toBe(b.entryId);
    expect(upcoming[5].entryId).toBe(a.entryId);
    expect(upcoming).toHaveLength(20);
    expect(upcoming[1].reason?.target).not.toBeNull();
  });

  test('a second report of the same end changes nothing', async () => {
    const { api, queue } = await playing();
    const once = await api.advance(finished(queue));
    expect(await api.advance(finished(queue))).toEqual(once);
  });

  test('going back and jumping ahead keep what lies between in order', async () => {
    const { api, queue } = await playing();
    const jumped = await api.jumpTo(queue.upcoming[3].entryId);
    expect(jumped.current?.track.id).toBe(queue.upcoming[3].track.id);
    const back = await api.goBack();
    expect(back.current?.track.id).toBe(1);
    expect(back.upcoming[0].entryId).toBe(queue.upcoming[3].entryId);
    await expect(api.jumpTo(9999)).rejects.toMatchObject({ code: 'unknown-id' });
  });

  test('any sequence of wishes leaves a queue that is whole', async () => {
    const { api, queue } = await playing(40);
    let now = queue;
    const wish = fc.tuple(
      fc.constantFrom('remove', 'move', 'pin', 'reject', 'next', 'undo', 'on', 'mode', 'target', 'back'),
      fc.nat(19),
    );
    await fc.assert(
      fc.asyncProperty(wish, async ([what, n]) => {
        const entry = now.upcoming[n % now.upcoming.length];
        const wishes: Record<typeof what, () => Promise<Queue>> = {
          remove: () => api.removeEntry(entry.entryId),
          move: () => api.moveEntry(entry.entryId, n),
          pin: () => api.pinEntry(entry.entryId, n % 2 === 0),
          reject: () => api.rejectEntry(entry.entryId),
          next: () => api.playNext([n + 1]),
          undo: () => api.undo(),
          on: () => api.advance({ entryId: now.current!.entryId, reason: 'skipped', atSeconds: n }),
          mode: () => api.setMode((['flow', 'shuffle', 'order'] as const)[n % 3]),
          target: () => api.setCourse(n % 4 === 0 ? { kind: 'flow' } : toward(n / 20, -n / 20)),
          back: () => api.goBack(),
        };
        now = await wishes[what]();
        const all = [...now.history, now.current!, ...now.upcoming].map(({ entryId }) => entryId);
        expect(new Set(all).size).toBe(all.length);
        expect(now.upcoming.length).toBeGreaterThanOrEqual(Math.min(20, 40 - 1 - 19));
        expect(now.current).not.toBeNull();
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

describe('an album', () => {
  const albumOf = async (api: SegueApi): Promise<number> => (await api.getTrack(6)).albumId!;

  test('plays in its order to its end, and the flow goes on from there', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(60) });
    const queue = await api.playContext({ kind: 'album', albumId: await albumOf(api) });
    expect([queue.current!.track.id, ...ids(queue.upcoming).slice(0, 4)]).toEqual([6, 7, 8, 9, 10]);
    expect(queue.upcoming[3].origin).toBe('order');
    expect(queue.upcoming[4].origin).toBe('flow');
    expect(queue.upcoming).toHaveLength(20);
  });

  test('from its middle, shuffled, and over and over', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(60) });
    const context = { kind: 'album', albumId: await albumOf(api) } as const;
    expect(ids((await api.playTrack(9, context)).upcoming).slice(0, 2)).not.toContain(8);
    await api.setRepeat('all');
    await api.setMode('shuffle');
    const { current, upcoming } = await api.playContext(context);
    expect(new Set([current!.track.id, ...ids(upcoming).slice(0, 4)])).toEqual(new Set([6, 7, 8, 9, 10]));
    expect(new Set(ids(upcoming))).toEqual(new Set([6, 7, 8, 9, 10]));
  });

  test('a track on repeat comes again when it ends, and not when it is skipped', async () => {
    const { api, queue } = await playing();
    await api.setRepeat('one');
    const again = await api.advance(finished(queue));
    expect(again.current?.entryId).toBe(queue.current?.entryId);
    const next = await api.advance({ ...finished(queue), reason: 'skipped' });
    expect(next.current?.entryId).toBe(queue.upcoming[0].entryId);
  });

  test('a list plays in its order where that is wished for', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(60) });
    await api.setMode('order');
    const list = { sort: 'title', direction: 'descending' } as const;
    const { upcoming } = await api.playTrack(30, { kind: 'list', list });
    expect(ids(upcoming).slice(0, 3)).toEqual([29, 28, 27]);
  });
});

test('the queue, its past and the position come back after a restart', async () => {
  const dbPath = libraryOf(60);
  const first = await connectCore({ dbPath });
  const queue = await first.api.playTrack(1, library);
  await first.api.reportPlayback({ entryId: queue.current!.entryId, positionSeconds: 3, playing: true });
  const onward = await first.api.advance({
    entryId: queue.current!.entryId,
    reason: 'skipped',
    atSeconds: 3.5,
  });
  const report = { entryId: onward.current!.entryId, positionSeconds: 12.25, playing: true };
  await first.api.reportPlayback(report);
  await first.core.close();

  const second = await connectCore({ dbPath, seed: 99 });
  const { revision: _, undo, ...there } = await second.api.getQueue();
  const { revision: _before, undo: _undo, ...before } = onward;
  expect(there).toEqual(before);
  expect(undo).toBeNull();
  expect(await second.api.getResumePoint()).toMatchObject({
    entryId: report.entryId,
    positionSeconds: 12.25,
  });
  const { items } = await second.api.listHistory({ offset: 0, limit: 10 });
  expect(items.map(({ track, skippedAtSeconds }) => [track.id, skippedAtSeconds])).toEqual([
    [onward.current!.track.id, null],
    [1, 3.5],
  ]);
});
