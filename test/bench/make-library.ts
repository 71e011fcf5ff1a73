/**
 * `node test/bench/make-library.ts --tracks N --db FILE [--music FOLDER] [--sound FILE] [--seed N]`: a library of made-up tracks with
 * tags, covers, curves and plays, for tests of how Segue copes with large ones. Open it with `segue serve --db FILE`.
 *
 * Without `--music` its folder does not exist, as if on a drive that is switched off: everything can be looked at, nothing
 * played. With it, every track is a file there that shares its bytes with the one given as `--sound` (a tone of a second).
 */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { wholeNumberFrom } from '../../src-core/cli/options.ts';
import { closeDatabase } from '../../src-core/database/handle.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { loadClipModel, shippedModel } from '../../src-core/emotion/models.ts';
import { writeLibrary } from './library/write-library.ts';

const TONE = fileURLToPath(new URL('../fixtures/audio/s16.wav', import.meta.url));
const NO_FOLDER = resolve('/music-that-is-not-there');

const options = new Command()
  .requiredOption('--tracks <n>', 'how many', wholeNumberFrom(1, 10_000_000))
  .requiredOption('--db <file>', 'the library to make, in place of what is there')
  .option('--music <folder>', 'where to make files')
  .option('--sound <file>', 'the wav that every file is', TONE)
  .option('--seed <n>', 'another number makes another library', wholeNumberFrom(1, 2 ** 31), 1)
  .parse()
  .opts<{ tracks: number; db: string; music?: string; sound: string; seed: number }>();

for (const ending of ['', '-wal', '-shm']) rmSync(options.db + ending, { force: true });
const { version } = await loadClipModel(shippedModel('clip'));
const { db } = openDatabase(options.db);
writeLibrary(db, {
  tracks: options.tracks,
  modelVersion: version,
  folder: options.music === undefined ? NO_FOLDER : resolve(options.music),
  sound: options.music === undefined ? null : options.sound,
  seed: options.seed,
});
closeDatabase(db);
