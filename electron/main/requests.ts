import type { Session } from 'electron';
import { APP_ORIGIN, MEDIA_SCHEME } from './schemes.ts';

/**
 * Stops every request that is not for the page's own files or for music: nothing reaches a network.
 * @param withDevTools also lets the developer tools load, which are part of Electron
 */
export function refuseRemoteRequests(session: Session, withDevTools: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url, withDevTools) }));
  session.setSpellCheckerEnabled(false);
}

/** Whether a URL names something inside the app. */
export function isOurs(url: string, withDevTools: boolean): boolean {
  const { protocol, host } = new URL(url);
  if (protocol === 'blob:') return url.startsWith(`blob:${APP_ORIGIN}/`);
  if (protocol === 'devtools:') return withDevTools;
  return `${protocol}//${host}` === APP_ORIGIN || protocol === `${MEDIA_SCHEME}:`;
}
