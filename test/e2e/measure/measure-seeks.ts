import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { startServer } from '../support/start-server.ts';
import { watchSounds } from '../support/test-app.ts';
import type { Figure } from './figure.ts';

const HOUR_SECONDS = 3600;
const MINUTE_SECONDS = 60;
/** Places in the file, as shares of it; to and fro, as nobody could have read ahead. */
const PLACES = [0.5, 0.93, 0.1, 0.74, 0.31, 0.97, 0.2, 0.62, 0.85, 0.42];
const FORMATS = [
  ['mp3', ['-c:a', 'libmp3lame', '-b:a', '192k']],
  ['flac', ['-c:a', 'flac', '-compression_level', '0']],
  ['opus', ['-c:a', 'libopus', '-b:a', '128k']],
] as const;

/**
 * From a press on the seek bar to sound from there, in tracks of an hour, as the page itself tells: until the clock of the
 * media element moves on at the new place. Needs ffmpeg, to make the files.
 */
export async function measureSeeks(browser: Browser): Promise<Figure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'segue-seeks-'));
  const music = join(scratch, 'hours');
  mkdirSync(music);
  for (const [ending, codec] of FORMATS) await makeHour(scratch, music, ending, codec);
  const server = await startServer(join(scratch, 'segue.db'), 0, [music]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.addInitScript(watchSounds);
    await page.goto(`${server.url}#/folders`);
    // What is heard in the background is another figure.
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.evaluate(() => void (location.hash = '#/library'));
    const figures: Figure[] = [];
    for (const [ending] of FORMATS) {
      await page.getByRole('button', { name: `Play An hour of ${ending}` }).click();
      await page.waitForFunction(hasBegun);
      const timesMs: number[] = [];
      for (const place of PLACES) timesMs.push(await seek(page, place));
      timesMs.sort((a, b) => a - b);
      const [median, worst] = [timesMs[Math.floor(timesMs.length / 2)], timesMs.at(-1)!];
      figures.push([
        `seek in an hour of ${ending}, press to sound`,
        `${median.toFixed(0)} ms, at worst ${worst.toFixed(0)} ms`,
        '≤ 300 ms',
      ]);
    }
    return figures;
  } finally {
    await page.close();
    await server.stop('SIGTERM');
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A minute of noise is encoded and written sixty times. FLAC names its length at its beginning, and is encoded whole. */
async function makeHour(
  scratch: string,
  music: string,
  ending: string,
  codec: readonly string[],
): Promise<void> {
  const ffmpeg = (...args: readonly string[]): Promise<unknown> =>
    promisify(execFile)('ffmpeg', ['-v', 'error', ...args]);
  const minute = join(scratch, `minute.${ending}`);
  const noise = ['-f', 'lavfi', '-i', `anoisesrc=d=${MINUTE_SECONDS}:c=pink:a=0.2:r=48000`, '-ac', '2'];
  await ffmpeg(...noise, ...codec, minute);
  const looped = ['-stream_loop', '-1', '-i', minute, '-t', String(HOUR_SECONDS)];
  const written = ending === 'flac' ? codec : ['-c', 'copy'];
  await ffmpeg(
    ...looped,
    ...written,
    '-metadata',
    `title=An hour of ${ending}`,
    join(music, `hour.${ending}`),
  );
}

/** Runs in the page: whether a track has begun; the one before may still sound, but is far from its beginning. */
function hasBegun(): boolean {
  const FIRST_SECONDS = 30;
  const { sounds } = window as unknown as { sounds: HTMLMediaElement[] };
  return sounds.some(
    ({ paused, currentTime }) => !paused && currentTime > 0.3 && currentTime < FIRST_SECONDS,
  );
}

/** Presses the seek bar at a share of its width; returns how long it took until something was heard from there. */
async function seek(page: Page, place: number): Promise<number> {
  const { x, y, width, height } = (await page.locator('.curve-slider').boundingBox())!;
  await page.evaluate(watchPress, place * HOUR_SECONDS);
  await page.mouse.click(x + width * place, y + height / 2);
  const handle = await page.waitForFunction(() => (window as unknown as { seekMs: number | null }).seekMs);
  return (await handle.jsonValue())!;
}

/** Runs in the page: from the next press on, looks for a sound whose clock moves on near that place. */
function watchPress(aimSeconds: number): void {
  const known = window as unknown as { sounds: HTMLMediaElement[]; seekMs: number | null };
  const NEAR_SECONDS = 60;
  known.seekMs = null;
  addEventListener(
    'pointerup',
    ({ timeStamp }) => {
      const last = new Map<HTMLMediaElement, number>();
      const look = (): void => {
        for (const sound of known.sounds) {
          const { paused, seeking, currentTime } = sound;
          if (paused || seeking || Math.abs(currentTime - aimSeconds) > NEAR_SECONDS) continue;
          if (currentTime > (last.get(sound) ?? Infinity)) known.seekMs = performance.now() - timeStamp;
          last.set(sound, currentTime);
        }
        if (known.seekMs === null) setTimeout(look, 2);
      };
      look();
    },
    { once: true, capture: true },
  );
}
