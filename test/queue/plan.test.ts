import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan } from '../../src-core/queue/plan.ts';
import type { PlanLibrary } from '../../src-core/queue/plan-library.ts';
import type { PlanRequest } from '../../src-core/queue/plan-request.ts';
import { reasonOf } from '../../src-core/queue/reason.ts';
import { PLAIN_FLOW } from '../../src-core/queue/shape.ts';
import { planLibraryOf, type PlainTrack } from './plan-library-of.ts';

const fill = (count: number): null[] => Array<null>(count).fill(null);

const plainly: PlanRequest = {
  after: 0,
  slots: fill(3),
  never: new Set(),
  heard: [0],
  skips: new Map(),
  shape: { ...PLAIN_FLOW, exploration: 0 },
  seed: 1,
};

const rowsOf = (library: PlanLibrary, request: Partial<PlanRequest>): number[] =>
  plan(library, { ...plainly, ...request }).picks.map(({ row }) => row);

const axis = fc.double({ min: -1, max: 1, noNaN: true });
const track: fc.Arbitrary<PlainTrack> = fc.record({
  arousal: axis,
  valence: axis,
  artist: fc.integer({ min: -1, max: 4 }),
  genre: fc.integer({ min: -1, max: 2 }),
  recording: fc.integer({ min: 0, max: 40 }),
  album: fc.integer({ min: -1, max: 4 }),
});
const tracks = fc.array(track, { minLength: 1, maxLength: 30 });

describe('plan', () => {
  it('carries on to the nearest', () => {
    const ladder = [0, 0.6, 0.2, 0.4].map((at) => ({ arousal: at, valence: at }));
    expect(rowsOf(planLibraryOf(ladder), {})).toEqual([2, 3, 1]);
  });

  it('takes the way round that leads on to a track that stands', () => {
    // From 0 the nearest is row 1, but row 2 lies on the way to row 3, which is pinned.
    const library = planLibraryOf([
      { arousal: 0, valence: 0 },
      { arousal: -0.2, valence: 0 },
      { arousal: 0.3, valence: 0 },
      { arousal: 0.8, valence: 0 },
    ]);
    expect(rowsOf(library, { slots: [null] })).toEqual([1]);
    expect(rowsOf(library, { slots: [null, 3] })).toEqual([2]);
  });

  it('plays every recording once and then says that there are no more', () => {
    fc.assert(
      fc.property(tracks, fc.integer(), (list, seed) => {
        const library = planLibraryOf(list);
        const { picks, shortage } = plan(library, { ...plainly, slots: fill(60), seed });
        const played = [0, ...picks.map(({ row }) => row)].map((row) => list[row].recording ?? -1);
        expect(new Set(played).size).toBe(played.length);
        expect(played).toHaveLength(new Set(list.map(({ recording }) => recording)).size);
        expect(shortage).toMatch(/^Your rules leave no/);
      }),
    );
  });

  it("never breaks the listener's rules, and says so where they leave nothing", () => {
    fc.assert(
      fc.property(tracks, fc.uniqueArray(fc.nat(29)), axis, axis, (list, never, one, other) => {
        const library = planLibraryOf(list);
        const [lowest, highest] = [Math.min(one, other), Math.max(one, other)];
        const shape = { ...PLAIN_FLOW, arousalLimits: { lowest, highest } };
        const forbidden = new Set(never.filter((row) => row < list.length));
        const { picks, shortage } = plan(library, { ...plainly, shape, never: forbidden, slots: fill(40) });
        const recordings = new Set([...forbidden, 0].map((row) => list[row].recording));
        for (const { row } of picks) {
          expect(recordings.has(list[row].recording)).toBe(false);
          expect(Math.fround(list[row].arousal)).toBeGreaterThanOrEqual(lowest - 1e-6);
          expect(Math.fround(list[row].arousal)).toBeLessThanOrEqual(highest + 1e-6);
        }
        expect(shortage !== null).toBe(picks.length < 40);
        if (picks.length === 0) expect(shortage).toBe('Your rules leave no track that could be played next.');
      }),
    );
  });

  it('goes to a target by the way whose steps, the one to the point itself among them, have the least squares', () => {
    const wish = { arousal: 0.8, valence: 0.4 };
    const course = { kind: 'target', point: wish, pull: 1 } as const;
    const shape = { ...PLAIN_FLOW, course, exploration: 0, artistGap: 0 };
    const place = fc.record({ arousal: axis, valence: axis });
    const squares = (way: readonly { arousal: number; valence: number }[]): number =>
      way.slice(1).reduce((sum, to, i) => {
        const from = way[i];
        return sum + (to.arousal - from.arousal) ** 2 + (to.valence - from.valence) ** 2;
      }, 0);
    fc.assert(
      fc.property(fc.array(place, { minLength: 7, maxLength: 7 }), (places) => {
        const wayOf = (rows: readonly number[]): number =>
          squares([places[0], ...rows.map((row) => places[row]), wish]);
        const all = (rows: readonly number[]): number[][] =>
          rows.length === 4
            ? [[...rows]]
            : [1, 2, 3, 4, 5, 6].filter((row) => !rows.includes(row)).flatMap((row) => all([...rows, row]));
        const widest = { width: 400, wideSlots: 4, branches: 6, judged: 6 };
        const asked = { ...plainly, shape, slots: fill(4) };
        const { picks } = plan(planLibraryOf(places), asked, widest);
        const least = Math.min(...all([]).map(wayOf));
        expect(wayOf(picks.map(({ row }) => row))).toBeCloseTo(least, 5);
      }),
      { numRuns: 40 },
    );
  });

  it('stays around a point when asked to', () => {
    fc.assert(
      fc.property(tracks, axis, axis, (list, arousal, valence) => {
        const course = { kind: 'around', point: { arousal, valence }, radius: 0.4 } as const;
        for (const row of rowsOf(planLibraryOf(list), {
          slots: fill(40),
          shape: { ...PLAIN_FLOW, course },
        })) {
          expect(Math.hypot(list[row].arousal - arousal, list[row].valence - valence)).toBeLessThanOrEqual(
            0.4001,
          );
        }
      }),
    );
  });

  it('keeps artists apart while another may be played', () => {
    fc.assert(
      fc.property(tracks, (list) => {
        const library = planLibraryOf(list);
        const rows = [0, ...rowsOf(library, { slots: fill(40), shape: { ...PLAIN_FLOW, artistGap: 1 } })];
        rows.slice(1).forEach((row, i) => {
          const artist = list[rows[i]].artist ?? -1;
          if (artist < 0 || list[row].artist !== artist) return;
          const played = new Set(rows.slice(0, i + 1).map((before) => list[before].recording));
          const others = list.filter(({ artist: by, recording }) => by !== artist && !played.has(recording));
          expect(others).toEqual([]);
        });
      }),
    );
  });

  it('gives the same for a seed, in whatever order the library is', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(track, { minLength: 2, maxLength: 20, selector: ({ recording }) => recording }),
        fc.integer(),
        (list, seed) => {
          const named = list.map((entry, i) => ({ ...entry, id: i + 1 }));
          const request = { slots: fill(10), seed, shape: PLAIN_FLOW };
          const idsOf = (order: PlainTrack[]): number[] => {
            const after = order.findIndex(({ id }) => id === 1);
            const library = planLibraryOf(order);
            return rowsOf(library, { ...request, after, heard: [after] }).map((row) => order[row].id!);
          };
          expect(idsOf(named.toReversed())).toEqual(idsOf(named));
          expect(idsOf(named)).toEqual(idsOf(named));
        },
      ),
    );
  });

  it('leaves what stands where it is, and does not play it twice', () => {
    fc.assert(
      fc.property(tracks, fc.nat(29), fc.nat(9), (list, standing, place) => {
        const row = standing % list.length;
        const slots: (number | null)[] = fill(10);
        slots[place] = row;
        const { picks } = plan(planLibraryOf(list), { ...plainly, slots });
        expect(picks.length).toBeLessThanOrEqual(9);
        for (const pick of picks) expect(list[pick.row].recording).not.toBe(list[row].recording);
      }),
    );
  });

  it('keeps albums whole and begins them at their beginning', () => {
    const library = planLibraryOf([
      { arousal: 0, valence: 0 },
      { arousal: 0.4, valence: 0, album: 1, albumPlace: 1 },
      { arousal: -0.9, valence: 0, album: 1, albumPlace: 2 },
      { arousal: 0.05, valence: 0, album: 1, albumPlace: 3 },
      { arousal: 0.1, valence: 0.6 },
    ]);
    const shape = { ...plainly.shape, keepAlbums: true };
    const { picks } = plan(library, { ...plainly, slots: fill(4), shape });
    expect(picks.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(reasonOf(library.openings, picks[1].found!).sentence).toBe('Next on the album.');
  });

  it('holds back what was heard lately, what was skipped here, and prefers what is loved', () => {
    const alike: PlainTrack[] = Array.from({ length: 6 }, () => ({ arousal: 0.1, valence: 0 }));
    const library = planLibraryOf([
      { arousal: 0, valence: 0 },
      ...alike.with(4, { ...alike[4], loved: true }),
    ]);
    expect(rowsOf(library, { slots: [null] })).toEqual([5]);
    expect(rowsOf(library, { slots: [null], skips: new Map([[5, 1]]) })).toEqual([1]);
    expect(rowsOf(library, { slots: [null], heard: [5, 1, 0] })).toEqual([2]);
    const { picks } = plan(library, {
      ...plainly,
      slots: [null],
      never: new Set([2, 3, 4, 6]),
      heard: [5, 1, 0],
    });
    expect(picks[0].found!.effects.map(({ kind }) => kind)).toContain('heard-lately');
  });

  it('trusts an opening that is known well over one as near that is not', () => {
    const library = planLibraryOf([
      { arousal: 0, valence: 0 },
      { arousal: 0.1, valence: 0, uncertainty: 0.3 },
      { arousal: -0.12, valence: 0, uncertainty: 0.1 },
    ]);
    const { picks } = plan(library, { ...plainly, slots: [null] });
    expect(picks[0].row).toBe(2);
    expect(reasonOf(library.openings, picks[0].found!)).toMatchObject({
      rule: 'continuation',
      candidates: 2,
      passedOver: [{ trackId: 2 }],
    });
  });

  it('begins by chance where nothing that has a curve came before', () => {
    const library = planLibraryOf([0, 0.1, 0.2, 0.3].map((arousal) => ({ arousal, valence: 0 })));
    const firsts = Array.from(
      { length: 20 },
      (_, seed) => rowsOf(library, { after: null, heard: [], seed })[0],
    );
    expect(new Set(firsts).size).toBeGreaterThan(1);
    expect(plan(library, { ...plainly, after: null, heard: [] }).picks[0].found).toBeNull();
  });

  it('handles libraries of one track and of none', () => {
    expect(rowsOf(planLibraryOf([{ arousal: 0, valence: 0 }]), {})).toEqual([]);
    const empty = plan(planLibraryOf([]), { ...plainly, after: null, heard: [] });
    expect(empty.picks).toEqual([]);
    expect(empty.shortage).toBe('Your rules leave no track that could be played next.');
  });
});
