import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  resolveChanges,
  type ChangedFile,
  type Holder,
  type Verdict,
} from '../../src-core/library/resolve-changes.ts';

/** A small world: which tracks the library knows, and what lies where now. Contents are letters. */
function judge(library: Record<string, string>, folder: Record<string, string>): Record<string, string> {
  const tracks = Object.entries(library).map(([path, fingerprint], id): Holder => ({
    id,
    path,
    fingerprint,
  }));
  const changes = Object.entries(folder).map(([path, fingerprint]): ChangedFile => ({
    path,
    fingerprint,
    occupant: tracks.find((track) => track.path === path),
  }));
  const isThere = (track: Holder): boolean => folder[track.path] === track.fingerprint;
  const verdicts = resolveChanges(changes, (fingerprint) =>
    tracks.filter((track) => track.fingerprint === fingerprint && !isThere(track)),
  );
  const say = (verdict: Verdict): string =>
    verdict.kind === 'added' ? 'added' : `${verdict.kind} ${tracks[verdict.trackId].path}`;
  return Object.fromEntries(changes.map(({ path }, i) => [path, say(verdicts[i])]));
}

test.each<[string, Record<string, string>, Record<string, string>, Record<string, string>]>([
  ['touched', { a: 'A' }, { a: 'A' }, { a: 'touched a' }],
  ['new content', { a: 'A' }, { a: 'B' }, { a: 'updated a' }],
  ['renamed', { a: 'A' }, { b: 'A' }, { b: 'moved a' }],
  ['copied', { a: 'A' }, { a: 'A', b: 'A' }, { a: 'touched a', b: 'added' }],
  ['new', {}, { a: 'A' }, { a: 'added' }],
  ['traded', { a: 'A', b: 'B' }, { a: 'B', b: 'A' }, { a: 'moved b', b: 'moved a' }],
  ['in a row', { a: 'A', b: 'B' }, { b: 'A', c: 'B' }, { b: 'moved a', c: 'moved b' }],
  [
    'in a row, the first replaced',
    { a: 'A', b: 'B' },
    { a: 'N', b: 'A', c: 'B' },
    { a: 'added', b: 'moved a', c: 'moved b' },
  ],
  ['moved over another', { a: 'A', b: 'B' }, { b: 'A' }, { b: 'updated b' }],
  [
    'moved over another in a row',
    { a: 'A', b: 'B', c: 'C' },
    { b: 'A', c: 'B' },
    { b: 'updated b', c: 'updated c' },
  ],
  ['moved and copied', { a: 'A' }, { b: 'A', c: 'A' }, { b: 'moved a', c: 'added' }],
  ['of two copies the one of its name', { 'x/a': 'A', 'x/b': 'A' }, { 'y/b': 'A' }, { 'y/b': 'moved x/b' }],
])('%s', (_, library, folder, expected) => {
  expect(judge(library, folder)).toEqual(expected);
});

test('whatever happened, no track goes to two files and none loses its path to another', () => {
  const world = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('A', 'B', 'C', 'D'));
  fc.assert(
    fc.property(world, world, (library, folder) => {
      const verdicts = judge(library, folder);
      const claims = Object.values(verdicts).filter((verdict) => verdict !== 'added');
      const claimed = claims.map((claim) => claim.split(' ')[1]);
      expect(new Set(claimed).size).toBe(claimed.length);
      for (const [path, verdict] of Object.entries(verdicts)) {
        const [kind, track] = verdict.split(' ');
        if (kind === 'touched' || kind === 'moved') expect(library[track]).toBe(folder[path]);
        if (kind === 'touched' || kind === 'updated') expect(track).toBe(path);
        // A path that a track gives up belongs to a track that is known under a path of its own.
        if ((kind === 'moved' || kind === 'added') && path in library) expect(claimed).toContain(path);
      }
    }),
    { numRuns: 1000 },
  );
});
