import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { ReadableDB } from '../../database/handle.ts';
import { eachTrackPath } from '../../database/track-paths.ts';
import { readLocation, type PossiblePath } from '../../library/m3u/read-location.ts';

interface KnownPath {
  readonly id: number;
  readonly path: string;
}

/**
 * Finds the tracks that a playlist's lines name. Only the library's own tracks can be found; what lies at a path is never
 * opened, and at most the folders on the way to it are looked up, since links may lead to the library.
 */
export class TrackFinder {
  readonly #byName = new Map<string, KnownPath[]>();
  readonly #realFolders = new Map<string, Promise<string | null>>();

  constructor(db: ReadableDB) {
    eachTrackPath(db, (id, path) => {
      const name = keyOf(basename(path));
      const same = this.#byName.get(name);
      if (same === undefined) this.#byName.set(name, [{ id, path }]);
      else same.push({ id, path });
    });
  }

  /**
   * The track of each line, null where there is none.
   * @param folder what relative paths begin at; null to find the folder of the library where most of them lead somewhere
   */
  async find(locations: readonly string[], folder: string | null): Promise<(number | null)[]> {
    const readings = locations.map((location) => readLocation(location));
    const base = folder ?? this.#likeliestFolder(readings);
    const found: (number | null)[] = [];
    for (const paths of readings) found.push(await this.#first(paths, base));
    return found;
  }

  async #first(paths: readonly PossiblePath[], base: string | null): Promise<number | null> {
    const absolute = paths.flatMap(({ path, isAbsolute }) =>
      isAbsolute ? [path] : base === null ? [] : [join(base, path)],
    );
    for (const path of absolute) {
      const id = this.#at(path);
      if (id !== null) return id;
    }
    for (const path of absolute) {
      const id = await this.#behindLinks(path);
      if (id !== null) return id;
    }
    return null;
  }

  #at(path: string): number | null {
    const same = this.#byName.get(keyOf(basename(path))) ?? [];
    const exact = same.find((known) => known.path === path);
    return (exact ?? same.find((known) => keyOf(known.path) === keyOf(path)))?.id ?? null;
  }

  async #behindLinks(path: string): Promise<number | null> {
    // Looking up a share of another computer would tell that computer of it.
    if (!this.#byName.has(keyOf(basename(path))) || /^(\\\\|\/\/)/.test(path)) return null;
    const folder = dirname(path);
    const real = this.#realFolders.get(folder) ?? realpath(folder).catch(() => null);
    this.#realFolders.set(folder, real);
    const found = await real;
    return found === null ? null : this.#at(join(found, basename(path)));
  }

  #likeliestFolder(readings: readonly PossiblePath[][]): string | null {
    const votes = new Map<string, number>();
    for (const paths of readings) {
      for (const folder of new Set(paths.flatMap((path) => this.#foldersFor(path)))) {
        votes.set(folder, (votes.get(folder) ?? 0) + 1);
      }
    }
    let best: string | null = null;
    for (const [folder, count] of votes) {
      const others = best === null ? 0 : votes.get(best)!;
      if (count > others || (count === others && folder.length < best!.length)) best = folder;
    }
    return best;
  }

  /** Where a playlist would have to lie for a relative path to lead to a track. */
  #foldersFor({ path, isAbsolute }: PossiblePath): string[] {
    if (isAbsolute || path.startsWith('..')) return [];
    const ending = keyOf(sep + path);
    return (this.#byName.get(keyOf(basename(path))) ?? [])
      .filter((known) => keyOf(known.path).endsWith(ending))
      .map((known) => known.path.slice(0, -(path.length + 1)) || sep);
  }
}

/** File systems disagree on how accents are written and, but for Linux, on whether case counts. */
function keyOf(path: string): string {
  const key = path.normalize('NFC');
  return process.platform === 'linux' ? key : key.toLowerCase();
}
