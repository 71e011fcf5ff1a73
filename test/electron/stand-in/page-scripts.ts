import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PAGE = fileURLToPath(new URL('./page/', import.meta.url));

let pageWorld: Promise<string> | undefined;
let preloadWorld: Promise<string> | undefined;

/** The script for the page's own world. */
export function pageWorldScript(): Promise<string> {
  return (pageWorld ??= bundle('page-world.ts'));
}

/** The script for the preload's world: the stand-in for `electron`, then the built preload itself, in the main frame only. */
export async function preloadWorldScript(preloadPath: string): Promise<string> {
  const electron = await (preloadWorld ??= bundle('preload-world.ts'));
  const preload = readFileSync(preloadPath, 'utf8');
  return `if (window.top === window) {
    ${electron}
    ((require, process) => { ${preload}\n })(standIn.require, standIn.process);
  }`;
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    root: PAGE,
    configFile: false,
    logLevel: 'warn',
    define: { STAND_IN_PLATFORM: JSON.stringify(process.platform) },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'standIn' } },
  });
  const [{ output }] = result as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
