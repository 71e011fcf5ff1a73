import type { Locator, Page } from 'playwright';
import type { Host } from './host.ts';
import { addTones, play, player } from './steps.ts';
import { openTestApp, type TestApp } from './test-app.ts';

/** Pitches that feel different; the first track lasts as long as a test. */
const PITCHES_HZ = [220, 55, 110, 440, 880, 3520];

/** A library of tones, of which the first waits. */
export async function openWithTones(host: Host): Promise<TestApp> {
  const app = await openTestApp(host);
  await addTones(
    app,
    PITCHES_HZ.map((hz, i) => ({ title: `Tone ${hz}`, seconds: i === 0 ? 60 : 8, hz })),
  );
  await play(app.page, `Tone ${PITCHES_HZ[0]}`);
  await player(app.page).getByRole('button', { name: 'Pause' }).click();
  return app;
}

export async function openPanel(page: Page): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Queue order: / })
    .first()
    .click();
  const panel = page.getByRole('dialog', { name: 'Steering' });
  await panel.waitFor();
  return panel;
}

/** Whether the last change is one of this name: what the core says, and with it what is lined up by then. */
export function canTakeBack(panel: Locator, change: string): Promise<void> {
  return undoButton(panel, change).waitFor();
}

export function undoButton(panel: Locator, change: string): Locator {
  return panel.getByRole('button', { name: new RegExp(`^Undo ?: ${change}`) });
}

/** What is lined up, as the queue lists it. */
export function upcoming(page: Page): Promise<string[]> {
  const rows = page.getByRole('list', { name: 'Up next' }).getByRole('listitem');
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
}
