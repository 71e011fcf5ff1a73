import type { Kernel } from './instance.ts';

/** Where a block of parameters and its gradient lie, in bytes. */
export interface ParameterPlace {
  readonly value: number;
  readonly gradient: number;
}

/**
 * All parameters of a trainer: values, gradients and the two moments of Adam, each one stretch of memory with the
 * weights first and the biases after them, because only weights decay.
 */
export class Parameters {
  readonly kernel: Kernel;
  readonly weightFloats: number;
  readonly totalFloats: number;
  readonly value: number;
  readonly gradient: number;
  readonly firstMoment: number;
  readonly secondMoment: number;
  #nextWeight = 0;
  #nextBias: number;

  constructor(kernel: Kernel, weightFloats: number, biasFloats: number) {
    this.kernel = kernel;
    this.weightFloats = weightFloats;
    this.totalFloats = weightFloats + biasFloats;
    this.#nextBias = weightFloats;
    this.value = kernel.allocate(this.totalFloats);
    this.gradient = kernel.allocate(this.totalFloats);
    this.firstMoment = kernel.allocate(this.totalFloats);
    this.secondMoment = kernel.allocate(this.totalFloats);
  }

  takeWeights(floats: number): ParameterPlace {
    const place = this.#place(this.#nextWeight);
    this.#nextWeight += floats;
    return place;
  }

  takeBias(floats: number): ParameterPlace {
    const place = this.#place(this.#nextBias);
    this.#nextBias += floats;
    return place;
  }

  #place(index: number): ParameterPlace {
    return { value: this.value + index * 4, gradient: this.gradient + index * 4 };
  }
}
