import type { Page } from 'playwright';
import type { Figure } from './figure.ts';

/** Words that find much and little, from names that made-up libraries have. */
const WORDS = ['a', 'the', 'night', 'river', 'mo', 'glass', 'win', 'so', 'light', 'o'];

/** From the last key to the first frame with what it finds; the page measures itself. */
export async function measureSearch(page: Page): Promise<Figure[]> {
  const field = page.getByRole('searchbox', { name: 'Search the library' });
  const timesMs: number[] = [];
  for (const word of WORDS) {
    await field.fill('');
    await settled(page);
    await field.pressSequentially(word.slice(0, -1));
    await settled(page);
    const measured = page.evaluate(waitForResult);
    await field.press(word.slice(-1));
    const timeMs = await measured;
    if (timeMs !== null) timesMs.push(timeMs);
  }
  await field.fill('');
  await settled(page);
  timesMs.sort((a, b) => a - b);
  const median = timesMs[Math.floor(timesMs.length / 2)];
  return [
    ['search: last key to results, median', `${median.toFixed(0)} ms`, '≤ 50 ms'],
    ['search: last key to results, worst', `${timesMs.at(-1)!.toFixed(0)} ms`, '≤ 50 ms'],
  ];
}

interface Seen {
  seen?: string;
  since?: number;
}

/** Until what the list shows has not changed for a while. */
async function settled(page: Page): Promise<void> {
  // What stood there before the last keys is no news of what they find.
  await page.evaluate(() => delete (window as Seen).seen);
  await page.waitForFunction(() => {
    const known = window as Seen;
    const grid = document.querySelector('[role="grid"]');
    const now = `${grid?.getAttribute('aria-rowcount')} ${grid?.textContent}`;
    if (known.seen !== now) [known.seen, known.since] = [now, performance.now()];
    return performance.now() - known.since! > 400;
  });
}

/** Runs in the page: resolves with the time from the next key to the frame that shows other rows than before. */
function waitForResult(): Promise<number | null> {
  // The rows, or what stands in their place; the counts beside them change at other times.
  const textNow = (): string =>
    document.querySelector('[role="grid"]')?.textContent ??
    document.querySelector('main h2')?.textContent ??
    '';
  return new Promise((resolve) => {
    let pressedMs = 0;
    const before = textNow();
    window.addEventListener('keydown', ({ timeStamp }) => (pressedMs = timeStamp), {
      once: true,
      capture: true,
    });
    const observer = new MutationObserver(() => {
      if (pressedMs === 0 || textNow() === before) return;
      observer.disconnect();
      // The frame after the one in which it is laid out.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedMs)));
    });
    observer.observe(document.querySelector('main')!, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    setTimeout(() => resolve(null), 3000);
  });
}
