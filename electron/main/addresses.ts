/** The page and all that belongs to it. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://segue`;
export const PAGE_URL = `${APP_ORIGIN}/index.html`;

/** `media://track/<id>` and `media://art/<id>`: music and pictures, by id only. */
export const MEDIA_SCHEME = 'media';

/**
 * Whether a URL names something inside the app.
 * @param withDevTools the developer tools, which are part of Electron, count as well
 */
export function isOurs(url: string, withDevTools: boolean): boolean {
  if (url.startsWith(`blob:${APP_ORIGIN}/`)) return true;
  const { protocol, host } = new URL(url);
  if (protocol === 'devtools:') return withDevTools;
  return `${protocol}//${host}` === APP_ORIGIN || protocol === `${MEDIA_SCHEME}:`;
}
