import type { Random } from '../support/random.ts';

/** What a fault has to work with. */
export interface Round extends Random {
  /** An empty folder of its own. */
  readonly folder: string;
  /** Gone when the round is over, however it ends. */
  readonly whenOver: (end: () => void) => void;
}

/** Does harm, and throws if anything was lost by it. Returns why it could not be done here, if so. */
export type Fault = (round: Round) => Promise<string | undefined>;

/** Throws unless nothing is lacking. */
export function expectAll(found: readonly string[], wanted: readonly string[], what: string): void {
  const have = new Set(found);
  const lost = wanted.filter((row) => !have.has(row));
  if (lost.length > 0)
    throw new Error(`${what}: ${lost.length} of ${wanted.length} lost, such as ${lost[0].slice(0, 300)}`);
}

export function expectEqual(found: unknown, wanted: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: found ${a.slice(0, 300)}, wanted ${b.slice(0, 300)}`);
}
