import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { transpile } from './transpile.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the app lies once built, in the layout that it also has when packed. */
export const BUILT_APP = join(ROOT, 'dist/app');

/** What runs in the app's processes. Training and the command line do not. */
const SOURCES = [
  'electron/{main,core}/**/*.ts',
  'electron/*.ts',
  'src-core/{contract,audio,emotion,queue,database,library,service,server}/**/*.ts',
];
const EXCEPT = ['src-core/*/kernel/{assembly/**,build.ts,compile-assembly.ts}', '**/*.d.ts'];
const ASSETS = [
  'src-core/*/kernel/*.wasm',
  'migrations/*.sql',
  'resources/models/**/*.{json,bin}',
  'resources/demo/music',
  'resources/demo/LICENSE',
  'LICENSE',
];

/** Builds main, preload and core into a folder, {@link BUILT_APP} unless told otherwise; the page is built by `renderer/`. */
export async function buildShell(out = BUILT_APP): Promise<void> {
  for (const folder of ['electron', 'src-core', 'migrations', 'resources']) {
    rmSync(join(out, folder), { recursive: true, force: true });
  }
  for (const path of globSync(SOURCES, { cwd: ROOT, exclude: EXCEPT })) {
    write(
      join(out, path.replace(/\.ts$/, '.js')),
      transpile(readFileSync(join(ROOT, path), 'utf8'), join(ROOT, path)),
    );
  }
  for (const path of globSync(ASSETS, { cwd: ROOT }))
    cpSync(join(ROOT, path), join(out, path), { recursive: true });
  await bundlePreload(out);
  write(join(out, 'package.json'), manifest());
}

/** A sandboxed preload must be one CommonJS file, free of Node's modules. */
async function bundlePreload(out: string): Promise<void> {
  await build({
    root: join(ROOT, 'electron/preload'),
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(out, 'electron/preload'),
      emptyOutDir: true,
      minify: false,
      lib: { entry: 'preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
      rolldownOptions: { external: ['electron'] },
    },
  });
}

/** What Electron reads when it is started on the built folder rather than on a packed app. */
function manifest(): string {
  const { name, version, description, license } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  return JSON.stringify(
    {
      name,
      productName: 'Segue',
      version,
      description,
      license,
      type: 'module',
      main: 'electron/main/main.js',
    },
    null,
    2,
  );
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildShell();
  process.stdout.write(`Built ${relative(process.cwd(), BUILT_APP) || '.'}\n`);
}
