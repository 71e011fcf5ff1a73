import { expect, test } from 'vitest';
import type { SoundProfile } from '../../src-core/contract/sound.ts';
import { takeOverAnalysis } from '../../src-core/database/curves.ts';
import { connectionOf } from '../../src-core/database/handle.ts';
import { readAll } from '../../src-core/database/paged.ts';
import { getSound, readSounds } from '../../src-core/database/sounds.ts';
import { addAnalysedTrack, addTrack, analysis, openLibrary, QUIET } from './open-library.ts';

const SOUND: SoundProfile = {
  tempo: { beatsPerMinute: 121.5, confidence: 0.8 },
  openingBeat: { atSeconds: 8.25, beatsPerMinute: 121 },
  closingBeat: null,
  key: { tonic: 9, isMinor: true, confidence: 0.4 },
  timbre: Float32Array.of(3.5, -1.25, 0, 0.5, 0, 0, -0.0625, 20),
};

test('how a track sounds is kept, its colour to a sixteenth', () => {
  const db = openLibrary();
  const id = addAnalysedTrack(db, '/a.mp3', analysis(40, { sound: SOUND }));
  const { timbre, ...rest } = getSound(db, id)!;
  expect(rest).toEqual({
    tempo: SOUND.tempo,
    openingBeat: SOUND.openingBeat,
    closingBeat: null,
    key: SOUND.key,
  });
  expect(Array.from(timbre)).toEqual([3.5, -1.25, 0, 0.5, 0, 0, -0.0625, 127 / 16]);
  expect(getSound(db, addTrack(db, '/b.mp3'))).toBeUndefined();
});

test('a copy sounds like its original, and a sound goes with its track', () => {
  const db = openLibrary();
  const original = addAnalysedTrack(db, '/a.mp3', analysis(40, { sound: SOUND }));
  const copy = addTrack(db, '/copy.mp3', { fingerprint: 'print of /a.mp3' });
  takeOverAnalysis(db, copy, 'print of /a.mp3', 'model-1');
  expect(getSound(db, copy)).toEqual(getSound(db, original));
  connectionOf(db).sqlite.prepare('DELETE FROM tracks WHERE id = ?').run(original);
  expect(getSound(db, original)).toBeUndefined();
});

test('all sounds are loaded by row; what is unknown says so', () => {
  const db = openLibrary();
  const first = addAnalysedTrack(db, '/a.mp3', analysis(40, { sound: SOUND }));
  const second = addTrack(db, '/b.mp3');
  const third = addAnalysedTrack(db, '/c.mp3', analysis(40, { sound: QUIET }));
  const sounds = readAll(readSounds(db, Int32Array.of(first, second, third)));
  expect(Array.from(sounds.tempos)).toEqual([121.5, NaN, NaN]);
  expect(Array.from(sounds.tempoConfidences)).toEqual([204, 0, 0]);
  expect(Array.from(sounds.keys)).toEqual([21, -1, -1]);
  expect(Array.from(sounds.hasTimbre)).toEqual([1, 0, 1]);
  expect(Array.from(sounds.timbres.subarray(0, 8))).toEqual([56, -20, 0, 8, 0, 0, -1, 127]);
});
