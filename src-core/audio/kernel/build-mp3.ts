import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileC } from './compile-c.ts';

/**
 * dr_mp3 0.6.33 of 2022-04-10, by David Reid after Lieff's minimp3, https://github.com/mackron/dr_libs; public domain or MIT-0.
 * Debian's source of SDL2_mixer 2.6.2 holds it as well.
 */
const SOURCE_SHA256 = '44cf9ad1fefac0bb52dec903ae741b85fc52e2e7e8cb1653cb57792ced649ba0';

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Compiles the MP3 decoder: `node src-core/audio/kernel/build-mp3.ts PATH/dr_mp3.h`.
 * The loops are written with SIMD by hand. Clang 14's own vectorising is off, for it makes a wrong frame of some.
 */
function build(source: string): void {
  const sha256 = createHash('sha256').update(readFileSync(source)).digest('hex');
  if (sha256 !== SOURCE_SHA256) throw new Error(`${source} is another version of dr_mp3: SHA-256 ${sha256}`);
  compileC(at('./mp3/decoder.c'), at('./mp3.wasm'), [
    ...['-O2', '-fno-vectorize', '-fno-slp-vectorize', '-w', '-D__SSE2__', '-D__x86_64__'],
    ...['-isystem', at('./mp3/include'), '-I', dirname(source)],
  ]);
}

build(process.argv[2]);
