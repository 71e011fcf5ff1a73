import type { Session } from 'electron';
import { isOurs } from './addresses.ts';

/**
 * Stops every request that is not for the page's own files or for music: nothing reaches a network.
 * @param withDevTools also lets the developer tools load
 */
export function refuseRemoteRequests(session: Session, withDevTools: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url, withDevTools) }));
  session.setSpellCheckerEnabled(false);
}
