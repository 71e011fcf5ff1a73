import { join } from 'node:path';
import { milliseconds } from '../child.ts';
import type { Fault } from '../round.ts';
import { kill, torment } from '../torment.ts';

/** Killed while a listener plays, makes playlists and changes settings, a core has kept all that it said was done. */
export const killCore: Fault = async (round) => {
  const { child, check } = await torment(round, join(round.folder, 'library.db'));
  await milliseconds(round.below(700));
  await kill(child);
  await check();
  return undefined;
};
