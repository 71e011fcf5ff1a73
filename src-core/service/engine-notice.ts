import { chooseEngine } from '../emotion/engines/choose-engine.ts';

/**
 * A line that says why the engine wished for in `SEGUE_ENGINE` is not the one that works, or null where all is as wished.
 * Worker threads choose by themselves and in silence; the program says it once.
 */
export async function engineNotice(): Promise<string | null> {
  return (await chooseEngine(process.env.SEGUE_ENGINE)).notice;
}
