import { execFileSync } from 'node:child_process';

/**
 * Compiles one C file, which needs no library, to WebAssembly with SIMD: with clang and lld for wasm32.
 *
 * @param options more of clang's, such as where to look for headers
 */
export function compileC(source: string, output: string, options: readonly string[]): void {
  execFileSync(
    'clang',
    [
      ...[
        '--target=wasm32',
        '-msimd128',
        '-mbulk-memory',
        '-ffreestanding',
        '-ffunction-sections',
        '-nostdlib',
      ],
      ...['-Wl,--no-entry,--strip-all', '-Wl,-z,stack-size=131072'],
      ...[...options, '-o', output, source],
    ],
    { stdio: 'inherit' },
  );
}
