import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = new URL('./assembly/', import.meta.url);
const OUTPUT = new URL('./signal.wasm', import.meta.url);

const OPTIONS = [
  '--outFile=signal.wasm',
  '--runtime=stub',
  '--importMemory',
  '--enable=simd',
  '--optimizeLevel=3',
  '--shrinkLevel=0',
  '--converge',
  '--noAssert',
];

/** Compiles the kernel's AssemblyScript; the same source gives the same bytes. Throws with the compiler's words. */
export async function buildSignalKernel(): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main(['index.ts', ...OPTIONS], {
    readFile: (name) => readFile(new URL(name, SOURCE), 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') wasm = contents;
    },
    listFiles: () => [],
    stderr,
  });
  if (error !== null)
    throw new Error(`the signal kernel does not compile\n${stderr.toString()}`, { cause: error });
  if (wasm === undefined) throw new Error('the compiler wrote nothing');
  return wasm;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(OUTPUT, await buildSignalKernel());
