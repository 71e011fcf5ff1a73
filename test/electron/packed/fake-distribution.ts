import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where in Electron's binary the fuses lie: this mark, then the version of the list, its length, and one character each. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_AS_SHIPPED = '101101011';

/** A folder laid out as Electron's distribution for Linux, for packing only: its binary runs nothing but has fuses. */
export function makeFakeDistribution(folder: string, electronVersion: string): void {
  const binary = Buffer.concat([
    Buffer.from('not a program\n'),
    Buffer.from(FUSE_MARK),
    Buffer.from([1, FUSES_AS_SHIPPED.length]),
    Buffer.from(FUSES_AS_SHIPPED),
    Buffer.from('\n'),
  ]);
  const files: Record<string, string | Buffer> = {
    electron: binary,
    'chrome-sandbox': '',
    chrome_crashpad_handler: '',
    version: electronVersion,
    LICENSE: 'Electron’s licence',
    'LICENSES.chromium.html': 'licences of Chromium’s parts',
    'icudtl.dat': '',
    'resources.pak': '',
    'locales/en-US.pak': '',
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    chmodSync(join(folder, name), 0o755);
  }
}
