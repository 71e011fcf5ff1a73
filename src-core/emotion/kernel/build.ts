import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileAssembly } from '../../audio/kernel/compile-assembly.ts';

const SOURCE = new URL('./assembly/', import.meta.url);
const OUTPUT = new URL('./kernel.wasm', import.meta.url);

/** Compiles the LSTM kernel. */
export function buildKernel(): Promise<Uint8Array> {
  return compileAssembly(SOURCE, ['simd', 'relaxed-simd']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(OUTPUT, await buildKernel());
