import { readFile } from 'node:fs/promises';

/** The part of AssemblyScript's compiler that is used here. */
interface Compiler {
  main: (
    args: string[],
    io: {
      readFile: (name: string) => Promise<string | null>;
      writeFile: (name: string, contents: string | Uint8Array) => void;
      listFiles: () => string[];
      stderr: { toString: () => string };
    },
  ) => Promise<{ error: Error | null }>;
  createMemoryStream: () => { toString: () => string };
}

/** Not a literal: the package's own types redeclare `Array` and `console` for the whole program. */
const COMPILER = ['assemblyscript', 'asc'].join('/');

const OPTIONS = [
  '--outFile=kernel.wasm',
  '--runtime=stub',
  '--importMemory',
  '--optimizeLevel=3',
  '--shrinkLevel=0',
  '--converge',
  '--noAssert',
];

/**
 * Compiles a folder of AssemblyScript, `index.ts` first, to WebAssembly; the same source gives the same bytes.
 * For developers: the product ships what this made.
 * @param source URL of the folder, with its closing slash
 * @param features of WebAssembly beyond its first version, such as `simd`
 * @throws Error with the compiler's words
 */
export async function compileAssembly(source: URL, features: readonly string[]): Promise<Uint8Array> {
  const { default: asc } = (await import(COMPILER)) as { default: Compiler };
  let wasm: Uint8Array | undefined;
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main(['index.ts', ...OPTIONS, `--enable=${features.join(',')}`], {
    readFile: (name) => readFile(new URL(name, source), 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') wasm = contents;
    },
    listFiles: () => [],
    stderr,
  });
  if (error !== null) throw new Error(`the kernel does not compile\n${stderr.toString()}`, { cause: error });
  if (wasm === undefined) throw new Error('the compiler wrote nothing');
  return wasm;
}
