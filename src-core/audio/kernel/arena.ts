import type { SignalKernel } from './load-kernel.ts';

/** What one analysis has allocated in the kernel's memory, released together. */
export class Arena {
  readonly kernel: SignalKernel;
  readonly #owned = new Set<number>();

  constructor(kernel: SignalKernel) {
    this.kernel = kernel;
  }

  /** Address of `count` floats, all zero. */
  floats(count: number): number {
    return this.#zeroed(count * 4);
  }

  /** Address of `count` doubles, all zero. */
  doubles(count: number): number {
    return this.#zeroed(count * 8);
  }

  /** Address of a copy of `values`. */
  copyOf(values: Float32Array | Float64Array | Uint32Array): number {
    const address = this.#zeroed(values.byteLength);
    this.bytesAt(address, values.byteLength).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
    return address;
  }

  /** A view that holds until the next allocation by anyone: memory may grow and move. */
  floatsAt(address: number, count: number): Float32Array {
    return new Float32Array(this.kernel.memory.buffer, address, count);
  }

  /** A view that holds until the next allocation by anyone. */
  doublesAt(address: number, count: number): Float64Array {
    return new Float64Array(this.kernel.memory.buffer, address, count);
  }

  /** A view that holds until the next allocation by anyone. */
  bytesAt(address: number, count: number): Uint8Array {
    return new Uint8Array(this.kernel.memory.buffer, address, count);
  }

  release(address: number): void {
    if (this.#owned.delete(address)) this.kernel.release(address);
  }

  releaseAll(): void {
    for (const address of [...this.#owned]) this.release(address);
  }

  #zeroed(bytes: number): number {
    const address = this.kernel.allocate(bytes);
    this.#owned.add(address);
    this.bytesAt(address, bytes).fill(0);
    return address;
  }
}
