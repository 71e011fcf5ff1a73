import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { openPanel, openWithTones, undoButton } from '../support/steering-steps.ts';
import { show } from '../support/steps.ts';

const CHANGED = 'Changed the rules of the queue';
/** What besides mood can be left out of account. */
const TERMS = ['Genre', 'Loudness', 'Tempo', 'Key', 'Sound', 'Era'];

/** What the listener asks of the queue, whichever way it goes. */
export function rules(host: Host): void {
  it('are switched and taken back by mouse and by keyboard', async () => {
    const panel = await openRules(host);
    for (const name of ['Keep albums together', ...TERMS.map((term) => new RegExp(`^${term}: `))]) {
      const before = name === 'Keep albums together' ? false : true;
      const isSwitched = (checked: boolean): Promise<void> =>
        panel.getByRole('switch', { name, checked }).waitFor();
      await isSwitched(before);
      await panel.getByRole('switch', { name }).press(' ');
      await isSwitched(!before);
      await undoButton(panel, CHANGED).press('Enter');
      await isSwitched(before);
      await panel.getByRole('switch', { name }).click();
      await isSwitched(!before);
      await undoButton(panel, CHANGED).click();
      await isSwitched(before);
    }
    await expect.poll(() => panel.getByRole('button', { name: 'Reset the rules' }).count()).toBe(0);
  });

  it('are moved and taken back by mouse and by keyboard', async () => {
    const panel = await openRules(host);
    for (const [name, at, next] of [
      ['Artist gap', '4', '5'],
      ['Discovery', '0', '0.25'],
    ]) {
      const slider = panel.getByRole('slider', { name });
      const isAt = (value: string): Promise<void> =>
        expect.poll(() => slider.getAttribute('aria-valuenow')).toBe(value);
      await isAt(at);
      await slider.press('ArrowRight');
      await isAt(next);
      await undoButton(panel, CHANGED).press('Enter');
      await isAt(at);
      await dragToEnd(panel.page(), slider);
      await isAt((await slider.getAttribute('aria-valuemax'))!);
      await undoButton(panel, CHANGED).click();
      await isAt(at);
    }
  });

  it('limit the energy by the hour, and are taken back, by mouse and by keyboard', async () => {
    const panel = await openRules(host);
    const add = panel.getByRole('button', { name: 'Add a limit' });
    const limits = (count: number): Promise<void> =>
      expect.poll(() => panel.getByRole('combobox', { name: /: energy$/ }).count()).toBe(count);
    await add.press('Enter');
    await limits(1);
    const until = panel.getByRole('combobox', { name: 'Rule 1: until' });
    const before = await until.inputValue();
    // As the arrow keys do.
    await until.selectOption({ index: 0 });
    await expect.poll(() => until.inputValue()).toBe('0');
    await undoButton(panel, CHANGED).press('Enter');
    await expect.poll(() => until.inputValue()).toBe(before);
    const remove = panel.getByRole('button', { name: 'Remove rule 1' });
    await remove.click();
    await limits(0);
    await undoButton(panel, CHANGED).click();
    await limits(1);
    await remove.press('Enter');
    await limits(0);
    await undoButton(panel, CHANGED).press('Enter');
    await limits(1);
    await panel.getByRole('button', { name: 'Reset the rules' }).press('Enter');
    await limits(0);
    await undoButton(panel, CHANGED).press('Enter');
    await limits(1);
    await undoButton(panel, CHANGED).click();
    await limits(0);
  });
}

async function openRules(host: Host): Promise<Locator> {
  const { page } = await openWithTones(host);
  await show(page, 'Queue');
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Rules' }).press('Enter');
  return panel;
}

async function dragToEnd(page: Page, slider: Locator): Promise<void> {
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await slider.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 1000, y + height / 2, { steps: 5 });
  await page.mouse.up();
}
