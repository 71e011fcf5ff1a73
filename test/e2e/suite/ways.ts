import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { openPanel, openWithTones, undoButton, upcoming } from '../support/steering-steps.ts';
import { show } from '../support/steps.ts';

/** Pushes a button or chooses a radio. */
type Act = (what: Locator) => Promise<void>;
const HANDS: readonly (readonly [name: string, push: Act, choose: Act])[] = [
  ['by mouse', (button) => button.click(), (radio) => radio.click()],
  ['by keyboard', (button) => button.press('Enter'), (radio) => radio.press(' ')],
];

const FLOWING = 'Going where the music is heading';
const WAYS: readonly (readonly [way: string, course: RegExp, undo: string])[] = [
  ['Target', /^(Walking toward|Staying) /, 'Set a mood target'],
  ['Around', /^Staying around /, 'Stayed around a mood'],
  ['Shuffle', /^Playing by chance/, 'Changed how the queue goes on'],
  ['In order', /^Playing in the order of the list/, 'Changed how the queue goes on'],
];

/** Every way that the queue can go. */
export function ways(host: Host): void {
  it.each(HANDS)('are chosen, seen and taken back %s', async (_, push, choose) => {
    const { page } = await openWithTones(host);
    await show(page, 'Queue');
    const panel = await openPanel(page);
    const flowing = await settled(page, panel, FLOWING);
    for (const [way, course, change] of WAYS) {
      await choose(panel.getByRole('radio', { name: way }));
      await panel.getByRole('radio', { name: way, checked: true }).waitFor();
      const there = await settled(page, panel, course);
      // And back by choosing, which can be taken back as well.
      await choose(panel.getByRole('radio', { name: 'Flow' }));
      await panel.getByRole('radio', { name: 'Flow', checked: true }).waitFor();
      await settled(page, panel, FLOWING);
      await push(undoButton(panel, 'Let the music flow'));
      await panel.getByRole('radio', { name: way, checked: true }).waitFor();
      expect(await settled(page, panel, course)).toEqual(there);
      await push(undoButton(panel, change));
      await panel.getByRole('radio', { name: 'Flow', checked: true }).waitFor();
      expect(await settled(page, panel, FLOWING)).toEqual(flowing);
    }
  });

  it.each(HANDS)('lead on a journey that is drawn, set out on and taken back %s', async (_, push, choose) => {
    const { page } = await openWithTones(host);
    await show(page, 'Queue');
    const panel = await openPanel(page);
    const flowing = await settled(page, panel, FLOWING);
    await choose(panel.getByRole('radio', { name: 'Journey' }));
    await push(panel.getByRole('button', { name: /^Wind down/ }));
    const stops = panel.getByRole('list', { name: 'Stops' }).getByRole('listitem');
    await expect.poll(() => stops.count()).toBe(3);
    await push(panel.getByRole('button', { name: 'Remove stop 3' }));
    await expect.poll(() => stops.count()).toBe(2);
    await panel.getByRole('list', { name: 'Tracks of the journey' }).getByRole('listitem').first().waitFor();
    await push(panel.getByRole('button', { name: 'Start the journey' }));
    await settled(page, panel, /^(On the way to|Arrived)/);
    await expect.poll(() => stops.count()).toBe(2);
    await push(undoButton(panel, 'Set out on a journey'));
    expect(await settled(page, panel, FLOWING)).toEqual(flowing);
  });
}

/** What is lined up once the panel says where the queue goes; the core tells both at once. */
async function settled(page: Page, panel: Locator, course: string | RegExp): Promise<string[]> {
  await panel.getByRole('status', { name: 'Course' }).getByText(course).waitFor();
  return upcoming(page);
}
