import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import WebSocket from 'ws';
import { connectApi, socketChannel } from '../../src-core/contract/api/index.ts';
import { NO_EVENTS } from '../support/no-events.ts';
import { startServing } from '../cli/run-segue.ts';

const HOUR_SECONDS = 3600;
const SEEKS = 200;
/** What a player reads before sound starts. */
const START_BYTES = 256 * 1024;

const FORMATS = [
  ['mp3', ['-c:a', 'libmp3lame', '-b:a', '192k']],
  ['flac', ['-c:a', 'flac']],
  ['opus', ['-c:a', 'libopus', '-b:a', '128k']],
] as const;

/**
 * How long the server takes from a Range request at any place of a one-hour file to its first bytes, and how much its
 * memory grows while whole files are sent. Needs ffmpeg, to make the files.
 */
export async function measureSeeking(scratch: string): Promise<[string, string, string][]> {
  const music = join(scratch, 'hours');
  mkdirSync(music);
  for (const [ending, codec] of FORMATS) {
    const noise = `anoisesrc=d=${HOUR_SECONDS}:c=pink:a=0.2:r=48000`;
    const tone = ['-f', 'lavfi', '-i', noise, '-ac', '2', ...codec, join(music, `hour.${ending}`)];
    await promisify(execFile)('ffmpeg', ['-v', 'error', ...tone]);
  }
  const serving = await startServing('serve', ['--port', '0', '--db', join(scratch, 'hours.db'), music]);
  const socket = new WebSocket(`${serving.url.replace('http', 'ws')}rpc`);
  try {
    await once(socket, 'open');
    const { api } = connectApi(socketChannel(socket), NO_EVENTS);
    // Tracks are playable as soon as the scan has found them.
    while ((await api.listTracks({ offset: 0, limit: 3 })).total < FORMATS.length) await setTimeout(50);
    const tracks = (await api.listTracks({ sort: 'added', offset: 0, limit: 3 })).items;
    const urls = tracks.map(({ id }) => `${serving.url}media/track/${id}`);
    const busy = await seekTimes(urls[0]);
    await api.stopIndexing();
    const rows: [string, string, string][] = [
      [`seek in an hour of ${tracks[0].mediaFormat} while indexing`, inWords(busy), '< 300 ms'],
    ];
    for (const [i, url] of urls.entries()) {
      rows.push([`seek in an hour of ${tracks[i].mediaFormat}`, inWords(await seekTimes(url)), '< 300 ms']);
      const beforeMb = memoryMb(serving.pid);
      const response = await fetch(url);
      const sizeMb = Number(response.headers.get('content-length')) / 1e6;
      await response.body!.pipeTo(new WritableStream());
      const grown = `${(memoryMb(serving.pid) - beforeMb).toFixed(0)} MB`;
      rows.push([`memory grown by sending all ${sizeMb.toFixed(0)} MB of it`, grown, 'flat']);
    }
    return rows;
  } finally {
    socket.close();
    await serving.end();
  }
}

/** Times of seeks to places all over the file, shortest first. */
async function seekTimes(url: string): Promise<number[]> {
  const size = Number((await fetch(url, { method: 'HEAD' })).headers.get('content-length'));
  const times: number[] = [];
  for (let i = 0; i < SEEKS; i++) times.push(await seekMs(url, Math.floor(size * ((i * 0.618) % 1))));
  return times.sort((a, b) => a - b);
}

function inWords(times: readonly number[]): string {
  return `${times[SEEKS / 2].toFixed(1)} ms, at worst ${times[SEEKS - 1].toFixed(1)} ms`;
}

/** From the request to as much as a player needs to begin. */
async function seekMs(url: string, start: number): Promise<number> {
  const startedMs = performance.now();
  const response = await fetch(url, { headers: { range: `bytes=${start}-${start + START_BYTES}` } });
  await response.arrayBuffer();
  return performance.now() - startedMs;
}

function memoryMb(pid: number): number {
  if (process.platform !== 'linux') return NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}
