import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { canTakeBack, openPanel, openWithTones, upcoming } from '../support/steering-steps.ts';
import { show } from '../support/steps.ts';

export function steering(host: Host): void {
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

  it('goes on as steered, with the same tracks lined up, when the core has died and when all was closed', async () => {
    const app = await openWithTones(host);
    const { page } = app;
    await show(page, 'Queue');
    const panel = await openPanel(page);
    await panel.getByRole('radio', { name: 'Target' }).press(' ');
    await panel.getByRole('slider', { name: 'Pull' }).press('ArrowRight');
    await panel.getByRole('button', { name: 'Rules' }).press('Enter');
    await panel.getByRole('switch', { name: 'Keep albums together' }).press(' ');
    await panel.getByRole('switch', { name: /^Tempo: / }).press(' ');
    // Told together with what is lined up by then.
    await canTakeBack(panel, 'Changed the rules of the queue');
    await panel.getByRole('switch', { name: /^Tempo: /, checked: false }).waitFor();
    const course = await panel.getByRole('status', { name: 'Course' }).innerText();
    const lined = await upcoming(page);
    const isAsSteered = async (later: Page): Promise<void> => {
      await expect.poll(() => upcoming(later)).toEqual(lined);
      const again = await openPanel(later);
      await again.getByRole('status', { name: 'Course' }).getByText(course).waitFor();
      await again.getByRole('button', { name: 'Rules' }).press('Enter');
      await again.getByRole('switch', { name: 'Keep albums together', checked: true }).waitFor();
      await again.getByRole('switch', { name: /^Tempo: /, checked: false }).waitFor();
      await later.keyboard.press('Escape');
    };

    app.allowFailedAddresses();
    await app.killCore();
    await page.getByRole('alert').waitFor();
    await app.reviveCore();
    await page.getByRole('alert').waitFor({ state: 'hidden', timeout: 30_000 });
    await expect.poll(() => upcoming(page)).toEqual(lined);
    // What the core says now is what it has read.
    await page.reload();
    await isAsSteered(page);

    const { page: later } = await app.reopen();
    await show(later, 'Queue');
    await isAsSteered(later);
  });
}

async function undoFromMessage(page: Page, message: string): Promise<void> {
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.getByText(message).waitFor();
  await messages.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => messages.getByText(message).count()).toBe(0);
}
