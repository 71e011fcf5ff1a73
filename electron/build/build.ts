import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { unpackedModules } from './unpacked-modules.ts';
import { transpile } from './transpile.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the app lies once built, in the layout that it also has when packed. */
const BUILT_APP = join(ROOT, 'dist/app');

/** What runs in the core's process and its threads. */
const SOURCES = [
  'electron/core/**/*.ts',
  'src-core/{contract,audio,emotion,queue,database,library,service,server}/**/*.ts',
];
const EXCEPT = ['src-core/*/kernel/{assembly/**,build*.ts,compile-*.ts}', '**/*.d.ts'];
const ASSETS = [
  'src-core/*/kernel/*.wasm',
  'migrations/*.sql',
  'resources/models/**/*.{json,bin}',
  'resources/demo/music',
  'resources/demo/LICENSE',
  'resources/icons/sizes/512x512.png',
  'LICENSE',
];

/** Puts the app together in a folder, {@link BUILT_APP} unless told otherwise. The page is taken as `vite build` has left it. */
export async function buildShell(out = BUILT_APP): Promise<void> {
  for (const folder of ['electron', 'src-core', 'renderer', 'migrations', 'resources']) {
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
  const page = join(ROOT, 'dist/renderer');
  if (existsSync(page)) cpSync(page, join(out, 'renderer'), { recursive: true });
  await bundle(out, 'main');
  await bundle(out, 'preload');
  // Beside the packed archive there is no package.json above them.
  for (const folder of ['electron/core', 'src-core'])
    write(join(out, folder, 'package.json'), '{ "type": "module" }\n');
  write(join(out, 'package.json'), manifest());
}

/**
 * Main and preload are one file each. A sandboxed preload has to be, in CommonJS; and main, packed, lies whole inside the
 * archive, where its integrity is checked.
 */
async function bundle(out: string, name: 'main' | 'preload'): Promise<void> {
  await build({
    root: join(ROOT, 'electron', name),
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    plugins: [unpackedModules(ROOT, '../../')],
    build: {
      ssr: `${name}.ts`,
      target: 'es2024',
      minify: false,
      outDir: join(out, 'electron', name),
      emptyOutDir: true,
      rolldownOptions: {
        external: ['electron'],
        output:
          name === 'main'
            ? { format: 'es', entryFileNames: 'main.js' }
            : { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
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
