import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { DecodedFile } from '../../../src-core/service/media/decoded-file.ts';
import { DecodedFiles } from '../../../src-core/service/media/decoded-files.ts';
import { decodedMedia } from '../../../src-core/service/media/decoded-media.ts';

const ALAC = fileURLToPath(new URL('../../fixtures/audio/alac.m4a', import.meta.url));

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'segue-test-decoded-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('what a killed program left is removed, and nothing that links out of it is followed', async () => {
  const base = scratch();
  const folder = join(base, 'decoded');
  const elsewhere = join(base, 'elsewhere');
  for (const path of [folder, elsewhere]) mkdirSync(path);
  writeFileSync(join(folder, '7.pcm'), 'left');
  writeFileSync(join(elsewhere, 'precious'), 'kept');
  symlinkSync(elsewhere, join(folder, 'link'));

  const files = new DecodedFiles(folder);
  const file = await files.get('a', ALAC, 2);
  expect(await file.whole()).toBeGreaterThan(0);
  expect(readdirSync(folder)).toEqual(['0.pcm']);
  expect(readdirSync(elsewhere)).toEqual(['precious']);
  await files.close();
  expect(existsSync(folder)).toBe(false);
});

test.skipIf(process.platform !== 'linux')(
  'a disk that is full is said, and no silence sent instead',
  async () => {
    const outPath = join(scratch(), 'full');
    symlinkSync('/dev/full', outPath);
    const file = new DecodedFile({ path: ALAC, outPath, channels: 2 });
    const { open } = await decodedMedia(file, 'tag', 2);
    await expect(open({ start: 0, end: 99 })).rejects.toMatchObject({ code: 'disk-full', path: ALAC });
    await file.discard();
  },
);

test('no folder is made before something has to be decoded', async () => {
  const folder = join(scratch(), 'decoded');
  await new DecodedFiles(folder).close();
  expect(existsSync(folder)).toBe(false);
});
