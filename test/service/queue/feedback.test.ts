import { describe, expect, test } from 'vitest';
import type { Queue, SegueApi } from '../../../src-core/contract/api/index.ts';
import { connectCore, libraryOf } from '../core/connect-core.ts';

const library = { kind: 'library' } as const;
const page = { offset: 0, limit: 50 } as const;
const ids = (entries: Queue['upcoming']): number[] => entries.map(({ track }) => track.id);

async function hear(
  api: SegueApi,
  queue: Queue,
  reason: 'finished' | 'skipped',
  atSeconds: number,
): Promise<Queue> {
  const { entryId } = queue.current!;
  await api.reportPlayback({ entryId, positionSeconds: 0, playing: true });
  return api.advance({ entryId, reason, atSeconds });
}

describe('skips', () => {
  test('before 30 s count where the music stood, are shown, can be forgotten, and that be taken back', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(60) });
    let queue = await hear(api, await api.playTrack(1, library), 'finished', 20);
    const skipped = queue.current!.track;
    queue = await hear(api, queue, 'skipped', 6);
    await hear(api, queue, 'skipped', 45);

    const { total, items } = await api.listFeedback({ kind: 'skipped', ...page });
    expect(total).toBe(1);
    expect(items[0].track.id).toBe(skipped.id);
    const first = (await api.getTracks([1]))[0];
    expect(items[0].skips).toMatchObject([{ atSeconds: 6, mood: first.meanMood }]);

    const forgot = await api.forgetSkips([skipped.id]);
    expect(forgot.undo).toBe(`Forgot skips of “${skipped.title}”`);
    expect((await api.listFeedback({ kind: 'skipped', ...page })).total).toBe(0);
    await api.undo();
    expect((await api.listFeedback({ kind: 'skipped', ...page })).items).toEqual(items);
  });

  test('weigh against the track in music that stands alike', async () => {
    const dbPath = libraryOf(60);
    const { api } = await connectCore({ dbPath });
    let queue = await api.playTrack(1, library);
    const [next] = queue.upcoming;
    for (let i = 0; i < 3; i++) {
      await hear(api, await api.playTrack(1, library), 'finished', 20);
      await hear(api, await api.playTrack(next.track.id, library), 'skipped', 3);
    }
    queue = await api.playTrack(1, library);
    const entry = queue.upcoming.find(({ track }) => track.id === next.track.id);
    const { items } = await api.listFeedback({ kind: 'skipped', ...page });
    expect(items[0].skips).toHaveLength(3);
    expect(queue.upcoming[0].track.id).not.toBe(next.track.id);
    if (entry !== undefined) expect(entry.reason?.effects).toBeDefined();
  });
});

describe('tracks that are never to be played', () => {
  test('are not picked, drawn or begun with, and are played by hand', async () => {
    const { api, told } = await connectCore({ dbPath: libraryOf(60) });
    const queue = await api.playTrack(1, library);
    const [a, b] = [queue.upcoming[0].track, queue.upcoming[7].track];
    const without = await api.setNever([a.id, b.id], true);
    expect(without.undo).toBe('Never to be played: 2 tracks');
    expect(ids(without.upcoming)).not.toContain(a.id);
    expect(ids(without.upcoming)).not.toContain(b.id);
    expect(without.upcoming).toHaveLength(20);
    expect(without.upcoming[5].entryId).toBe(queue.upcoming[5].entryId);
    await expect
      .poll(() => told.filter(({ name }) => name === 'marksChanged').map(({ payload }) => payload))
      .toEqual([
        {
          marks: [a.id, b.id]
            .sort((x, y) => x - y)
            .map((trackId) => ({ trackId, loved: false, never: true })),
        },
      ]);
    expect((await api.getTracks([a.id]))[0].never).toBe(true);
    expect((await api.listTracks({ filter: { never: true }, ...page })).total).toBe(2);
    expect((await api.listFeedback({ kind: 'never', ...page })).total).toBe(2);

    const { albumId } = await api.getTrack(6);
    await api.setNever([6, 8], true);
    const album = await api.playContext({ kind: 'album', albumId: albumId! });
    expect([album.current!.track.id, ...ids(album.upcoming).slice(0, 2)]).toEqual([7, 9, 10]);
    const byHand = await api.playTrack(8, library);
    expect(byHand.current!.track.id).toBe(8);
    expect((await api.playNext([6])).upcoming[0].track.id).toBe(6);
  });

  test('may be played again when that is taken back', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(30) });
    const queue = await api.playTrack(1, library);
    await api.setNever([queue.upcoming[0].track.id], true);
    const undone = await api.undo();
    expect(ids(undone.upcoming)).toEqual(ids(queue.upcoming));
    expect((await api.listFeedback({ kind: 'never', ...page })).total).toBe(0);
  });

  test('stay so over a restart', async () => {
    const dbPath = libraryOf(30);
    const first = await connectCore({ dbPath });
    await first.api.setNever([3, 4, 5], true);
    await first.api.setLoved([7], true);
    await first.core.close();
    const { api } = await connectCore({ dbPath });
    for (let i = 0; i < 10; i++) {
      const { current, upcoming } = await api.playContext(library);
      for (const id of [3, 4, 5]) expect([current!.track.id, ...ids(upcoming)]).not.toContain(id);
    }
    expect((await api.getTracks([7]))[0].loved).toBe(true);
  });
});

test('loved tracks weigh more, are listed, and that can be taken back', async () => {
  const { api } = await connectCore({ dbPath: libraryOf(60) });
  await api.playTrack(1, library);
  const others = Array.from({ length: 30 }, (_, i) => 2 * i + 2);
  const loved = await api.setLoved(others, true);
  expect(loved.undo).toBe('Loved: 30 tracks');
  const queue = await api.setCourse({ kind: 'flow' });
  const effects = queue.upcoming.flatMap(({ reason }) => reason!.effects as { kind: string; cost: number }[]);
  expect(effects.filter(({ kind, cost }) => kind === 'loved' && cost < 0).length).toBeGreaterThan(0);
  expect((await api.listTracks({ filter: { loved: true }, ...page })).total).toBe(30);
  await api.undo();
  await api.undo();
  expect((await api.listFeedback({ kind: 'loved', ...page })).total).toBe(0);
});

test('what was heard this evening does not come again while there is anything else', async () => {
  const time = { nowMs: new Date(2026, 10, 27, 18, 0, 0).getTime() };
  const { api } = await connectCore({ dbPath: libraryOf(40), now: () => time.nowMs });
  let queue = await api.playTrack(1, library);
  const heard = new Set<number>();
  for (let i = 0; i < 40; i++) {
    expect(heard.has(queue.current!.track.id)).toBe(false);
    heard.add(queue.current!.track.id);
    time.nowMs += 4 * 60_000;
    queue = await hear(api, queue, 'finished', 20);
  }
  expect(heard.size).toBe(40);
});

describe('the seam of an entry', () => {
  test('has both curves with their bands, what was passed over by name, and where it lies', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(60) });
    const queue = await api.playTrack(1, library);
    const [entry] = queue.upcoming;
    const seam = (await api.getSeam(entry.entryId))!;
    expect(seam.leaving.id).toBe(1);
    expect(seam.arriving.id).toBe(entry.track.id);
    expect(seam.sentence).toBe(entry.reason!.sentence);
    expect(seam.distance).toBe(entry.seamDistance);
    expect(seam.forecast.arousalHalfWidth).toHaveLength(seam.forecast.arousal.length);
    for (const width of [...seam.forecast.arousalHalfWidth, ...seam.opening.valenceHalfWidth]) {
      expect(width).toBeGreaterThan(0);
      expect(width).toBeLessThan(1);
    }
    expect(seam.closing.arousal.length).toBeGreaterThan(0);
    expect(seam.passedOver[0].title).toMatch(/^Track \d+$/);
    expect(seam.points!.crossfadeSeconds).toBeGreaterThan(0);
    expect(await api.getSeam(queue.current!.entryId)).toBeNull();
    await expect(api.getSeam(9999)).rejects.toMatchObject({ code: 'unknown-id' });
  });
});

test('tracks are put in the order with the least jolt', async () => {
  const { api } = await connectCore({ dbPath: libraryOf(30, 5) });
  const given = Array.from({ length: 30 }, (_, i) => 30 - i);
  const order = await api.smoothTracks(given);
  expect(order.toSorted((a, b) => b - a)).toEqual(given);
  expect(order.slice(-5)).toEqual([30, 29, 28, 27, 26]);
  expect(await api.smoothTracks([])).toEqual([]);
  const many = Array.from({ length: 1501 }, () => 1);
  await expect(api.smoothTracks(many)).rejects.toMatchObject({ code: 'too-large' });
});
