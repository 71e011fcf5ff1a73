import { describe, expect, test } from 'vitest';
import type { Course, Queue, SegueApi } from '../../../src-core/contract/api/index.ts';
import { closeDatabase } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { run } from '../../../src-core/database/statement.ts';
import { connectCore, libraryOf } from '../core/connect-core.ts';

const library = { kind: 'library' } as const;
const ids = (entries: Queue['upcoming']): number[] => entries.map(({ track }) => track.id);
const calm = { arousal: -0.6, valence: 0.3 };
const lively = { arousal: 0.6, valence: 0.3 };

const COURSES: readonly Course[] = [
  { kind: 'target', point: calm, pull: 1 },
  { kind: 'around', point: lively, radius: 0.5 },
  {
    kind: 'journey',
    points: [
      { point: calm, after: { tracks: 3 } },
      { point: lively, after: { minutes: 4 } },
    ],
  },
];

/** A clock that can be set: the evening of a day. */
function clock(): { nowMs: number; readonly now: () => number } {
  const time = { nowMs: new Date(2026, 10, 27, 20, 0, 0).getTime(), now: () => time.nowMs };
  return time;
}

async function playing(options: Parameters<typeof connectCore>[0] = {}): Promise<{
  api: SegueApi;
  queue: Queue;
  dbPath: string;
  told: Awaited<ReturnType<typeof connectCore>>['told'];
  close: () => Promise<void>;
}> {
  const { api, dbPath, core, told } = await connectCore({ dbPath: libraryOf(60), ...options });
  const queue = await api.playTrack(1, library);
  return { api, dbPath, told, queue, close: () => core.close() };
}

function ended(queue: Queue, reason: 'finished' | 'skipped', atSeconds: number) {
  return { entryId: queue.current!.entryId, reason, atSeconds };
}

const meanOf = (queue: Queue, axis: 'arousal' | 'valence', from = 0, to = 20): number => {
  const values = queue.upcoming.slice(from, to).map(({ track }) => track.meanMood![axis]);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

describe('a course', () => {
  test.each(COURSES)('$kind is set, seen, kept over a restart, and taken back', async (course) => {
    const { api, queue, dbPath, close } = await playing();
    expect(queue.steering.course).toEqual({ kind: 'flow' });
    const steered = await api.setCourse(course);
    expect(steered.steering.course).toEqual(course);
    expect(ids(steered.upcoming)).not.toEqual(ids(queue.upcoming));
    const back = await api.undo();
    expect(back.steering.course).toEqual({ kind: 'flow' });
    expect(ids(back.upcoming)).toEqual(ids(queue.upcoming));

    const again = await api.setCourse(course);
    await close();
    const { api: later } = await connectCore({ dbPath, seed: 99 });
    const { steering, upcoming } = await later.getQueue();
    expect(steering).toEqual(again.steering);
    expect(ids(upcoming)).toEqual(ids(again.upcoming));
    expect((await later.setCourse({ kind: 'flow' })).steering.journey).toBeNull();
  });

  test('keeps what is pinned and what was put there by hand', async () => {
    const { api, queue } = await playing();
    await api.pinEntry(queue.upcoming[3].entryId, true);
    await api.playNext([44]);
    const { upcoming } = await api.setCourse(COURSES[0]);
    expect(upcoming[0].track.id).toBe(44);
    expect(ids(upcoming)).toContain(queue.upcoming[3].track.id);
  });

  test('a track put there by hand is judged by what the listener lets count, and anew when that changes', async () => {
    const dbPath = libraryOf(60);
    const { db } = openDatabase(dbPath);
    run(db, 'UPDATE tracks SET year = 1960 + 20 * (id % 3)');
    closeDatabase(db);
    const { api } = await playing({ dbPath });
    const kinds = ({ upcoming }: Queue): string[] =>
      (upcoming[0].reason!.effects as { kind: string }[]).map(({ kind }) => kind);
    const terms = kinds(await api.playNext([44]));
    expect(terms).toEqual(['era']);
    const plain = await api.setQueueOptions({ leftOut: ['era'] });
    expect(plain.upcoming[0].track.id).toBe(44);
    expect(kinds(plain)).toEqual([]);
    const seam = await api.getSeam(plain.upcoming[0].entryId);
    expect(seam!.effects).toEqual([]);
    expect(kinds(await api.undo())).toEqual(terms);
  });

  test('leads to its target and stays there', async () => {
    const { api } = await playing();
    const low = await api.setCourse({ kind: 'target', point: calm, pull: 1 });
    const high = await api.setCourse({ kind: 'target', point: lively, pull: 1 });
    expect(meanOf(high, 'arousal', 3, 10) - meanOf(low, 'arousal', 3, 10)).toBeGreaterThan(0.5);
  });

  test('"less intense" and "more intense" bend whatever there is at once, and can be undone', async () => {
    const { api } = await playing();
    for (const course of [{ kind: 'flow' }, ...COURSES] as const) {
      const before = await api.setCourse(course);
      const less = await api.lessIntense();
      expect(less.undo).toBe('Less intense');
      expect(less.steering.course).not.toEqual(before.steering.course);
      expect(less.steering.journey?.tracksLeft).toEqual(before.steering.journey?.tracksLeft);
      const undone = await api.undo();
      expect(undone.steering).toEqual(before.steering);
      const more = await api.moreIntense();
      expect(more.undo).toBe('More intense');
      await api.undo();
    }
    const flow = await api.setCourse({ kind: 'flow' });
    const more = meanOf(await api.moreIntense(), 'arousal', 0, 5);
    await api.undo();
    const less = meanOf(await api.lessIntense(), 'arousal', 0, 5);
    expect(more).toBeGreaterThan(less);
    expect(flow.upcoming).toHaveLength(20);
  });

  test('"more like this" goes for where the track lies', async () => {
    const { api, queue } = await playing();
    const entry = queue.upcoming[5];
    const like = await api.moreLikeThis(entry.entryId);
    expect(like.steering.course).toMatchObject({ kind: 'target', point: entry.track.meanMood });
    expect(like.undo).toBe(`More like “${entry.track.title}”`);
    await expect(api.moreLikeThis(9999)).rejects.toMatchObject({ code: 'unknown-id' });
    const { api: unheard } = await connectCore({ dbPath: libraryOf(3, 3) });
    const { current } = await unheard.playTrack(1, library);
    await expect(unheard.moreLikeThis(current!.entryId)).rejects.toMatchObject({ code: 'no-curve' });
  });

  test('can be looked at without changing anything', async () => {
    const { api, queue } = await playing();
    const preview = await api.previewCourse(COURSES[2]);
    expect(await api.getQueue()).toEqual(queue);
    const { upcoming, steering } = await api.setCourse(COURSES[2]);
    expect(preview.map(({ track }) => track.id)).toEqual(ids(upcoming).slice(0, preview.length));
    expect(preview).toHaveLength(steering.journey!.tracksLeft.at(-1)!);
    expect(preview[0].sentence).toBe(upcoming[0].reason!.sentence);
  });
});

describe('a journey', () => {
  const points = [
    { point: lively, after: { tracks: 2 } },
    { point: calm, after: { tracks: 6 } },
  ];

  test('comes to its points track by track, and says how far it is', async () => {
    const { api } = await playing();
    let queue = await api.setCourse({ kind: 'journey', points });
    expect(queue.steering.journey).toMatchObject({ reached: 0, tracksLeft: [2, 8] });
    const planned = ids(queue.upcoming);
    for (let track = 1; track <= 8; track++) {
      queue = await api.advance(ended(queue, 'finished', 20));
      expect(queue.current!.track.id).toBe(planned[track - 1]);
      const left = [2 - track, 8 - track].filter((tracks) => tracks > 0);
      expect(queue.steering.journey).toMatchObject({ reached: 2 - left.length, tracksLeft: left });
    }
    const { arousal, valence } = queue.current!.track.meanMood!;
    expect(Math.hypot(arousal - calm.arousal, valence - calm.valence)).toBeLessThan(0.4);
  });

  test('is planned anew when a track is skipped early, which does not count', async () => {
    const { api } = await playing();
    let queue = await api.setCourse({ kind: 'journey', points });
    queue = await api.advance(ended(queue, 'finished', 20));
    const planned = ids(queue.upcoming);
    queue = await api.advance(ended(queue, 'skipped', 5));
    expect(queue.steering.journey).toMatchObject({ reached: 0, tracksLeft: [1, 7] });
    expect(queue.current!.track.id).toBe(planned[0]);
    expect(ids(queue.upcoming)).not.toEqual(planned.slice(1));
    expect(queue.upcoming).toHaveLength(20);
  });

  test('that is taken back after some tracks goes on from where it has come', async () => {
    const { api } = await playing();
    const queue = await api.setCourse({ kind: 'journey', points });
    await api.removeEntry(queue.upcoming[9].entryId);
    await api.advance(ended(queue, 'finished', 20));
    expect((await api.undo()).steering.journey).toMatchObject({ tracksLeft: [1, 7] });
  });
});

describe('rules', () => {
  test('are kept, changed one by one, and taken back', async () => {
    const { api, dbPath, close } = await playing();
    await api.setQueueOptions({ keepAlbums: true });
    const both = await api.setQueueOptions({ discovery: 0.5 });
    expect(both.steering.options).toMatchObject({ keepAlbums: true, discovery: 0.5, artistGap: 4 });
    expect((await api.undo()).steering.options).toMatchObject({ keepAlbums: true, discovery: 0 });
    const same = await api.setQueueOptions({ keepAlbums: true });
    expect(same).toEqual(await api.getQueue());
    await close();
    const { api: later } = await connectCore({ dbPath });
    expect((await later.getQueue()).steering.options).toMatchObject({ keepAlbums: true });
    await expect(later.setQueueOptions({ artistGap: -1 })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  test('of energy hold for their hours, and what breaks them by then makes room', async () => {
    const time = clock();
    const { api } = await playing({ now: time.now });
    const quiet = { fromHour: 22, untilHour: 6, lowest: -1, highest: 0 };
    const early = await api.setQueueOptions({ energy: [quiet] });
    expect(early.upcoming.some(({ track }) => track.meanMood!.arousal > 0.1)).toBe(true);
    time.nowMs += 3 * 3_600_000;
    const late = await api.advance(ended(early, 'finished', 20));
    expect(late.upcoming).toHaveLength(20);
    for (const { track } of late.upcoming) expect(track.meanMood!.arousal).toBeLessThan(0.1);
  });

  test('of energy are minded when the music goes on after a pause', async () => {
    const time = clock();
    const { api } = await playing({ now: time.now });
    const quiet = { fromHour: 22, untilHour: 6, lowest: -1, highest: 0 };
    const early = await api.setQueueOptions({ energy: [quiet] });
    time.nowMs += 3 * 3_600_000;
    await api.reportPlayback({ entryId: early.current!.entryId, positionSeconds: 9, playing: true });
    for (const { track } of (await api.getQueue()).upcoming)
      expect(track.meanMood!.arousal).toBeLessThan(0.1);
  });

  test('that leave too few are named', async () => {
    const { api } = await playing();
    const some = await api.setCourse({ kind: 'around', point: lively, radius: 0.3 });
    expect(some.upcoming.length).toBeGreaterThan(0);
    expect(some.upcoming.length).toBeLessThan(20);
    for (const { track } of some.upcoming) {
      const { arousal, valence } = track.meanMood!;
      expect(Math.hypot(arousal - lively.arousal, valence - lively.valence)).toBeLessThan(0.301);
    }
    expect(some.shortage).toBe('No other track lies in the region that you chose.');
    const none = await api.setCourse({ kind: 'around', point: { arousal: -1, valence: 1 }, radius: 0.05 });
    expect(none.upcoming).toEqual([]);
    expect(none.shortage).toBe('No other track lies in the region that you chose.');
    const plenty = await api.setCourse({ kind: 'flow' });
    expect(plenty).toMatchObject({ shortage: null });
    expect(plenty.upcoming).toHaveLength(20);
  });

  test('that none are broken where the library itself is small', async () => {
    const { api } = await connectCore({ dbPath: libraryOf(5) });
    const queue = await api.playTrack(1, library);
    expect(queue.upcoming).toHaveLength(4);
    expect(queue.shortage).toBeNull();
    const less = await api.rejectEntry(queue.upcoming[0].entryId);
    expect(less.shortage).toBe('No other track can be played: you asked not to hear the rest.');
  });
});
