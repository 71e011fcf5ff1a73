import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIMBRE_STEPS } from '../../src-core/contract/sound-rows.ts';
import { TIMBRE_SIZE } from '../../src-core/contract/sound.ts';
import { sameRecordings } from '../../src-core/queue/same-recordings.ts';

interface Row {
  artist?: number;
  title?: number;
  seconds: number;
  arousal?: number;
  valence?: number;
  /** The first coefficient in octaves of power; null: nobody listened for it. */
  timbre?: number | null;
}

/** Each row a file of its own, but for those whose contents are given. */
function joined(rows: readonly Row[], copies = rows.map((_, row) => row)): number[] {
  const timbres = new Int8Array(rows.length * TIMBRE_SIZE);
  rows.forEach(({ timbre }, row) => (timbres[row * TIMBRE_SIZE] = Math.round((timbre ?? 0) * TIMBRE_STEPS)));
  const steps = sameRecordings(Int32Array.from(copies), {
    artists: Int32Array.from(rows, ({ artist = -1 }) => artist),
    titles: Int32Array.from(rows, ({ title = -1 }) => title),
    durationsSeconds: Float32Array.from(rows, ({ seconds }) => seconds),
    means: Float32Array.from(rows.flatMap(({ arousal = 0, valence = 0 }) => [arousal, valence])),
    sounds: { timbres, hasTimbre: Uint8Array.from(rows, ({ timbre = null }) => (timbre === null ? 0 : 1)) },
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return [...value];
  }
}

describe('sameRecordings', () => {
  it('joins the same title by the same artist where it is about as long', () => {
    const song = { artist: 0, title: 0 };
    expect(
      joined([
        { ...song, seconds: 213.2 },
        { ...song, seconds: 214.9 },
        { ...song, title: 1, seconds: 213.2 },
        { ...song, artist: 1, seconds: 213.2 },
      ]),
    ).toEqual([0, 0, 2, 3]);
  });

  it('keeps a live version apart, and titles whose artist or length is not known', () => {
    expect(
      joined([
        { artist: 0, title: 0, seconds: 213 },
        { artist: 0, title: 0, seconds: 341 },
        { title: 2, seconds: 100 },
        { title: 2, seconds: 100 },
        { artist: 0, title: 3, seconds: 0 },
        { artist: 0, title: 3, seconds: 0 },
      ]),
    ).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('does not take a hundred pieces for one that a program has called "Track 1" by "Unknown artist"', () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({
      ...{ artist: 0, title: 0, seconds: 120 + 1.5 * i },
      arousal: 0.3 * Math.sin(i),
      valence: 0.2 * Math.cos(5 * i),
      timbre: 2 * Math.sin(3 * i),
    }));
    expect(new Set(joined(rows)).size).toBeGreaterThan(90);
  });

  it('joins what is as long and sounds and feels the same, whatever it is called', () => {
    const sound = { seconds: 213.2, arousal: 0.299, valence: -0.1, timbre: 1 };
    expect(
      joined([
        sound,
        { ...sound, seconds: 213.3, arousal: 0.301, timbre: 1.125 },
        { ...sound, seconds: 214 },
        { ...sound, timbre: 1.5 },
        { ...sound, valence: 0 },
        { ...sound, arousal: 0.4 },
        { ...sound, timbre: null },
      ]),
    ).toEqual([0, 0, 2, 3, 4, 5, 6]);
  });

  it('joins copies of one file with all that any of them is joined with', () => {
    expect(
      joined(
        [
          { artist: 0, title: 0, seconds: 200 },
          { seconds: 200 },
          { seconds: 200 },
          { artist: 0, title: 0, seconds: 201 },
          { seconds: 180 },
        ],
        [0, 1, 0, 3, 1],
      ),
    ).toEqual([0, 1, 0, 0, 1]);
  });

  it('joins the same rows in whatever order they come', () => {
    const row = fc.record({
      artist: fc.integer({ min: -1, max: 1 }),
      title: fc.integer({ min: 0, max: 2 }),
      seconds: fc.integer({ min: 0, max: 60 }).map((quarters) => quarters / 8),
      arousal: fc.integer({ min: -3, max: 3 }).map((steps) => steps / 50),
      timbre: fc.option(fc.integer({ min: 0, max: 6 }).map((steps) => steps / 8)),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 24 }), (rows) => {
        const there = joined(rows);
        const back = joined(rows.toReversed()).toReversed();
        for (let a = 0; a < rows.length; a++) {
          for (let b = 0; b < a; b++) expect(there[a] === there[b]).toBe(back[a] === back[b]);
        }
      }),
    );
  });
});
