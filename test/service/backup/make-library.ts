import fc from 'fast-check';
import { putAnalysis } from '../../../src-core/database/curves.ts';
import { holdAgainst } from '../../../src-core/database/early-skips.ts';
import { addFolder } from '../../../src-core/database/folders.ts';
import type { WritableDB } from '../../../src-core/database/handle.ts';
import { finishPlay, skipPlay, startPlay } from '../../../src-core/database/play-history.ts';
import { createPlaylist, setPlaylistTracks } from '../../../src-core/database/playlists.ts';
import { savePosition, saveQueue } from '../../../src-core/database/queue-state.ts';
import { setSetting } from '../../../src-core/database/settings.ts';
import { setMark } from '../../../src-core/database/track-marks.ts';
import { addTrack, analysis } from '../../database/open-library.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const time = fc.integer({ min: 1, max: 2_000_000_000_000 });
const index = fc.nat({ max: 11 });

/** Whatever a person may have made: names of every script, playlists with doubles, plays cut short, any queue. */
export const anyLibrary = fc.record({
  /** Tracks whose content is the same are copies of each other. */
  contents: fc.array(fc.record({ title: text, artist: fc.option(text), content: index }), {
    minLength: 1,
    maxLength: 12,
  }),
  playlists: fc.array(
    fc.record({
      name: text,
      tracks: fc.array(index, { maxLength: 8 }),
      createdAtMs: time,
      changedAtMs: time,
    }),
    { maxLength: 4 },
  ),
  plays: fc.uniqueArray(
    fc.record({
      track: index,
      startedAtMs: time,
      end: fc.option(fc.oneof(fc.constant('finished'), fc.double({ min: 0, max: 1e4, noNaN: true }))),
      seam: fc.option(fc.double({ min: 0, max: 2, noNaN: true })),
    }),
    { maxLength: 12, selector: ({ startedAtMs }) => startedAtMs },
  ),
  settings: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.jsonValue(), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  queue: fc.option(
    fc.record({
      entries: fc.array(index, { minLength: 1, maxLength: 8 }),
      context: fc.constantFrom('library', 'album', 'playlist'),
      positionSeconds: fc.double({ min: 0, max: 1e4, noNaN: true }),
    }),
  ),
});
export type AnyLibrary = typeof anyLibrary extends fc.Arbitrary<infer Library> ? Library : never;

/** Writes it into an empty library whose music lies in `folder`. */
export function fillLibrary(db: WritableDB, folder: string, library: AnyLibrary): void {
  addFolder(db, folder, 5);
  const ids = library.contents.map(({ title, artist, content }, n) => {
    const fields = { title, artist, album: 'Album', albumArtist: 'All', fingerprint: `content ${content}` };
    const id = addTrack(db, `${folder}/${n}.mp3`, fields);
    if (content % 3 !== 0) {
      putAnalysis(
        db,
        id,
        fields.fingerprint,
        analysis(content, content % 2 === 0 ? { uncertainty: null } : {}),
        9,
      );
    }
    return id;
  });
  setMark(db, 'loved', ids.slice(0, 2), true, 12);
  setMark(db, 'never', ids.slice(1, 3), true, 13);
  const at = (n: number): number => ids[n % ids.length];
  const playlists = library.playlists.map(({ name, tracks, createdAtMs, changedAtMs }) => {
    const id = createPlaylist(db, name, createdAtMs);
    setPlaylistTracks(db, id, tracks.map(at), changedAtMs);
    return id;
  });
  for (const { track, startedAtMs, end, seam } of library.plays) {
    const play = startPlay(db, at(track), seam, startedAtMs, at(track + 1));
    if (end === 'finished') finishPlay(db, play, startedAtMs + 1000);
    else if (typeof end === 'number') skipPlay(db, play, end);
    if (typeof end === 'number' && end < 30) holdAgainst(db, [play]);
  }
  for (const [key, value] of Object.entries(library.settings)) setSetting(db, key, value);
  if (library.queue !== null) fillQueue(db, library.queue, at, playlists.at(0));
}

function fillQueue(
  db: WritableDB,
  queue: NonNullable<AnyLibrary['queue']>,
  at: (n: number) => number,
  playlistId: number | undefined,
): void {
  const contexts = {
    library: { kind: 'library' },
    album: { kind: 'album', albumId: 1 },
    playlist: playlistId === undefined ? { kind: 'library' } : { kind: 'playlist', playlistId },
  };
  const entries = queue.entries.map((track, i) => ({
    entryId: i + 1,
    place: (['history', 'current', 'upcoming'] as const)[Math.min(i, 2)],
    trackId: at(track),
    origin: 'flow' as const,
    pinned: i % 2 === 0,
    seamDistance: i / 10,
    reason: i === 0 ? null : { sentence: 'Carries on.' },
  }));
  saveQueue(
    db,
    {
      entries,
      context: { context: contexts[queue.context], drawn: 2 },
      rejected: [at(0)],
      mode: 'flow',
      repeat: 'off',
      seed: 7,
      steering: { course: { kind: 'target', point: { arousal: 0.5, valence: -0.25 }, pull: 0.4 } },
      nextEntryId: entries.length + 1,
      playId: null,
    },
    77,
  );
  savePosition(db, queue.positionSeconds, 78);
}
