import { it } from 'vitest';
import type { Host } from '../support/host.ts';
import { writeTone } from '../support/music.ts';
import { player } from '../support/steps.ts';
import { hearMusic, openTestApp, type TestApp } from '../support/test-app.ts';

export function openedFiles(host: Host): void {
  it(`play in their order on the desktop, and a browser says why not (${host.name})`, async () => {
    const app = await openTestApp(host);
    const paths = ['Gamma', 'Alpha', 'Beta'].map((title, i) =>
      writeTone(app.musicFolder, { title, seconds: 20, hz: 220 + 110 * i }),
    );
    if (app.openFiles === null) await refuseDrop(app);
    else await openThem(app, app.openFiles, paths);
  });
}

async function openThem(
  { page }: TestApp,
  openFiles: (paths: readonly string[]) => Promise<void>,
  [gamma, alpha, beta]: readonly string[],
): Promise<void> {
  const messages = page.getByRole('region', { name: 'Messages' });
  await openFiles([gamma]);
  await messages.getByText('The folder “music” was added to your library.').waitFor();
  await messages.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Play the demo library' }).waitFor();
  // None of them is in the library yet.
  await openFiles([gamma, alpha]);
  await player(page).getByText('Gamma', { exact: true }).waitFor();
  await hearMusic(page);
  await player(page).getByRole('button', { name: /^Next/ }).click();
  await player(page).getByText('Alpha', { exact: true }).waitFor();
  // By now they are.
  await openFiles([beta]);
  await player(page).getByText('Beta', { exact: true }).waitFor();
  await openFiles([`${beta}.txt`]);
  await messages.getByText('“Beta.wav.txt” cannot be opened. It is not there any more.').waitFor();
}

async function refuseDrop({ page }: TestApp): Promise<void> {
  await page.getByRole('button', { name: 'Play the demo library' }).waitFor();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([], 'song.mp3'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.getByText('A browser does not tell Segue where a dropped file lies.').waitFor();
}
