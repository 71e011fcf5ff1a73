import { buildPage } from '../src-core/cli/build-page.ts';
import { findChromium } from './electron/stand-in/find-chromium.ts';

/** Tests in a browser share one built page, so it is built before any of them starts; where it is up to date, nothing is done. */
export default async function setup(): Promise<void> {
  if (findChromium() !== null) await buildPage();
}
