import { readFile } from 'node:fs/promises';

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** By so many pages of 64 KiB; views of the buffer before are dead. Throws RangeError beyond the maximum. */
  grow(pages: number): number;
}

/** An import object: by module name, then by name. */
type WasmImports = Record<string, Record<string, unknown>>;

/** What is used here of WebAssembly's interface; TypeScript keeps its own description among the browser's types. */
interface WebAssemblyNamespace {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: WasmImports,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

export const wasm = (globalThis as unknown as { WebAssembly: WebAssemblyNamespace }).WebAssembly;

/**
 * A function that makes instances of a module which needs nothing from outside, each with a memory of its own. The file
 * is read and compiled when the first one is asked for, once in a thread.
 */
export function instancesOf<Functions>(file: URL): () => Promise<Functions> {
  let compiled: Promise<object> | undefined;
  const compile = async (): Promise<object> => wasm.compile(await readFile(file));
  return async () => {
    compiled ??= compile().catch((error: unknown) => {
      // Whoever asks next may be luckier: too many files were open, say.
      compiled = undefined;
      throw error;
    });
    return new wasm.Instance(await compiled, {}).exports as Functions;
  };
}
