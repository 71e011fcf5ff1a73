import { readFileSync } from 'node:fs';
import { wasm } from '../../audio/kernel/webassembly.ts';

/** What `kernel.wasm` exports; see `assembly/` for each. Pointers and strides in bytes, counts in rows or floats. */
export interface KernelFunctions {
  multiply(
    ...numbers: [
      rows: number,
      panels: number,
      a: number,
      strideA: number,
      depthA: number,
      w: number,
      b: number,
      strideB: number,
      depthB: number,
      v: number,
      start: number,
      strideStart: number,
      out: number,
      strideOut: number,
    ]
  ): void;
  accumulateOuter(
    ...numbers: [
      rows: number,
      panels: number,
      a: number,
      strideA: number,
      depth: number,
      b: number,
      strideB: number,
      sum: number,
    ]
  ): void;
  accumulateColumns(rows: number, columns: number, b: number, strideB: number, sum: number): void;
  transposePanels(depth: number, columns: number, from: number, to: number): void;
  cellForward(cells: number, gates: number, previousCell: number, cell: number, hidden: number): void;
  cellBackward(
    ...numbers: [
      rows: number,
      groups: number,
      gates: number,
      previousCell: number,
      cell: number,
      hiddenGradient: number,
      hiddenStride: number,
      cellGradient: number,
    ]
  ): void;
  activate(kind: number, count: number, y: number): void;
  activateBackward(kind: number, count: number, y: number, gradient: number): void;
  decibels(count: number, values: number, floor: number): void;
  standardise(rows: number, columns: number, values: number, shift: number, scale: number): void;
  sumOfSquares(count: number, values: number): number;
  adam(
    ...numbers: [
      count: number,
      parameter: number,
      gradient: number,
      first: number,
      second: number,
      scale: number,
      learningRate: number,
      beta1: number,
      beta2: number,
      epsilon: number,
      correction1: number,
      correction2: number,
      keep: number,
    ]
  ): void;
}

/** The kernel's own constants lie below this address. */
const FIRST_FREE_BYTE = 4096;
const PAGE_BYTES = 65_536;

let compiled: object | undefined;

/** One instance of the kernel with a memory of its own, handed out from the bottom up and never returned. */
export class Kernel {
  readonly call: KernelFunctions;
  readonly #memory = new wasm.Memory({ initial: 1, maximum: 65_536 });
  #top = FIRST_FREE_BYTE;

  constructor() {
    compiled ??= new wasm.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)));
    const instance = new wasm.Instance(compiled, { env: { memory: this.#memory } });
    this.call = instance.exports as unknown as KernelFunctions;
  }

  /**
   * Room for `count` floats, zeroed, at a multiple of 64 bytes. Existing views die: take them after the last
   * allocation. Throws RangeError beyond 4 GiB.
   */
  allocate(count: number): number {
    const pointer = this.#top;
    this.#top += Math.ceil(count / 16) * 64;
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    return pointer;
  }

  floats(pointer: number, count: number): Float32Array {
    return new Float32Array(this.#memory.buffer, pointer, count);
  }
}
