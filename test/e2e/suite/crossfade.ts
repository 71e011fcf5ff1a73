import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, seekBy, show } from '../support/steps.ts';
import { hearMusic, openTestApp } from '../support/test-app.ts';

interface Sample {
  readonly volumes: readonly number[];
  readonly positions: readonly number[];
  /** Mean power of what comes out of both decks; null where the host does not let the page read its sound. */
  readonly power: number | null;
}

const STEADY_WITHIN_DB = 1;

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
    expectSteady(samples.map(({ volumes }) => volumes.reduce((sum, volume) => sum + volume ** 2, 0)));
    expectSteady(samples.flatMap(({ power }) => (power === null ? [] : [power])));
    // Both clocks moved on: both were heard, and not only turned up.
    for (const deck of [0, 1]) {
      expect(both.at(-1)!.positions[deck] - both[0].positions[deck]).toBeGreaterThan(2);
    }
    await player(page).getByText('Beta', { exact: true }).waitFor();
  });
}

/** All of them within {@link STEADY_WITHIN_DB} of the first. */
function expectSteady(powers: readonly number[]): void {
  for (const power of powers) {
    expect(Math.abs(10 * Math.log10(power / powers[0]))).toBeLessThan(STEADY_WITHIN_DB);
  }
}

/** Runs in the page: what sounds, every 20 ms, from half a second from now until a seam has begun and ended. */
function sampleSeam(): Promise<Sample[]> {
  const { sounds } = window as unknown as { sounds: HTMLMediaElement[] };
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 8192 });
  analyser.connect(context.destination);
  const wave = new Float32Array(analyser.fftSize);
  const tapped = new Set<HTMLMediaElement>();
  const isReadable = new URL(sounds.at(-1)!.src).origin === location.origin;
  const tap = (): void => {
    for (const sound of sounds) {
      if (!isReadable || tapped.has(sound) || !sound.getAttribute('src')) continue;
      tapped.add(sound);
      context.createMediaElementSource(sound).connect(analyser);
    }
  };
  const power = (): number | null => {
    if (!isReadable) return null;
    analyser.getFloatTimeDomainData(wave);
    return wave.reduce((sum, value) => sum + value * value, 0) / wave.length;
  };
  tap();
  return new Promise((resolve) => {
    const samples: Sample[] = [];
    let begun = false;
    let ticks = 0;
    const timer = setInterval(() => {
      tap();
      const playing = sounds.filter((sound) => sound.getAttribute('src') && !sound.paused);
      if (playing.length === 0 || ++ticks < 25) return;
      samples.push({
        volumes: playing.map(({ volume }) => volume),
        positions: playing.map(({ currentTime }) => currentTime),
        power: power(),
      });
      begun ||= playing.length === 2;
      if (begun && playing.length === 1) {
        clearInterval(timer);
        void context.close();
        resolve(samples);
      }
    }, 20);
  });
}
