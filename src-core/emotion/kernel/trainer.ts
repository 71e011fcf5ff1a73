import type { ModuleSpec, Trainer } from './trainer-types.ts';

export type * from './trainer-types.ts';

/**
 * A trainer whose modules share one parameter vector and one Adam optimiser, all in one WebAssembly memory laid
 * out once for the specs' largest shapes.
 *
 * Kernels start Glorot-uniform, recurrent kernels orthogonal, biases zero with forget gates at 1 (the defaults of
 * Keras); `setWeights` overrides. The same seed gives the same weights, and the same calls the same bits.
 */
export function createTrainer<const S extends Readonly<Record<string, ModuleSpec>>>(
  modules: S,
  options: { readonly seed: number },
): Trainer<S> {
  void modules;
  throw new Error(`the kernel is not there yet (seed ${options.seed})`);
}
