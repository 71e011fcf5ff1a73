import { protocol } from 'electron';
import { APP_SCHEME, MEDIA_SCHEME } from './addresses.ts';

/** Must run before the app is ready. `corsEnabled` lets the page measure the sound of what it plays. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { ...privileges, codeCache: true } },
    { scheme: MEDIA_SCHEME, privileges: { ...privileges, corsEnabled: true } },
  ]);
}
