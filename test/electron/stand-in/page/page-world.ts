import { createBridge, listen, tell } from './bridge.ts';

/** Runs in the page's own world before its scripts: shows it what the preload exposes. */
if (window.top === window) {
  const { restore } = createBridge('page', 'preload');
  listen('exposed', (exposure) => {
    const { key, api } = exposure as { key: string; api: unknown };
    if (key in window) return;
    Object.defineProperty(window, key, { value: Object.freeze(restore(api)), configurable: false });
  });
  tell('page-is-ready', null);
}
