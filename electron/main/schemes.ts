import { protocol } from 'electron';

/** The page and all that belongs to it. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://segue`;
export const PAGE_URL = `${APP_ORIGIN}/index.html`;

/** `media://track/<id>` and `media://art/<id>`: music and pictures, by id only. */
export const MEDIA_SCHEME = 'media';

/** Must run before the app is ready. `corsEnabled` lets the page measure the sound of what it plays. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { ...privileges, codeCache: true } },
    { scheme: MEDIA_SCHEME, privileges: { ...privileges, corsEnabled: true } },
  ]);
}
