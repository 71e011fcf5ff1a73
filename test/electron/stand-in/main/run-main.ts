import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mainCalls } from './chromium-calls.ts';
import * as electron from './electron.ts';
import { startSchemeServer } from './scheme-server.ts';

const STAND_IN = new URL('./electron.ts', import.meta.url).href;
const [folder, ...args] = process.argv.slice(2);

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
});

mainCalls.evaluate = async (source, argument) => {
  // The test's function arrives as text, as with Playwright's ElectronApplication.
  const run = (0, eval)(`(${source})`) as (modules: typeof electron, argument: unknown) => unknown;
  return await run(electron, argument);
};

await startSchemeServer();
// As `electron FOLDER`: the folder's package.json names the entry.
const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main: string };
process.argv = [process.execPath, folder, ...args];
await import(pathToFileURL(join(folder, main)).href);
electron.app.becomeReady();
