import { join } from 'node:path';
import { kindByName } from './audio-extensions.ts';
import { decodeName, describeName, isHidden } from './file-name.ts';
import type { FileFacts, FileSystem } from './file-system.ts';
import { toFileError } from './file-error.ts';
import type { FoundProblem, ScanEntry } from './scan-entry.ts';

/** Enough to keep the system's few file threads busy without a promise for every file of a huge folder. */
const STATS_AT_ONCE = 128;

/**
 * Finds the audio files in folders and all below them, a batch for each folder, in order of their names.
 * No place is visited twice, whichever links lead to it: real folders come first, so that a file is known by its
 * own path rather than a link's, and links that lead in circles end where they begin.
 * Whatever cannot be read becomes a problem of its own and the walk goes on.
 *
 * @param roots absolute paths, links resolved
 */
export async function* walkFolders(
  roots: readonly string[],
  fileSystem: FileSystem,
  signal?: AbortSignal,
): AsyncGenerator<ScanEntry[]> {
  const walk = new Walk(fileSystem);
  const folders = [...roots].sort().reverse();
  while (signal?.aborted !== true) {
    const folder = folders.pop();
    if (folder !== undefined) yield await walk.readFolder(folder, folders);
    else if (walk.links.length > 0) yield await walk.followLink(walk.links.shift()!, folders);
    else return;
  }
}

class Walk {
  /** Left for when all real folders are done. */
  readonly links: string[] = [];
  readonly #fileSystem: FileSystem;
  readonly #visitedFolders = new Set<string>();
  readonly #seenFiles = new Set<string>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  async readFolder(folder: string, folders: string[]): Promise<ScanEntry[]> {
    let entries;
    try {
      const { identity } = await this.#fileSystem.facts(folder);
      if (this.#visitedFolders.has(identity)) return [];
      this.#visitedFolders.add(identity);
      entries = await this.#fileSystem.readFolder(folder);
    } catch (error) {
      return [unreadable(error, folder)];
    }
    const found: ScanEntry[] = [];
    const files: string[] = [];
    const subfolders: string[] = [];
    for (const { name, kind } of entries) {
      const text = decodeName(name);
      if (text === null) {
        const problem = unusableName(folder, name, kind);
        if (problem !== null) found.push(problem);
      } else if (!isHidden(text)) {
        const path = join(folder, text);
        if (kind === 'folder') subfolders.push(path);
        else if (kind === 'link') this.links.push(path);
        else if (kindByName(text).kind !== 'other') files.push(path);
      }
    }
    folders.push(...subfolders.reverse());
    for (let i = 0; i < files.length; i += STATS_AT_ONCE) {
      const batch = files.slice(i, i + STATS_AT_ONCE).map((path) => this.#readFile(path));
      found.push(...(await Promise.all(batch)));
    }
    return found;
  }

  async followLink(path: string, folders: string[]): Promise<ScanEntry[]> {
    let facts;
    try {
      facts = await this.#fileSystem.facts(path);
    } catch (error) {
      // A link that leads nowhere is of interest only where it pretends to be music.
      return kindByName(path).kind === 'other' ? [] : [unreadable(error, path)];
    }
    if (facts.kind === 'folder') {
      folders.push(path);
      return [];
    }
    const isNews = kindByName(path).kind !== 'other' && !this.#seenFiles.has(facts.identity);
    return isNews ? [this.#judge(path, facts)] : [];
  }

  async #readFile(path: string): Promise<ScanEntry> {
    try {
      return this.#judge(path, await this.#fileSystem.facts(path));
    } catch (error) {
      return unreadable(error, path);
    }
  }

  #judge(path: string, facts: FileFacts): ScanEntry {
    this.#seenFiles.add(facts.identity);
    const named = kindByName(path);
    if (facts.kind !== 'file') {
      return problem(path, 'skipped', 'not-a-file', 'It is named like music but is not a regular file.');
    }
    if (named.kind === 'undecodable') {
      return problem(path, 'skipped', 'unsupported-format', `Segue cannot play ${named.format} files.`);
    }
    if (facts.sizeBytes === 0) return problem(path, 'failed', 'empty-file', 'The file is empty.');
    return { kind: 'file', path, sizeBytes: facts.sizeBytes, mtimeMs: facts.mtimeMs };
  }
}

function problem(
  path: string,
  outcome: FoundProblem['outcome'],
  code: FoundProblem['code'],
  message: string,
  hidesTracks = false,
): FoundProblem {
  return { kind: 'problem', path, outcome, code, message, hidesTracks };
}

function unreadable(error: unknown, path: string): FoundProblem {
  const { code, message } = toFileError(error, path);
  return problem(path, 'failed', code, message, code !== 'not-found');
}

function unusableName(folder: string, name: Uint8Array, kind: string): FoundProblem | null {
  const readable = describeName(name);
  const matters = kind === 'folder' || kindByName(readable).kind !== 'other';
  if (!matters || isHidden(readable)) return null;
  const message = `The ${kind === 'folder' ? "folder's" : "file's"} name is not valid UTF-8: rename it.`;
  return problem(join(folder, readable), 'skipped', 'name-not-utf8', message);
}
