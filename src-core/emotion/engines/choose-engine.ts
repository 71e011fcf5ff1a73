import util from 'node:util';
import { messageOf } from '../../contract/errors.ts';
import type { EmotionEngine } from './engine.ts';
import type { TensorFlow } from './tfjs-engine.ts';
import { createTfjsEngine } from './tfjs-engine.ts';
import { wasmEngine } from './wasm-engine.ts';

export interface ChosenEngine {
  readonly engine: EmotionEngine;
  /** One line for the log where the wish could not be met, else null. */
  readonly notice: string | null;
}

/**
 * The engine that `SEGUE_ENGINE` asks for: `wasm` (or nothing), or `tfjs-node` where `@tensorflow/tfjs-node` is
 * installed and loads. Never fails: what cannot be had is answered with `wasm` and a line that says why.
 * @param load fetches the namespace of `@tensorflow/tfjs-node`; tests put their own here.
 */
export async function chooseEngine(
  wish: string | undefined,
  load: () => Promise<TensorFlow> = loadTfjsNode,
): Promise<ChosenEngine> {
  if (wish === undefined || wish === '' || wish === 'wasm') return { engine: wasmEngine, notice: null };
  if (wish !== 'tfjs-node') {
    return fallBack(`SEGUE_ENGINE is "${wish}", which is neither wasm nor tfjs-node`);
  }
  try {
    return { engine: createTfjsEngine(await load(), 'tfjs-node'), notice: null };
  } catch (error) {
    const reason = messageOf(error).split('\n', 1)[0];
    return fallBack(`@tensorflow/tfjs-node cannot be loaded (${reason})`);
  }
}

function fallBack(reason: string): ChosenEngine {
  return { engine: wasmEngine, notice: `${reason}; using the built-in wasm engine instead.` };
}

async function loadTfjsNode(): Promise<TensorFlow> {
  supplyIsNullOrUndefined();
  // Not a literal, so that type checks and bundlers do not look for a package that is optional.
  const name = '@tensorflow/tfjs-node';
  const loaded = (await import(name)) as { default?: TensorFlow } & TensorFlow;
  return loaded.default ?? loaded;
}

/** tfjs-node 4.22 calls `util.isNullOrUndefined`, which Node 23 removed. */
export function supplyIsNullOrUndefined(): void {
  const functions = util as unknown as Record<string, unknown>;
  functions.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
}
