import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../src-core/cli/build-page.ts';
import { findChromium } from './support/find-chromium.ts';

/**
 * Tests in a browser share one built page, so it is built before any of them starts; where it is up to date, nothing is
 * done. No process of the tests may reach beyond this computer: one that tried fails the run.
 */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'segue-network-'));
  const log = join(folder, 'network.log');
  process.env.SEGUE_TEST_NETWORK_LOG = log;
  const guard = new URL('./support/loopback-only.js', import.meta.url);
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${guard.href}`.trim();
  if (findChromium() !== null) await buildPage();
  return () => {
    const asked = existsSync(log) ? readFileSync(log, 'utf8') : '';
    rmSync(folder, { recursive: true, force: true });
    if (asked !== '') throw new Error(`Tests asked for addresses beyond this computer:\n${asked}`);
  };
}
