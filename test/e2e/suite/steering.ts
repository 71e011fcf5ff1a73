import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, show } from '../support/steps.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** Pitches that feel different; the first track lasts as long as a test. */
const PITCHES_HZ = [220, 55, 110, 440, 880, 3520];

export function steering(host: Host): void {
  it('keeps to rules that are set by keyboard and by mouse, and each can be taken back', async () => {
    const { page } = await openWithTones(host);
    await show(page, 'Queue');
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: 'Rules' }).press('Enter');

    const albums = panel.getByRole('switch', { name: 'Keep albums together' });
    await albums.press(' ');
    await panel.getByRole('switch', { name: 'Keep albums together', checked: true }).waitFor();
    await takeBack(panel);
    await panel.getByRole('switch', { name: 'Keep albums together', checked: false }).waitFor();
    await albums.click();
    await panel.getByRole('switch', { name: 'Keep albums together', checked: true }).waitFor();

    const gap = panel.getByRole('slider', { name: 'Artist gap' });
    await gap.press('ArrowRight');
    await expect.poll(() => gap.getAttribute('aria-valuenow')).toBe('5');
    await takeBack(panel);
    await expect.poll(() => gap.getAttribute('aria-valuenow')).toBe('4');

    const discovery = panel.getByRole('slider', { name: 'Discovery' });
    await discovery.press('ArrowRight');
    await panel.getByText('rather new').waitFor();
    await takeBack(panel);
    await panel.getByText('either', { exact: true }).waitFor();

    await panel.getByRole('button', { name: 'Add a limit' }).click();
    await panel.getByRole('combobox', { name: 'Rule 1: from' }).selectOption({ index: 0 });
    await panel.getByRole('combobox', { name: 'Rule 1: until' }).selectOption({ index: 0 });
    await takeBack(panel);
    await takeBack(panel);
    await takeBack(panel);
    await expect.poll(() => panel.getByRole('combobox').count()).toBe(0);
  });

  it('turns at a word from the track that plays, by mouse and by keyboard', async () => {
    const { page } = await openWithTones(host);
    await show(page, 'Now playing');
    const words = page.getByRole('group', { name: 'Steer from this track' });
    await words.getByRole('button', { name: 'More like this' }).click();
    await undoFromMessage(page, 'The queue stays where this track is.');
    await words.getByRole('button', { name: 'Less intense' }).press('Enter');
    await undoFromMessage(page, 'The queue turns calmer.');
    await words.getByRole('button', { name: 'More ways to steer' }).press('Enter');
    await page.getByRole('menuitem', { name: 'More intense' }).press('Enter');
    await undoFromMessage(page, 'The queue turns livelier.');

    await words.getByRole('button', { name: 'Love this track' }).press('Enter');
    await words.getByRole('button', { name: 'Loved', pressed: true }).waitFor();
    await show(page, 'Queue');
    const panel = await openPanel(page);
    await panel
      .getByRole('status', { name: 'Course' })
      .getByText('Going where the music is heading')
      .waitFor();
    await panel.getByRole('button', { name: /^Undo ?: Loved/ }).press('Enter');
    await expect.poll(() => panel.getByRole('button', { name: /^Undo ?: Loved/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await show(page, 'Now playing');
    await words.getByRole('button', { name: 'Love this track', pressed: false }).waitFor();
  });

  it('goes on as steered, with the same tracks lined up, when the core has died', async () => {
    const app = await openWithTones(host);
    const { page } = app;
    await show(page, 'Queue');
    const panel = await openPanel(page);
    await panel.getByRole('radio', { name: 'Target' }).press(' ');
    await panel.getByRole('slider', { name: 'Pull' }).press('ArrowRight');
    await panel.getByRole('button', { name: 'Rules' }).press('Enter');
    await panel.getByRole('switch', { name: 'Keep albums together' }).press(' ');
    await panel.getByRole('switch', { name: 'Keep albums together', checked: true }).waitFor();
    const course = await panel.getByRole('status', { name: 'Course' }).innerText();
    const lined = await upcoming(page);

    app.allowFailedAddresses();
    await app.killCore();
    await page.getByRole('alert').waitFor();
    await app.reviveCore();
    await page.getByRole('alert').waitFor({ state: 'hidden', timeout: 30_000 });
    await expect.poll(() => upcoming(page)).toEqual(lined);
    // What the core says now is what it has read.
    await page.reload();
    await expect.poll(() => upcoming(page)).toEqual(lined);
    const again = await openPanel(page);
    await again.getByRole('status', { name: 'Course' }).getByText(course).waitFor();
    await again.getByRole('button', { name: 'Rules' }).press('Enter');
    await again.getByRole('switch', { name: 'Keep albums together', checked: true }).waitFor();
  });
}

/** A library of tones, of which the first waits. */
async function openWithTones(host: Host): Promise<TestApp> {
  const app = await openTestApp(host);
  await addTones(
    app,
    PITCHES_HZ.map((hz, i) => ({ title: `Tone ${hz}`, seconds: i === 0 ? 60 : 8, hz })),
  );
  await play(app.page, `Tone ${PITCHES_HZ[0]}`);
  await player(app.page).getByRole('button', { name: 'Pause' }).click();
  return app;
}

async function openPanel(page: Page): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Queue order: / })
    .first()
    .click();
  const panel = page.getByRole('dialog', { name: 'Steering' });
  await panel.waitFor();
  return panel;
}

async function takeBack(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: /^Undo ?: / }).click();
}

async function undoFromMessage(page: Page, message: string): Promise<void> {
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.getByText(message).waitFor();
  await messages.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => messages.getByText(message).count()).toBe(0);
}

function upcoming(page: Page): Promise<string[]> {
  const rows = page.getByRole('list', { name: 'Up next' }).getByRole('listitem');
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
}
