import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import PFFFT from '@echogarden/pffft-wasm/simd';
import { N_FFT } from '../constants.ts';
import { wasm, type WasmMemory } from './webassembly.ts';

/** The functions of `assembly/`; every address is a byte offset into {@link SignalKernel.memory}. */
interface Functions {
  mixdown(input: number, stride: number, channels: number, frames: number, mono: number): number;
  kWeight(left: number, right: number, frames: number, filter: number): void;
  resample(
    input: number,
    table: number,
    taps: number,
    phases: number,
    unit: number,
    step: number,
    position: number,
    output: number,
    count: number,
  ): void;
  melClip(samples: number, plan: number, mel: number): void;
}

/** The signal path's inner loops, together with PFFFT in one memory, so that samples are copied in once. */
export interface SignalKernel extends Functions {
  readonly memory: WasmMemory;
  /** PFFFT's tables for a real transform of N_FFT samples. */
  readonly fftSetup: number;
  /** The transform of N_FFT floats: DC, Nyquist, then real and imaginary part of each bin. `work` is scratch of that size. */
  transform(input: number, output: number, work: number): void;
  /** 64-byte aligned and not cleared; throws RangeError where memory has run out. */
  allocate(bytes: number): number;
  release(address: number): void;
}

const KERNEL = new URL('./signal.wasm', import.meta.url);
const PFFFT_WASM = createRequire(import.meta.url)
  .resolve('@echogarden/pffft-wasm/simd')
  .replace(/\.js$/, '.wasm');

/** PFFFT, and its memory, which its own loader keeps to itself. */
async function loadPffft() {
  const module = await wasm.compile(await readFile(PFFFT_WASM));
  let memory: WasmMemory | undefined;
  const pffft = await PFFFT({
    instantiateWasm(imports, receive) {
      const instance = new wasm.Instance(module, imports);
      memory = Object.values(instance.exports).find((item) => item instanceof wasm.Memory);
      receive(instance);
      return instance.exports;
    },
  });
  if (memory === undefined) throw new Error('@echogarden/pffft-wasm exports no memory');
  return { pffft, memory };
}

async function load(): Promise<SignalKernel> {
  const { pffft, memory } = await loadPffft();
  const imports = { env: { memory }, mel: { transform: pffft._pffft_transform_ordered } };
  const instance = new wasm.Instance(await wasm.compile(await readFile(KERNEL)), imports);
  const { mixdown, kWeight, resample, melClip } = instance.exports as unknown as Functions;
  const fftSetup = pffft._pffft_new_setup(N_FFT, 0);
  return {
    ...{ mixdown, kWeight, resample, melClip, memory, fftSetup },
    transform: (input, output, work) => pffft._pffft_transform_ordered(fftSetup, input, output, work, 0),
    allocate(bytes) {
      const address = pffft._pffft_aligned_malloc(bytes);
      if (address === 0) throw new RangeError(`no ${bytes} bytes left for the signal path`);
      return address;
    },
    release: (address) => pffft._pffft_aligned_free(address),
  };
}

let loaded: Promise<SignalKernel> | undefined;

/** The kernel, instantiated once per thread. */
export function loadSignalKernel(): Promise<SignalKernel> {
  return (loaded ??= load());
}
