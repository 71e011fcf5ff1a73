import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly license?: string | undefined;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Licences of which a work under GPL-3.0-or-later may be made. */
const LICENCES = new Set([
  ...[
    'MIT',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'Unlicense',
    'Apache-2.0',
  ],
  ...['MPL-2.0', 'LGPL-2.1-or-later', 'LGPL-3.0-or-later', 'GPL-2.0-or-later', 'GPL-3.0-or-later'],
]);
/** What a package says of itself less exactly than what it holds. */
const LICENCE_READ: Readonly<Record<string, string>> = {
  // It names "GPL-2.0" for FAAD2, whose sources say "either version 2 of the License, or (at your option) any later version".
  '@audio/decode-aac': 'GPL-2.0-or-later',
};

/** Known-bad patterns in what ships, and the packages that have a reason to hold them. */
const PATTERNS: readonly (readonly [what: string, pattern: RegExp, allowed: readonly string[]])[] = [
  [
    'makes code of text',
    /\beval\s*\(|\bnew Function\s*\(/,
    // Both load a worker's module by a name of ours where `import()` was compiled away.
    ['piscina', 'real-require'],
  ],
  [
    'can reach the network',
    /['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?['"]/,
    // The server's WebSockets: it takes connections, and its client is used by tests alone.
    ['ws'],
  ],
  [
    'asks for addresses of its own',
    /\bfetch\s*\(\s*['"`]https?:|\bXMLHttpRequest\b|\bsendBeacon\b/,
    // Compiled from C for browsers too; in Node it reads its own file.
    ['@echogarden/pffft-wasm'],
  ],
  [
    'starts programs',
    /['"](?:node:)?child_process['"]/,
    // Opens the player's page in the browser, on each system in its way.
    [
      ...[
        'open',
        'default-browser',
        'default-browser-id',
        'powershell-utils',
        'run-applescript',
        'wsl-utils',
      ],
      // Looks at which C library there is; commander has subcommands that are programs, which Segue has none of.
      ...['detect-libc', 'commander', '@napi-rs/nice'],
    ],
  ],
];
/** Folders and files of packages that nothing in the app loads. */
const NOT_LOADED =
  /(^|\/)(node_modules|test|tests|bench|benchmarks?|docs?|examples?|tools|scripts|coverage)(\/|$)/;

/** What is wrong with the packages that the app is made of, a line each; nothing is asked of any registry. */
export function audit(root: string): string[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };
  const { allowScripts } = read('package.json') as { allowScripts: Readonly<Record<string, boolean>> };
  const problems: string[] = [];
  for (const [path, locked] of Object.entries(packages)) {
    if (path === '' || locked.link === true) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (locked.resolved !== undefined) problems.push(`${name}: the lock names a registry's address`);
    if (locked.integrity?.startsWith('sha512-') !== true)
      problems.push(`${name}: the lock has no SHA-512 of it`);
    if (locked.hasInstallScript === true && !(name in allowScripts)) {
      problems.push(`${name}: has an install script that allowScripts in package.json does not decide on`);
    }
    const ships = !(locked.dev ?? false) && !(locked.devOptional ?? false) && !(locked.peer ?? false);
    if (!ships) continue;
    const licence = (name in LICENCE_READ ? LICENCE_READ[name] : locked.license) ?? 'none';
    if (!LICENCES.has(licence)) problems.push(`${name}: its licence (${licence}) is not on the list`);
    problems.push(
      ...patternsIn(join(root, path))
        .filter(([, , allowed]) => !allowed.includes(name))
        .map(([what, file]) => `${name}: ${what} (${file})`),
    );
  }
  return problems;
}

function patternsIn(folder: string): [what: string, file: string, allowed: readonly string[]][] {
  const found: [string, string, readonly string[]][] = [];
  for (const file of scriptsIn(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [what, pattern, allowed] of PATTERNS)
      if (pattern.test(text)) found.push([what, file, allowed]);
  }
  return found;
}

function scriptsIn(folder: string): string[] {
  let names;
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    // For another system than this one.
    return [];
  }
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.[cm]?js$/.test(name) && !NOT_LOADED.test(name));
}
