import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { put } from '../library/files.ts';
import { audit } from './audit.ts';

/** A project with one package that ships. */
function projectWith(locked: object, script = ''): string {
  const folder = makeFolder();
  const good = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' };
  put(folder, 'package.json', JSON.stringify({ allowScripts: { known: false } }));
  put(
    folder,
    'package-lock.json',
    JSON.stringify({ packages: { '': {}, 'node_modules/thing': { ...good, ...locked } } }),
  );
  put(folder, join('node_modules', 'thing', 'index.js'), script);
  return folder;
}

test.each<[string, object, string, string | null]>([
  ['a plain package', {}, 'export const one = 1;', null],
  ['a licence that is not on the list', { license: 'SSPL-1.0' }, '', 'licence (SSPL-1.0)'],
  ['no licence', { license: undefined }, '', 'licence (none)'],
  ['a package for development only', { license: 'SSPL-1.0', dev: true }, 'eval("1")', null],
  ['an install script', { hasInstallScript: true }, '', 'install script'],
  ['an address', { resolved: 'https://registry.example/thing.tgz' }, '', 'registry'],
  ['no checksum', { integrity: undefined }, '', 'SHA-512'],
  ['eval', {}, 'eval (text)', 'makes code of text'],
  ['a function of text', {}, 'new Function("a", text)', 'makes code of text'],
  ['the network', {}, "require('https')", 'can reach the network'],
  ['an address of its own', {}, 'fetch("https://telemetry.example")', 'addresses of its own'],
  ['other programs', {}, "import 'node:child_process'", 'starts programs'],
])('the audit looks for %s', (_, locked, script, expected) => {
  const problems = audit(projectWith(locked, script));
  if (expected === null) expect(problems).toEqual([]);
  else expect(problems).toEqual([expect.stringContaining(expected)]);
});
