import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly link?: string;
}

export interface ArchivedFile {
  readonly path: string;
  readonly size: number;
  /** Lies beside the archive, not in it. */
  readonly isUnpacked: boolean;
  /** Empty where it is unpacked. */
  readonly content: Buffer;
}

/** Every file of an asar archive: four lengths, a tree as JSON, then the files' bytes one after the other. */
export function readArchive(path: string): ArchivedFile[] {
  const bytes = readFileSync(path);
  const treeEnd = 16 + bytes.readUInt32LE(12);
  const contentStart = 8 + bytes.readUInt32LE(4);
  const found: ArchivedFile[] = [];
  const walk = ({ files, size = 0, offset, unpacked = false }: Entry, name: string): void => {
    if (files === undefined) {
      const start = contentStart + Number(offset ?? 0);
      const content = bytes.subarray(start, unpacked ? start : start + size);
      found.push({ path: name, size, isUnpacked: unpacked, content });
      return;
    }
    for (const [child, entry] of Object.entries(files)) walk(entry, name === '' ? child : `${name}/${child}`);
  };
  walk(JSON.parse(bytes.toString('utf8', 16, treeEnd)) as Entry, '');
  return found;
}

/** Writes what lies in the archive into a folder, for programs that cannot read archives. */
export function extractArchive(path: string, folder: string): void {
  for (const { path: name, isUnpacked, content } of readArchive(path)) {
    if (isUnpacked) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
