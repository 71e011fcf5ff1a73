import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileAssembly } from './compile-assembly.ts';

const SOURCE = new URL('./assembly/', import.meta.url);
const OUTPUT = new URL('./signal.wasm', import.meta.url);

/** Compiles the signal kernel: mel clips, loudness, resampling. */
export function buildSignalKernel(): Promise<Uint8Array> {
  return compileAssembly(SOURCE, ['simd']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(OUTPUT, await buildSignalKernel());
