import { join } from 'node:path';
import { measureFfmpegDecode, measureSegue } from './command-cost.ts';
import { measureStages, stagesInWords } from './measure-stages.ts';
import { FORMATS, listMusic, transcode, type Format } from './corpus.ts';

interface IndexSummary {
  readonly analysed: number;
  readonly failed: number;
}

const WANTED_CPU_RATIO: Partial<Record<Format, number>> = { mp3: 2.2, flac: 2.5 };
const WANTED_PEAK_MEMORY_MB = 400;
const ROUNDS = 3;

type Row = [what: string, measured: string, wanted: string];

/**
 * Indexes music as mp3 and as flac, each beside ffmpeg's decode-only pass over the same files, then all nine formats with two workers for memory.
 * Rounds alternate between the two programs, and the median ratio counts, so that a machine that slows down slows both.
 */
export async function measureIndexing(sources: readonly string[], scratch: string): Promise<Row[]> {
  const rows: Row[] = [];
  const formats = Object.keys(FORMATS) as Format[];
  for (const format of formats) {
    const folder = join(scratch, 'music', format);
    const files = await transcode(sources, format, folder);
    const wanted = WANTED_CPU_RATIO[format];
    if (wanted === undefined) continue;
    const { ratio, cpuSeconds, wallSeconds, ffmpegSeconds } = await compareToFfmpeg(files, folder, scratch);
    const stages = await measureStages(files);
    rows.push([
      `index ${files.length} ${format} files: CPU over ffmpeg's decode-only pass`,
      `${ratio.toFixed(2)}× (a track: ${(cpuSeconds / files.length).toFixed(2)} s CPU, ${(wallSeconds / files.length).toFixed(2)} s wall)`,
      `≤ ${wanted}×`,
    ]);
    rows.push([`of it, by stage, ${format}`, stagesInWords(stages, ffmpegSeconds), '']);
  }
  const everything = join(scratch, 'music');
  const db = join(scratch, 'memory.db');
  const { peakMemoryBytes, output } = await measureSegue([
    'index',
    everything,
    '--db',
    db,
    '--workers',
    '2',
    '--json',
  ]);
  const { analysed, failed } = JSON.parse(output) as IndexSummary;
  rows.push([
    `peak memory, two workers, ${analysed} tracks in ${formats.length} formats (${failed} failed)`,
    `${Math.round(peakMemoryBytes / 1e6)} MB`,
    `≤ ${WANTED_PEAK_MEMORY_MB} MB`,
  ]);
  const again = await measureSegue(['index', everything, '--db', db, '--json']);
  rows.push([
    `second run over the same ${listMusic(everything).length} files: tracks analysed`,
    String((JSON.parse(again.output) as IndexSummary).analysed),
    '0',
  ]);
  return rows;
}

interface Round {
  readonly ratio: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly ffmpegSeconds: number;
}

async function compareToFfmpeg(files: readonly string[], folder: string, scratch: string): Promise<Round> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const db = join(scratch, `ratio-${round}-${files.length}-${Date.now()}.db`);
    const { cpuSeconds: ffmpegSeconds } = await measureFfmpegDecode(files);
    const index = ['index', folder, '--db', db, '--workers', '1', '--json'];
    const { cpuSeconds, wallSeconds } = await measureSegue(index);
    rounds.push({ ratio: cpuSeconds / ffmpegSeconds, cpuSeconds, wallSeconds, ffmpegSeconds });
  }
  return rounds.sort((a, b) => a.ratio - b.ratio)[ROUNDS >> 1];
}
