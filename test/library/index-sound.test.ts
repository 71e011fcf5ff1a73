import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { getCurve } from '../../src-core/database/curves.ts';
import { listProblems } from '../../src-core/database/outcomes.ts';
import { getTrackByPath } from '../../src-core/database/tracks.ts';
import { writeModel } from '../../src-core/emotion/model-files/write-model.ts';
import { loadClipModel } from '../../src-core/emotion/models.ts';
import { indexFolders } from '../../src-core/library/index-folders.ts';
import { paperNetwork } from '../emotion/networks.ts';
import { makeFolder } from '../support/make-folder.ts';
import { put, wav } from './files.ts';
import { TestLibrary } from './index-test-library.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/audio/', import.meta.url));
/** One of each format. */
const SOUNDS = [
  'arpeggio.mp3',
  'arpeggio.flac',
  'arpeggio.ogg',
  'arpeggio.opus',
  'index-last.m4a',
  'alac.m4a',
  'arpeggio.aac',
  's16.wav',
  's16.aiff',
  'arpeggio.wma',
];
/** The real worker, with a model whose weights are random: the numbers mean nothing, but they come the whole way. */
const network = paperNetwork();

async function randomModel(): Promise<string> {
  const directory = makeFolder();
  await writeModel(directory, 'clip', network, {
    normalisation: { kind: 'per-clip' },
    card: { heldOutError: { arousal: 0.2, valence: 0.2 } },
  });
  return directory;
}

test('sound of every format becomes curves; what is truncated, flipped or no sound has its outcome', async () => {
  const library = new TestLibrary();
  for (const name of SOUNDS) copyFileSync(join(FIXTURES, name), join(library.folder, name));
  const mp3 = readFileSync(join(FIXTURES, 'arpeggio.mp3'));
  put(library.folder, 'truncated.mp3', mp3.subarray(0, mp3.length * 0.6));
  const flipped = Buffer.from(mp3);
  for (let at = 9000; at < 12_000; at += 50) flipped[at] ^= 0x5a;
  put(library.folder, 'flipped.mp3', flipped);
  copyFileSync(join(FIXTURES, 'arpeggio.flac'), join(library.folder, 'flac named.mp3'));
  put(library.folder, 'text.mp3', 'no sound at all '.repeat(100));
  put(library.folder, 'empty.mp3', '');
  put(library.folder, 'short.wav', wav(1, 200));

  const modelDirectory = await randomModel();
  const { version: modelVersion } = await loadClipModel(modelDirectory);
  const summary = await indexFolders(library.db, [library.folder], {
    modelVersion,
    analysis: { workers: 2, modelDirectory },
  });
  const problems = listProblems(library.db).map(
    ({ path, code }) => `${path.slice(library.folder.length + 1)} ${code}`,
  );
  expect(problems).toEqual(['empty.mp3 empty-file', 'short.wav too-short', 'text.mp3 not-audio']);
  // 'flac named.mp3' is a copy of arpeggio.flac.
  expect(summary).toMatchObject({ added: SOUNDS.length + 5, analysed: SOUNDS.length + 2, failed: 3 });
  for (const name of [...SOUNDS, 'truncated.mp3', 'flipped.mp3', 'flac named.mp3']) {
    const track = getTrackByPath(library.db, join(library.folder, name))!;
    const stored = getCurve(library.db, track.id)!;
    expect(stored.modelVersion).toBe(modelVersion);
    expect(Math.abs(stored.curve.arousal.length - track.durationSeconds! / 0.5)).toBeLessThanOrEqual(1);
    expect(track.samplePeak).toBeGreaterThan(0);
  }
});
