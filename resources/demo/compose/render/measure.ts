/** What a rendered file measures, by ffmpeg's EBU R128 meter. */
import { call } from './tools.ts';

/** Integrated loudness, true peak and length of a file. */
export interface Measured {
  readonly loudnessLufs: number;
  readonly truePeakDbfs: number;
  readonly seconds: number;
}

const number = (text: string, pattern: RegExp): number => {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) throw new Error('ffmpeg reported no loudness.');
  return Number(matches[matches.length - 1][1]);
};

/** Measures one audio file. */
export async function measure(path: string): Promise<Measured> {
  const meter = await call('ffmpeg', [
    '-hide_banner',
    '-nostats',
    '-i',
    path,
    '-af',
    'ebur128=peak=true',
    '-f',
    'null',
    '-',
  ]);
  const probe = await call('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'format=duration',
    '-of',
    'csv=p=0',
    path,
  ]);
  return {
    loudnessLufs: number(meter.stderr, /I:\s+(-?[\d.]+) LUFS/g),
    truePeakDbfs: number(meter.stderr, /Peak:\s+(-?[\d.]+) dBFS/g),
    seconds: Number(probe.stdout),
  };
}
