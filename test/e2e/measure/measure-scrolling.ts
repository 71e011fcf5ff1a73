import type { Browser, Page } from 'playwright';
import type { Figure } from './figure.ts';

/** Screens on the way from the first row to the last: a fling, as with a scroll bar. */
const STEPS = 300;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds: by the clock, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Scrolls the whole list, frame by frame, and reads from Chromium's trace how long its main thread was at each. */
export async function measureScrolling(browser: Browser, page: Page): Promise<Figure[]> {
  await page.getByRole('grid', { name: 'Tracks' }).getByRole('row').nth(1).waitFor();
  await browser.startTracing(page, { categories: CATEGORIES });
  const framesMs = await page.evaluate(scrollThrough, STEPS);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const tasks = pageTasks(trace.traceEvents);
  const tasksMs = timesMs(tasks, ({ dur }) => dur);
  const processorMs = timesMs(tasks, ({ tdur }) => tdur);
  framesMs.sort((a, b) => a - b);
  const at = (times: readonly number[], share: number): string =>
    `${times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0)} ms`;
  return [
    ['scrolling 100 000 rows: frame to frame, median', at(framesMs, 0.5), '≤ 17 ms'],
    ['scrolling: frame to frame, 99 of 100', at(framesMs, 0.99), ''],
    ['scrolling: longest task of the trace', at(tasksMs, 1), '≤ 50 ms'],
    ['scrolling: tasks over 50 ms', String(tasksMs.filter((time) => time > 50).length), '0'],
    // On a busy computer a task waits for its turn; this is what it takes by itself.
    ['scrolling: longest task, of the processor', at(processorMs, 1), '≤ 50 ms'],
  ];
}

/** The tasks of the page's main thread. */
function pageTasks(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const isOfPage = ({ pid, tid }: TraceEvent): boolean =>
    threads.some((thread) => thread.pid === pid && thread.tid === tid);
  return events.filter((event) => event.name.endsWith('RunTask') && isOfPage(event));
}

function timesMs(events: readonly TraceEvent[], time: (event: TraceEvent) => number | undefined): number[] {
  return events
    .map(time)
    .filter((microseconds) => microseconds !== undefined)
    .map((microseconds) => microseconds / 1000)
    .sort((a, b) => a - b);
}

/** Runs in the page; returns the times between frames. */
function scrollThrough(steps: number): Promise<number[]> {
  const viewport = document.querySelector('[role="grid"] .viewport')!;
  const distance = viewport.scrollHeight - viewport.clientHeight;
  return new Promise((resolve) => {
    const times: number[] = [];
    let last = performance.now();
    let step = 0;
    const frame = (now: number): void => {
      times.push(now - last);
      last = now;
      viewport.scrollTop = (distance * ++step) / steps;
      if (step < steps) requestAnimationFrame(frame);
      else resolve(times.slice(1));
    };
    requestAnimationFrame(frame);
  });
}
