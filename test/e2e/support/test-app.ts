import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { makeFolder } from '../../support/make-folder.ts';
import type { Host, OpenApp } from './host.ts';

export interface TestApp extends OpenApp {
  readonly musicFolder: string;
  /** Closes the app and opens it again on the same library. */
  readonly reopen: () => Promise<TestApp>;
  /** The browser itself writes to the console when an address fails; only a test in which one should may allow it. */
  readonly allowFailedAddresses: () => void;
  /** How often the browser has said so far that the page's policy kept it from something; those do not count as failures. */
  readonly countBlocked: () => number;
}

/** A step that takes longer has failed; said so, it names the step. */
const STEP_TIMEOUT_MS = 15_000;
/** Several times what any test makes a page ask of the core; one that asks more asks in a circle. Counted where it asks over a socket. */
const MOST_ASKED = 300;

/**
 * Segue with a library of its own, which is gone after the test. When the test ends, no page may have written a warning or
 * an error to the console, none may have asked for anything that is not on this computer, or the core without end.
 */
export async function openTestApp(host: Host, folders?: { root: string }): Promise<TestApp> {
  const root = folders?.root ?? makeFolder();
  const complaints: string[] = [];
  let mayAddressesFail = false;
  let blocked = 0;
  const app = await host.open(join(root, 'data'), async (page) => {
    watch(page, host, (complaint) => {
      const isOfAddress = /Failed to load resource|WebSocket connection/.test(complaint);
      if (!mayAddressesFail || !isOfAddress) complaints.push(complaint);
    });
    await page.addInitScript(watchSounds);
  });
  app.page.setDefaultTimeout(STEP_TIMEOUT_MS);
  await app.page.evaluate(watchSounds);
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await app.close();
  };
  onTestFinished(async () => {
    await close();
    expect(complaints).toEqual([]);
  });
  return {
    ...app,
    close,
    musicFolder: join(root, 'music'),
    allowFailedAddresses: () => (mayAddressesFail = true),
    countBlocked: () => {
      const others = complaints.filter((complaint) => !complaint.includes('Content Security Policy'));
      blocked += complaints.length - others.length;
      complaints.splice(0, complaints.length, ...others);
      return blocked;
    },
    reopen: async () => {
      await close();
      return openTestApp(host, { root });
    },
  };
}

function watch(page: Page, host: Host, complain: (complaint: string) => void): void {
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type()))
      complain(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
  let asked = 0;
  page.on('websocket', (socket) =>
    socket.on('framesent', () => {
      if (++asked === MOST_ASKED) complain(`asked the core ${asked} times`);
    }),
  );
  page.on('request', (request) => {
    if (!host.isLocal(request.url())) complain(`left this computer: ${request.url()}`);
  });
}

/** Runs in the page: keeps the media elements that were told to play where {@link heard} finds them. */
export function watchSounds(): void {
  const known = window as unknown as { sounds?: HTMLMediaElement[] };
  if (known.sounds) return;
  const sounds: HTMLMediaElement[] = [];
  known.sounds = sounds;
  const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')!
    .value as () => Promise<void>;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    if (!sounds.includes(this)) sounds.push(this);
    return play.call(this);
  };
}

export interface HeardSound {
  readonly trackId: number;
  readonly positionSeconds: number;
  readonly volume: number;
  readonly playing: boolean;
}

/** What the page's media elements do at the moment; those that have been given back are left out. */
export function heard(page: Page): Promise<HeardSound[]> {
  return page.evaluate(() =>
    (window as unknown as { sounds: HTMLMediaElement[] }).sounds
      .filter((sound) => sound.getAttribute('src'))
      .map((sound) => ({
        trackId: Number(sound.src.split('/').at(-1)),
        positionSeconds: sound.currentTime,
        volume: sound.volume,
        playing: !sound.paused && !sound.ended,
      })),
  );
}

/** Waits until something sounds, and its clock moves on by so many seconds. */
export async function hearMusic(page: Page, seconds = 0.3): Promise<void> {
  await page.waitForFunction((least) => {
    const { sounds } = window as unknown as { sounds: (HTMLMediaElement & { heardFrom?: number })[] };
    return sounds.some((sound) => {
      if (sound.paused || !sound.getAttribute('src')) return false;
      if (sound.heardFrom === undefined || sound.currentTime < sound.heardFrom)
        sound.heardFrom = sound.currentTime;
      return sound.currentTime - sound.heardFrom >= least;
    });
  }, seconds);
}
