import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, seekBy, show } from '../support/steps.ts';
import { hearMusic, openTestApp } from '../support/test-app.ts';

interface Sample {
  readonly volumes: readonly number[];
  readonly positions: readonly number[];
}

export function crossfade(host: Host): void {
  it('lets both decks sound at once, together as loud as each alone', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(app, [
      { title: 'Alpha', seconds: 24, hz: 300 },
      { title: 'Beta', seconds: 24, hz: 415 },
    ]);
    await show(page, 'Settings');
    await page.getByRole('switch', { name: 'Let the music decide the crossfade' }).click();
    await play(page, 'Alpha');
    await hearMusic(page);
    await seekBy(page, 3);
    const samples = await page.evaluate(sampleSeam);
    const both = samples.filter(({ volumes }) => volumes.length === 2 && Math.min(...volumes) > 0.01);
    expect(both.length).toBeGreaterThan(30);
    const steady = samples.find(({ volumes }) => volumes.length === 1)!.volumes[0] ** 2;
    for (const { volumes } of samples) {
      const power = volumes.reduce((sum, volume) => sum + volume ** 2, 0);
      expect(Math.abs(10 * Math.log10(power / steady))).toBeLessThan(1);
    }
    // Both clocks moved on: both were heard, and not only loud.
    for (const deck of [0, 1]) {
      expect(both.at(-1)!.positions[deck] - both[0].positions[deck]).toBeGreaterThan(2);
    }
    await player(page).getByText('Beta', { exact: true }).waitFor();
  });
}

/** Runs in the page: what sounds, every 20 ms, from now until a seam has begun and ended. */
function sampleSeam(): Promise<Sample[]> {
  const { sounds } = window as unknown as { sounds: HTMLMediaElement[] };
  return new Promise((resolve) => {
    const samples: Sample[] = [];
    let begun = false;
    const timer = setInterval(() => {
      const playing = sounds.filter((sound) => sound.getAttribute('src') && !sound.paused);
      if (playing.length === 0) return;
      samples.push({
        volumes: playing.map(({ volume }) => volume),
        positions: playing.map(({ currentTime }) => currentTime),
      });
      begun ||= playing.length === 2;
      if (begun && playing.length === 1) {
        clearInterval(timer);
        resolve(samples);
      }
    }, 20);
  });
}
