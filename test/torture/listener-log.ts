import type { ReadableDB } from '../../src-core/database/handle.ts';
import { countPlays } from '../../src-core/database/play-history.ts';
import { listPlaylists, playlistTrackIds } from '../../src-core/database/playlists.ts';
import { loadQueue } from '../../src-core/database/queue-state.ts';
import { getSetting } from '../../src-core/database/settings.ts';
import { get } from '../../src-core/database/statement.ts';

interface Deed {
  readonly playlist?: string;
  readonly tracks?: readonly number[];
  readonly setting?: string;
  readonly loved?: number;
  readonly current?: number;
  readonly value?: unknown;
}
interface Line {
  readonly begins?: Deed;
  readonly done?: true;
  readonly plays?: number;
  readonly failed?: string;
}

/** The lines that a child of `core.ts` has printed; a last one that was cut short is left out. */
export function readLog(output: string): Line[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/**
 * Throws if a library lacks anything that its core said was done. What was underway at the end, or failed, may have been
 * done or not, but not by half.
 * @param before the library as it was when the core began
 * @param isLossy the last things done may be lost: the computer, not the program, went down
 */
export function checkAgainstLog(
  db: ReadableDB,
  before: ReadableDB,
  lines: readonly Line[],
  { isLossy = false } = {},
): void {
  const wanted = new Map<string, string[]>();
  let plays = 0;
  let underway: Deed | undefined;
  const note = (deed: Deed, isDone: boolean): void => {
    const key = keyOf(deed);
    // Playing moves the queue on, wherever it was.
    if (key === 'plays') wanted.set('current', []);
    else if (isDone && !isLossy) wanted.set(key, [valueOf(deed)]);
    else {
      const known = wanted.get(key) ?? [foundAt(before, key)];
      wanted.set(key, known.length === 0 ? [] : [...known, valueOf(deed)]);
    }
  };
  for (const line of lines) {
    underway = line.begins ?? underway;
    if (underway !== undefined && (line.done === true || line.failed !== undefined)) {
      note(underway, line.done === true);
      underway = undefined;
    }
    plays = line.plays ?? plays;
  }
  if (underway !== undefined) note(underway, false);
  for (const [key, values] of wanted) {
    const found = foundAt(db, key);
    if (values.length > 0 && !values.includes(found))
      throw new Error(`${key}: found ${found}, wanted one of ${values.slice(-3).join(' or ')}`);
  }
  if (!isLossy && countPlays(db) < plays) throw new Error(`of ${plays} plays ${countPlays(db)} are left`);
}

function keyOf(deed: Deed): string {
  if (deed.playlist !== undefined) return `playlist ${deed.playlist}`;
  if (deed.setting !== undefined) return `setting ${deed.setting}`;
  if (deed.loved !== undefined) return `loved ${deed.loved}`;
  return deed.current === undefined ? 'plays' : 'current';
}

function valueOf(deed: Deed): string {
  return JSON.stringify(deed.tracks ?? deed.value ?? deed.current);
}

/** As JSON; 'nothing' for what is not there. */
function foundAt(db: ReadableDB, key: string): string {
  const [kind, ...rest] = key.split(' ');
  const value = readAt(db, kind, rest.join(' '));
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function readAt(db: ReadableDB, kind: string, name: string): unknown {
  switch (kind) {
    case 'playlist': {
      const playlist = listPlaylists(db).find((one) => one.name === name);
      return playlist === undefined ? undefined : playlistTrackIds(db, playlist.id);
    }
    case 'setting':
      return (getSetting(db, 'player') as Record<string, unknown> | undefined)?.[name];
    case 'loved':
      return (
        get<{ at: number | null }>(db, 'SELECT loved_at_ms AS at FROM tracks WHERE id = ?', Number(name))!
          .at !== null
      );
    default:
      return loadQueue(db)?.entries.find(({ place }) => place === 'current')?.trackId;
  }
}
