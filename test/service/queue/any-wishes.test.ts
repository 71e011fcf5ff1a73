import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Course, Queue, QueueEntry, SegueApi } from '../../../src-core/contract/api/index.ts';
import { connectCore, libraryOf } from '../core/connect-core.ts';

const TRACKS = 40;

const axis = fc.double({ min: -1, max: 1, noNaN: true });
const point = fc.record({ arousal: axis, valence: axis });
const course: fc.Arbitrary<Course> = fc.oneof(
  fc.constant({ kind: 'flow' } as const),
  fc.record({
    kind: fc.constant('target' as const),
    point,
    pull: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('around' as const),
    point,
    radius: fc.double({ min: 0.05, max: 1, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('journey' as const),
    points: fc.array(fc.record({ point, after: fc.record({ tracks: fc.integer({ min: 1, max: 6 }) }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
);
const id = fc.integer({ min: 1, max: TRACKS });
const place = fc.nat(19);

/** Whatever a listener may ask for; an entry is named by its place among what is upcoming. */
const wish = fc.oneof(
  fc.record({ do: fc.constant('course' as const), course }),
  fc.record({ do: fc.constant('energy' as const), lowest: axis, highest: axis }),
  fc.record({ do: fc.constant('rules' as const), keepAlbums: fc.boolean(), artistGap: fc.nat(8) }),
  fc.record({
    do: fc.constantFrom('never', 'loved'),
    ids: fc.array(id, { maxLength: 12 }),
    on: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('pin', 'remove', 'reject', 'jump', 'like', 'top'), place }),
  fc.record({ do: fc.constantFrom('next', 'play'), id }),
  fc.record({ do: fc.constantFrom('finish', 'skip', 'back', 'undo', 'less', 'more', 'forget', 'clear') }),
);
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

async function grant(api: SegueApi, queue: Queue, asked: Wish): Promise<Queue> {
  const at = (n: number): QueueEntry | undefined => queue.upcoming.at(n % Math.max(1, queue.upcoming.length));
  const on = (entry: QueueEntry | undefined, act: (entry: QueueEntry) => Promise<Queue>): Promise<Queue> =>
    entry === undefined ? Promise.resolve(queue) : act(entry);
  const { current } = queue;
  switch (asked.do) {
    case 'course':
      return api.setCourse(asked.course);
    case 'energy': {
      const [lowest, highest] = [asked.lowest, asked.highest].sort((a, b) => a - b);
      const energy = highest - lowest < 0.01 ? [] : [{ fromHour: 0, untilHour: 0, lowest, highest }];
      return api.setQueueOptions({ energy });
    }
    case 'rules':
      return api.setQueueOptions({ keepAlbums: asked.keepAlbums, artistGap: asked.artistGap });
    case 'never':
      return api.setNever(asked.ids, asked.on);
    case 'loved':
      return api.setLoved(asked.ids, asked.on);
    case 'pin':
      return on(at(asked.place), ({ entryId, pinned }) => api.pinEntry(entryId, !pinned));
    case 'remove':
      return on(at(asked.place), ({ entryId }) => api.removeEntry(entryId));
    case 'reject':
      return on(at(asked.place), ({ entryId }) => api.rejectEntry(entryId));
    case 'jump':
      return on(at(asked.place), ({ entryId }) => api.jumpTo(entryId));
    case 'like':
      return on(at(asked.place), ({ entryId }) => api.moreLikeThis(entryId));
    case 'top':
      return on(at(asked.place), ({ entryId }) => api.moveEntry(entryId, 0));
    case 'next':
      return api.playNext([asked.id]);
    case 'play':
      return api.playTrack(asked.id, { kind: 'library' });
    case 'finish':
    case 'skip': {
      const reason = asked.do === 'skip' ? 'skipped' : 'finished';
      return on(current ?? undefined, ({ entryId }) => api.advance({ entryId, reason, atSeconds: 9 }));
    }
    case 'back':
      return api.goBack();
    case 'undo':
      return api.undo();
    case 'less':
      return api.lessIntense();
    case 'more':
      return api.moreIntense();
    case 'forget':
      return api.forgetSkips(queue.history.map(({ track }) => track.id));
    case 'clear':
      return api.clearUpcoming();
  }
}

const isPick = ({ origin, pinned }: QueueEntry): boolean =>
  !pinned && origin !== 'hand' && origin !== 'order';

/** What holds of every queue, whatever was asked for before. */
function expectWhole(queue: Queue, tracks: number): void {
  const { course: towards, options } = queue.steering;
  const entries = [...queue.history, ...(queue.current === null ? [] : [queue.current]), ...queue.upcoming];
  expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(entries.length);
  const picks = queue.upcoming.filter(isPick);
  const others = queue.upcoming.filter((entry) => !isPick(entry)).map(({ track }) => track.id);
  const picked = picks.map(({ track }) => track.id);
  expect(new Set(picked).size).toBe(picked.length);
  for (const trackId of picked) {
    expect(others).not.toContain(trackId);
    expect(trackId).not.toBe(queue.current?.track.id);
  }
  for (const { track } of picks) {
    expect(track.never).toBe(false);
    const { arousal, valence } = track.meanMood!;
    if (towards.kind === 'around') {
      const away = Math.hypot(arousal - towards.point.arousal, valence - towards.point.valence);
      expect(away).toBeLessThanOrEqual(towards.radius + 1e-3);
    }
    for (const { lowest, highest } of options.energy) {
      // Limits are on how a track opens, which lies a little below the mean of these.
      expect(arousal).toBeGreaterThanOrEqual(lowest - 0.1);
      expect(arousal).toBeLessThanOrEqual(highest + 0.1);
    }
  }
  const isNarrow = towards.kind === 'around' || options.energy.length > 0;
  const there = new Set(
    [...queue.upcoming, ...(queue.current === null ? [] : [queue.current])].map(({ track }) => track.id),
  );
  const isShort = queue.upcoming.length < 20 && there.size < tracks;
  if (isNarrow && queue.current !== null && isShort) expect(queue.shortage).not.toBeNull();
  if (queue.upcoming.length >= 20) expect(queue.shortage).toBeNull();
}

test('any wishes leave a queue that is whole, keeps every rule, and is the same for the same wishes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 20 }), async (wishes) => {
      const now = (): number => new Date(2026, 10, 27, 20, 0, 0).getTime();
      const run = async (): Promise<number[][]> => {
        const { api, core } = await connectCore({ dbPath: libraryOf(TRACKS), now });
        let queue = await api.playTrack(1, { kind: 'library' });
        const seen: number[][] = [];
        for (const asked of wishes) {
          const stays = queue.upcoming.filter((entry) => !isPick(entry));
          queue = await grant(api, queue, asked);
          expectWhole(queue, TRACKS);
          if (['course', 'energy', 'rules', 'loved', 'less', 'more', 'like'].includes(asked.do)) {
            const kept = queue.upcoming.map(({ entryId }) => entryId);
            for (const { entryId } of stays) expect(kept).toContain(entryId);
          }
          seen.push(queue.upcoming.map(({ track }) => track.id));
        }
        await core.close();
        return seen;
      };
      expect(await run()).toEqual(await run());
    }),
    { numRuns: 8, seed: 5 },
  );
});

test.each([0, 1, 2])('a library of %i tracks takes any wishes', async (tracks) => {
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 10 }), async (wishes) => {
      const { api, core } = await connectCore({ dbPath: libraryOf(tracks) });
      if (tracks > 0) await api.playTrack(1, { kind: 'library' });
      for (const asked of wishes) {
        const queue = await api.getQueue();
        const known = !('id' in asked) || asked.id <= tracks;
        if (known) expectWhole(await grant(api, queue, asked), tracks);
      }
      await core.close();
    }),
    { numRuns: 8, seed: 3 },
  );
});
