import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile, type IAudioMetadata } from 'music-metadata';
import { beforeAll, describe, expect, it } from 'vitest';
import { ALBUMS } from '../../resources/demo/compose/albums.ts';
import { scoreHash } from '../../resources/demo/compose/midi/hash.ts';
import { PIECES } from '../../resources/demo/compose/pieces/index.ts';
import { audioPath } from '../../resources/demo/compose/places.ts';
import { DEMO, index, type Mood } from './support.ts';

const MUSIC = join(DEMO, 'music');
const files = readdirSync(MUSIC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.opus'))
  .map((name) => `music/${name.replaceAll('\\', '/')}`)
  .sort();
const metadata = new Map<string, IAudioMetadata>();

beforeAll(async () => {
  for (const file of files) metadata.set(file, await parseFile(join(DEMO, file), { duration: true }));
});

const quadrant = (mood: Mood): string => `${mood.arousal > 0 ? '+' : '-'}${mood.valence > 0 ? '+' : '-'}`;

describe('the demo library on disk', () => {
  it('holds exactly the pieces of the index, and the index exactly the scores', () => {
    expect(index.pieces.map((p) => p.file).sort()).toEqual(files);
    expect(index.pieces.map((p) => p.file)).toEqual(PIECES.map(audioPath));
    expect(index.pieces.map((p) => p.intendedMood)).toEqual(PIECES.map((p) => p.mood));
    expect(index.note).toMatch(/not a measurement/);
  });

  it('is small: at most 8 MB in all', () => {
    const bytes = files.reduce((sum, file) => sum + statSync(join(DEMO, file)).size, 0);
    expect(bytes).toBeLessThan(8_000_000);
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  it.each(PIECES)('$title: tags, length and cover', (piece) => {
    const { common, format } = metadata.get(audioPath(piece))!;
    const album = ALBUMS[piece.album];
    expect(common).toMatchObject({
      title: piece.title,
      artist: album.artist,
      album: album.title,
      albumartist: album.artist,
      year: album.year,
      genre: [album.genre],
      track: { no: piece.track },
    });
    expect(format.codec).toMatch(/opus/i);
    expect(format.numberOfChannels).toBe(2);
    expect(format.duration).toBeGreaterThanOrEqual(45);
    expect(format.duration).toBeLessThanOrEqual(90);
    const cover = (common.picture ?? [])[0];
    expect(cover.format).toMatch(/^image\/(jpeg|png)$/);
    expect(cover.data.length).toBeGreaterThan(1000);
    expect(cover.data.length).toBeLessThan(40_000);
  });

  it.each(PIECES)('$title: was rendered from the score as it stands', (piece) => {
    const tags = metadata.get(audioPath(piece))!.native.vorbis;
    expect(tags.find((tag) => tag.id.toUpperCase() === 'SCORE')?.value).toBe(scoreHash(piece));
  });
});

describe('the demo library as a collection', () => {
  it('opens at least three pieces in each quadrant of the mood plane', () => {
    const openings = index.pieces.map((p) => quadrant(p.intendedMood.opening));
    for (const corner of ['++', '+-', '--', '-+']) {
      expect(openings.filter((o) => o === corner).length, corner).toBeGreaterThanOrEqual(3);
    }
  });

  it('has pieces that move from one quadrant to another', () => {
    const moving = index.pieces.filter(
      ({ intendedMood: { opening, closing } }) => quadrant(opening) !== quadrant(closing),
    );
    expect(moving.length).toBeGreaterThanOrEqual(2);
  });

  it('keeps every intended mood on the plane', () => {
    for (const { intendedMood } of index.pieces) {
      for (const value of Object.values(intendedMood).flatMap((m) => [m.arousal, m.valence])) {
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('repeats artists and albums, and numbers the tracks of an album from one', () => {
    expect(new Set(index.pieces.map((p) => p.artist)).size).toBeLessThan(index.pieces.length / 2);
    for (const key of new Set(PIECES.map((p) => p.album))) {
      const tracks = PIECES.filter((p) => p.album === key).map((p) => p.track);
      expect(tracks).toEqual(tracks.map((_, i) => i + 1));
    }
  });
});
