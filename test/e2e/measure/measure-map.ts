import type { Page } from 'playwright';
import type { Figure } from './figure.ts';

const PANS = 200;
const STEP_PX = 6;
/** A hand goes back and forth: so far to one side, then as far to the other. */
const STEPS_ONE_WAY = 40;

/** Pans the map of a whole library by the mouse, and asks the page how long its frames took meanwhile. */
export async function measureMap(page: Page): Promise<Figure[]> {
  await page.goto(`${page.url().split('#')[0]}#/map`);
  const map = page.getByRole('application', { name: 'Mood map' });
  const { x, y, width, height } = (await map.boundingBox())!;
  let at = { x: x + width / 2, y: y + height / 2 };
  await page.mouse.move(at.x, at.y);
  // The first paint of so many points is the start of the view, not of the pan.
  await page.waitForTimeout(1000);
  await page.mouse.down();
  await page.evaluate(watchFrames);
  for (let pan = 0; pan < PANS; pan++) {
    const way = Math.floor(pan / STEPS_ONE_WAY) % 2 === 0 ? 1 : -1;
    at = { x: at.x + way * STEP_PX, y: at.y + way * STEP_PX * 0.5 };
    await page.mouse.move(at.x, at.y);
  }
  const timesMs = await page.evaluate(framesSeen);
  await page.mouse.up();
  const median = timesMs[Math.floor(timesMs.length / 2)];
  const late = timesMs[Math.floor(timesMs.length * 0.95)];
  const perSecond = (timesMs.length * 1000) / timesMs.reduce((sum, time) => sum + time, 0);
  return [
    ['panning the map of 100 000 tracks: frames a second', perSecond.toFixed(0), '≥ 30'],
    [
      'panning: frame to frame, median and 95 of 100',
      `${median.toFixed(0)}, ${late.toFixed(0)} ms`,
      '≤ 33 ms',
    ],
  ];
}

interface Watched {
  framesMs?: number[];
}

/** Runs in the page. */
function watchFrames(): void {
  const times: number[] = [];
  (window as Watched).framesMs = times;
  let last = performance.now();
  const frame = (now: number): void => {
    times.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page. */
function framesSeen(): number[] {
  return (window as Watched).framesMs!.slice(1).sort((a, b) => a - b);
}
