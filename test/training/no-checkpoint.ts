import type { Checkpoint } from '../../src-core/training/run/checkpoint.ts';

/** A checkpoint that keeps nothing. */
export function noCheckpoint<T>(): Checkpoint<T> {
  return { load: () => Promise.resolve(null), save: () => Promise.resolve() };
}
