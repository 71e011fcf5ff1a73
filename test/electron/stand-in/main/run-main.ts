import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { mainCalls } from './chromium-calls.ts';
import * as electron from './electron.ts';
import { startSchemeServer } from './scheme-server.ts';

const STAND_IN = new URL('./electron.ts', import.meta.url).href;
const [entry, ...args] = process.argv.slice(2);

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
process.argv = [process.execPath, entry, ...args];
Object.assign(process, { defaultApp: true });
await import(pathToFileURL(entry).href);
electron.app.becomeReady();
