import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOP_SECONDS } from '../../../src-core/contract/analysis.ts';
import { getCurve } from '../../../src-core/database/curves.ts';
import { closeDatabase } from '../../../src-core/database/handle.ts';
import { libraryStatus } from '../../../src-core/database/library-status.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { listTracks } from '../../../src-core/database/track-lists.ts';
import { writeLibrary } from './write-library.ts';

describe('a made-up library', () => {
  let scratch: string;
  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'segue-made-up-'));
  });
  afterAll(() => rmSync(scratch, { recursive: true }));

  function make(name: string, seed: number) {
    const { db } = openDatabase(join(scratch, name));
    writeLibrary(db, { tracks: 300, modelVersion: 'v', folder: '/nowhere', sound: null, seed });
    const { total, items } = listTracks(db, { sort: 'added', offset: 0, limit: 300 });
    const curves = items.map(({ id }) => getCurve(db, id));
    const status = libraryStatus(db);
    closeDatabase(db);
    return { total, items, curves, status };
  }

  it('has as many tracks as asked for, and curves as long as they are', () => {
    const { total, items, curves, status } = make('one.db', 1);
    expect(total).toBe(300);
    expect(status.withCurve).toBeGreaterThan(290);
    for (const [i, stored] of curves.entries()) {
      if (stored === undefined) continue;
      const pairs = items[i].durationSeconds! / HOP_SECONDS;
      expect(Math.abs(stored.curve.arousal.length - pairs)).toBeLessThanOrEqual(1);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const first = make('first.db', 2);
    expect(make('again.db', 2)).toEqual(first);
    expect(make('other.db', 3).items[0].title).not.toBe(first.items[0].title);
  });
});
