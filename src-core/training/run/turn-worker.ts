import { takeClipTurn } from '../clip/clip-turns.ts';
import { takeSequenceTurn } from '../sequence/sequence-turns.ts';
import type { TurnTask } from './fit-ahead.ts';
import { silentProgress } from './progress.ts';

/** One turn in a thread of its own. */
export default async function takeTurn({ turn, options }: TurnTask): Promise<void> {
  const own = { ...options, clock: () => performance.now(), progress: silentProgress };
  if (turn.model === 'sequence') await takeSequenceTurn(turn, own);
  else await takeClipTurn(turn, own);
}
