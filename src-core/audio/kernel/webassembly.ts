export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** An import object: by module name, then by name. */
export type WasmImports = Record<string, Record<string, unknown>>;

/** What is used here of WebAssembly's interface; TypeScript keeps its own description among the browser's types. */
interface WebAssemblyNamespace {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Memory: new (limits: { initial: number }) => WasmMemory;
  readonly Instance: new (module: object, imports: WasmImports) => WasmInstance;
}

export const wasm = (globalThis as unknown as { WebAssembly: WebAssemblyNamespace }).WebAssembly;
