import { createRequire, syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

type AnyFunction = (...parameters: unknown[]) => unknown;
const require = createRequire(import.meta.url);
const OPENERS = ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream', 'openAsBlob'];
const OWN = fileURLToPath(new URL('../../', import.meta.url));

/** Writes down every file that this process opens, outside Segue's own and `allowed`; call before anything else is loaded. */
export function watchOpens(allowed: () => string): string[] {
  const strayed: string[] = [];
  for (const name of ['fs', 'fs/promises']) {
    const module = require(`node:${name}`) as Record<string, AnyFunction>;
    for (const opener of OPENERS) {
      const original = module[opener] as AnyFunction | undefined;
      if (original === undefined) continue;
      module[opener] = function (this: unknown, ...parameters: unknown[]) {
        const [path] = parameters;
        const name = path instanceof URL ? fileURLToPath(path) : path;
        if (typeof name === 'string') {
          const whole = resolve(name);
          // Node looks up its own process where it loads compiled code.
          if (![OWN, allowed() + sep, '/proc/self/'].some((folder) => whole.startsWith(folder)))
            strayed.push(whole);
        }
        return original.apply(this, parameters);
      };
    }
  }
  syncBuiltinESMExports();
  return strayed;
}
