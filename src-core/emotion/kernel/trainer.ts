import { DenseTraining } from './dense-training.ts';
import { denseLayerShape } from './dense-layer.ts';
import { createRandom, initialDense, initialLstm } from './initialise.ts';
import { Kernel } from './instance.ts';
import { LstmTraining, lstmLayerShapes } from './lstm-training.ts';
import { Parameters } from './parameters.ts';
import { adamStep } from './adam-step.ts';
import type { ModuleSpec, Trainer, TrainerState } from './trainer-types.ts';

export type * from './trainer-types.ts';

/**
 * A trainer whose modules share one parameter vector and one Adam optimiser, all in one WebAssembly memory laid
 * out once for the specs' largest shapes.
 *
 * Kernels start Glorot-uniform, recurrent kernels orthogonal, biases zero with forget gates at 1 (the defaults of
 * Keras); `setWeights` overrides. The same seed gives the same weights, and the same calls the same bits.
 * Throws RangeError where a size is not a positive integer or the memory would exceed 4 GiB.
 */
export function createTrainer<const S extends Readonly<Record<string, ModuleSpec>>>(
  modules: S,
  options: { readonly seed: number },
): Trainer<S> {
  const specs = Object.entries(modules);
  const layers = specs.flatMap(([, spec]) => layerShapes(spec));
  const parameters = new Parameters(
    new Kernel(),
    sum(layers.map((layer) => layer.weightFloats)),
    sum(layers.map((layer) => layer.biasFloats)),
  );
  const random = createRandom(options.seed);
  const built = specs.map(([name, spec]) => [name, buildModule(spec, parameters, random)] as const);
  const gradients = (): Float32Array => parameters.kernel.floats(parameters.gradient, parameters.totalFloats);
  let step = 0;
  return {
    modules: Object.fromEntries(built) as unknown as Trainer<S>['modules'],
    parameterCount: sum(specs.map(([, spec]) => parameterCount(spec))),
    adamStep(adam) {
      const gradientNorm = adamStep(parameters, step + 1, adam);
      if (Number.isFinite(gradientNorm)) step++;
      gradients().fill(0);
      return { gradientNorm };
    },
    zeroGradients() {
      gradients().fill(0);
    },
    saveState() {
      const copy = (pointer: number): Float32Array =>
        parameters.kernel.floats(pointer, parameters.totalFloats).slice();
      return {
        step,
        parameters: copy(parameters.value),
        firstMoment: copy(parameters.firstMoment),
        secondMoment: copy(parameters.secondMoment),
      };
    },
    loadState(state: TrainerState) {
      const pairs = [
        [parameters.value, state.parameters],
        [parameters.firstMoment, state.firstMoment],
        [parameters.secondMoment, state.secondMoment],
      ] as const;
      if (pairs.some(([, values]) => values.length !== parameters.totalFloats)) {
        throw new RangeError('the saved state belongs to a trainer of another size');
      }
      for (const [pointer, values] of pairs) {
        parameters.kernel.floats(pointer, parameters.totalFloats).set(values);
      }
      step = state.step;
      gradients().fill(0);
    },
  };
}

function layerShapes(spec: ModuleSpec): { weightFloats: number; biasFloats: number }[] {
  const sizes =
    spec.kind === 'lstm'
      ? [spec.inputs, ...spec.units, spec.maxBatch, spec.maxSteps]
      : [spec.inputs, spec.outputs, spec.maxRows];
  if (
    sizes.some((size) => !Number.isInteger(size) || size < 1) ||
    (spec.kind === 'lstm' && !spec.units.length)
  ) {
    throw new RangeError(`sizes of a module must be positive integers: ${JSON.stringify(spec)}`);
  }
  return spec.kind === 'lstm' ? lstmLayerShapes(spec) : [denseLayerShape(spec.inputs, spec.outputs)];
}

function buildModule(
  spec: ModuleSpec,
  parameters: Parameters,
  random: () => number,
): LstmTraining | DenseTraining {
  if (spec.kind === 'lstm') {
    const module = new LstmTraining(spec, parameters);
    module.setWeights(initialLstm(spec, random));
    return module;
  }
  const module = new DenseTraining(spec, parameters);
  module.setWeights(initialDense(spec, random));
  return module;
}

function parameterCount(spec: ModuleSpec): number {
  if (spec.kind === 'dense') return (spec.inputs + 1) * spec.outputs;
  return sum(
    spec.units.map((units, i) => 4 * units * ((i === 0 ? spec.inputs : spec.units[i - 1]) + units + 1)),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
