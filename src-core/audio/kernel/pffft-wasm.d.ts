/** PFFFT, the part of it that is used: https://bitbucket.org/jpommier/pffft. Addresses are byte offsets into its memory. */
declare module '@echogarden/pffft-wasm/simd' {
  /** By module name, then by name. */
  type Imports = Record<string, Record<string, unknown>>;
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }

  export interface Pffft {
    /** `kind` 0: real transform. The setup may be shared by any number of callers. */
    _pffft_new_setup(length: number, kind: number): number;
    _pffft_transform_ordered(
      setup: number,
      input: number,
      output: number,
      work: number,
      direction: number,
    ): void;
    /** 64-byte aligned; 0 where memory has run out. */
    _pffft_aligned_malloc(bytes: number): number;
    _pffft_aligned_free(address: number): void;
  }
  type Receive = (instance: Instance) => void;
  export default function PFFFT(options?: {
    instantiateWasm?: (imports: Imports, receive: Receive) => object;
  }): Promise<Pffft>;
}
