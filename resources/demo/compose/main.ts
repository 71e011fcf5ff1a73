/**
 * Composes and renders the demo library: `node resources/demo/compose/main.ts [word in a title...]`.
 * With words only the pieces whose title holds one of them are rendered. SOUND_FONT names another sound font.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALBUMS } from './albums.ts';
import { COVERS } from './covers/index.ts';
import { midiFile } from './midi/write.ts';
import { PIECES } from './pieces/index.ts';
import { audioPath, DEMO_FOLDER } from './places.ts';
import { drawCover } from './render/cover.ts';
import { encode } from './render/encode.ts';
import { master } from './render/master.ts';
import { measure } from './render/measure.ts';
import { synthesise } from './render/synthesise.ts';
import { missingTools } from './render/tools.ts';
import type { Piece } from './score.ts';

/** Ceilings of the master, in dBFS, tried in turn: the encoder's overshoot differs from piece to piece. */
const CEILINGS_DB = [-3, -4, -5, -6];
const MOST_PEAK_DBFS = -1;

async function render(piece: Piece, folder: string): Promise<string> {
  const base = join(folder, `${piece.album}-${piece.track}`);
  const path = join(DEMO_FOLDER, audioPath(piece));
  await writeFile(`${base}.mid`, midiFile(piece));
  await synthesise(`${base}.mid`, `${base}.raw.wav`, piece.sound);
  const cover = await drawCover(COVERS[piece.album](), join(folder, piece.album));
  for (const ceilingDb of CEILINGS_DB) {
    await master(`${base}.raw.wav`, `${base}.wav`, piece.sound, ceilingDb);
    await encode(`${base}.wav`, path, piece, cover);
    const { seconds, loudnessLufs, truePeakDbfs } = await measure(path);
    if (truePeakDbfs <= MOST_PEAK_DBFS) {
      const figures = `${seconds.toFixed(1)} s  ${loudnessLufs} LUFS  ${truePeakDbfs} dBTP`;
      return `${figures}  ${ALBUMS[piece.album].artist}: ${piece.title}`;
    }
  }
  throw new Error(`${piece.title} peaks over ${MOST_PEAK_DBFS} dBFS whatever the ceiling.`);
}

/** The index that tests and people read; moods are what the composer meant, not what anything measured. */
async function writeIndex(): Promise<void> {
  const pieces = PIECES.map((piece) => ({
    file: audioPath(piece),
    title: piece.title,
    artist: ALBUMS[piece.album].artist,
    album: ALBUMS[piece.album].title,
    key: piece.key,
    intendedMood: piece.mood,
  }));
  const note = "intendedMood is the composer's intent (arousal and valence in [-1, 1]), not a measurement.";
  await writeFile(
    join(DEMO_FOLDER, 'pieces.json'),
    `${JSON.stringify({ note, license: 'CC0-1.0', pieces }, null, 2)}\n`,
  );
}

const missing = await missingTools();
if (missing.length > 0) {
  for (const sentence of missing) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
const words = process.argv.slice(2).map((w) => w.toLowerCase());
const chosen = PIECES.filter(
  (p) => words.length === 0 || words.some((w) => p.title.toLowerCase().includes(w)),
);
const folder = await mkdtemp(join(tmpdir(), 'compose-'));
for (const piece of chosen) console.log(await render(piece, folder));
await writeIndex();
await rm(folder, { recursive: true });
