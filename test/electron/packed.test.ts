import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../../electron/electron-builder.config.ts';
import { type BuiltApp, buildFixtureApp } from './built-app.ts';
import { makeFakeDistribution } from './packed/fake-distribution.ts';
import { type ArchivedFile, extractArchive, readArchive } from './packed/read-archive.ts';
import { findChromium } from '../support/find-chromium.ts';
import { launchStandIn, type StandInApp } from './stand-in/launch.ts';

const PACKING_MS = 180_000;

// Electron's layout differs between platforms; the stand-in for its distribution is Linux's.
describe.runIf(process.platform === 'linux')('the packed app', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'segue-packed-'));
  const packed = join(scratch, 'linux-unpacked');
  const resources = join(packed, 'resources');
  let built: BuiltApp;
  let files: ArchivedFile[];

  beforeAll(async () => {
    built = await buildFixtureApp();
    built.useCore('real');
    const electronDist = join(scratch, 'electron');
    makeFakeDistribution(electronDist, '45.0.0');
    await build({
      targets: Platform.LINUX.createTarget('dir'),
      config: {
        ...config,
        electronDist,
        electronVersion: '45.0.0',
        directories: { ...config.directories, output: scratch },
        files: config.files.map((one) => (typeof one === 'string' ? one : { ...one, from: built.folder })),
      },
    });
    files = readArchive(join(resources, 'app.asar'));
  }, PACKING_MS);
  afterAll(() => {
    built.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  const paths = () => files.map(({ path }) => path);
  const unpackedPaths = () => files.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => path);

  test('holds the app’s parts, the core and all it loads as plain files', () => {
    expect(paths()).toEqual(
      expect.arrayContaining([
        'package.json',
        'electron/main/main.js',
        'electron/preload/preload.cjs',
        'renderer/index.html',
        'LICENSE',
      ]),
    );
    expect(unpackedPaths()).toEqual(
      expect.arrayContaining([
        'electron/core/core.js',
        'src-core/library/analysis-worker.js',
        'src-core/service/media/decode-worker.js',
        'src-core/emotion/kernel/kernel.wasm',
        'src-core/audio/kernel/flac.wasm',
        'src-core/audio/kernel/mp3.wasm',
        'src-core/audio/kernel/signal.wasm',
        'resources/models/clip/model.json',
        'resources/models/clip/weights.bin',
        'resources/models/sequence/weights.bin',
        'migrations/0001-library.sql',
        'resources/demo/LICENSE',
      ]),
    );
    expect(unpackedPaths().filter((path) => path.endsWith('.opus'))).toHaveLength(16);
    const inside = files.filter(({ isUnpacked }) => !isUnpacked).map(({ path }) => path.split('/')[0]);
    expect([...new Set(inside)].toSorted()).toEqual(['LICENSE', 'electron', 'package.json', 'renderer']);
  });

  test('holds no source map, no TypeScript, no test and nothing of the project’s own tools', () => {
    const unwanted =
      /\.(map|ts|mts|cts|tsx|svelte|tsbuildinfo)$|(^|\/)(test|tests|__tests__|\.github|\.bin)\/|^(test|electron\/build|src-core\/(cli|training))\/|^src-core\/\w+\/kernel\/(assembly\/|build|compile)/;
    expect(paths().filter((path) => unwanted.test(path))).toEqual([]);
    const text = files.filter(({ path }) => /\.c?js$/.test(path)).map(({ content }) => content.toString());
    expect(text.filter((one) => one.includes('sourceMappingURL'))).toEqual([]);
  });

  test('holds the dependencies of the product, and no development dependency', async () => {
    const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
    const packages = new Set(
      paths().flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1] ?? []),
    );
    expect(Object.keys(manifest.dependencies).filter((name) => !packages.has(name))).toEqual([]);
    expect(Object.keys(manifest.devDependencies).filter((name) => packages.has(name))).toEqual([]);
  });

  test('brings the native modules of this platform and no other', () => {
    const native = unpackedPaths().filter((path) => path.endsWith('.node'));
    expect(native).toContainEqual(expect.stringMatching(/better-sqlite3\/prebuilds\/linux-/));
    expect(native).toContainEqual(expect.stringMatching(/@parcel\/watcher-linux-/));
    expect(native.filter((path) => /darwin|win32/.test(path))).toEqual([]);
  });

  test('has its fuses set', async () => {
    const fuses = await getCurrentFuseWire(join(packed, 'segue'));
    const isOn = (fuse: FuseV1Options) => fuses[fuse] === FuseState.ENABLE;
    expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
    expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(true);
    expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
    expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
    expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
    expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
  });

  describe.runIf(findChromium() !== null)('run by the stand-in, away from the project', () => {
    let app: StandInApp;
    let page: Page;

    beforeAll(async () => {
      // Node cannot look into archives: a folder of the same name takes its place.
      renameSync(join(resources, 'app.asar'), join(resources, 'archive'));
      extractArchive(join(resources, 'archive'), join(resources, 'app.asar'));
      app = await launchStandIn({
        folder: join(resources, 'app.asar'),
        env: { SEGUE_DATA: join(scratch, 'data') },
      });
      page = await app.firstWindow();
      await page.waitForFunction(() => 'port' in globalThis);
    });
    afterAll(() => app.close());

    test('opens a database, loads the models and hears a track of the demo library', async () => {
      const call = (method: string, ...args: unknown[]) =>
        page.evaluate(`call(${[method, ...args].map((one) => JSON.stringify(one)).join(', ')})`);
      expect(await call('addDemoLibrary')).toMatchObject({ ok: true, result: { isDemo: true } });
      await expect
        .poll(() => call('listFolders'), { timeout: 50_000 })
        .toMatchObject({
          result: [
            { trackCount: 16, withCurveCount: expect.toSatisfy((count: number) => count > 0) as number },
          ],
        });
      await call('stopIndexing');
      expect(readdirSync(join(scratch, 'data'))).toContain('library.db');
      expect(app.errorOutput()).toBe('');
    });
  });
});
