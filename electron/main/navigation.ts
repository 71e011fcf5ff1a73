import { app, shell, type WebContents } from 'electron';
import { isKnownLink } from '../../src-core/contract/links.ts';
import { PAGE_URL } from './addresses.ts';

/** Keeps every page where it is: no navigation, no window of its own, no guest page. Known links open in the browser. */
export function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

/** Opens a link of Segue's own in the browser, and no other. */
export function openLink(url: string): void {
  if (!isKnownLink(url)) return;
  shell.openExternal(url).catch((error: unknown) => console.error(`${url} could not be opened.`, error));
}

function guard(contents: WebContents): void {
  contents.on('will-frame-navigate', (details) => {
    // Loading the page again is no navigation.
    const isReload = details.isMainFrame && withoutFragment(details.url) === PAGE_URL;
    if (!isReload) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0];
}
