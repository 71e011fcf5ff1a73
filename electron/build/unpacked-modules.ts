import { posix, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const MODULE_URL = /new URL\(\s*(['"])(\.[^'"]+\.(?:ts|wasm))\1\s*,\s*import\.meta\.url\s*\)/g;

/**
 * In a bundle, whose code has left its place, makes `new URL('./name.ts', import.meta.url)` name the built file in its old
 * place, beside the packed archive: worker threads are started from plain files.
 *
 * @param root the project's folder
 * @param toRoot from the bundle to the built app's folder, `../../`
 */
export function unpackedModules(root: string, toRoot: string): Plugin {
  return {
    name: 'unpacked-modules',
    transform: (code, id) =>
      code.replaceAll(MODULE_URL, (_url, _quote, path: string) => {
        const folder = posix.dirname(relative(root, id).replaceAll(sep, '/'));
        const built = posix.join(folder, path).replace(/\.ts$/, '.js');
        return `new URL(${JSON.stringify(toRoot + built)}, import.meta.url.replace(/app\\.asar(?=\\/)/, 'app.asar.unpacked'))`;
      }),
  };
}
