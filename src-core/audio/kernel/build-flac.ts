import { fileURLToPath } from 'node:url';
import { compileC } from './compile-c.ts';

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

// Compiles the FLAC decoder: `node src-core/audio/kernel/build-flac.ts`.
compileC(at('./flac/decoder.c'), at('./flac.wasm'), ['-O3', '-Wall', '-Wextra', '-Wno-sign-compare']);
