import { expect, test } from 'vitest';
import { transpile } from '../../../electron/build/transpile.ts';

const lines = (source: string) => transpile(source, 'some.ts').trim().split('\n');

test('drops types and what is imported for types only', () => {
  expect(lines(`import type { A } from './a.ts';\nexport const b = 1 as A;`)).toEqual([
    'export const b = 1;',
  ]);
});

test.each([
  [`import { a } from './a.ts'; a();`, `import { a } from './a.js';`],
  [`export * from '../b/c.ts';`, `export * from '../b/c.js';`],
  [`await import('./a.ts'); export {};`, `await import('./a.js');`],
  [`new URL('./worker.ts', import.meta.url);`, `new URL("./worker.js", import.meta.url);`],
])('names the built file in %s', (source, expected) => {
  expect(lines(source)[0].replaceAll('"', "'")).toBe(expected.replaceAll('"', "'"));
});

test.each([
  `import { a } from 'package/a.ts'; a();`,
  `new URL('./kernel.wasm', import.meta.url);`,
  `new URL('./a.ts', base);`,
  `const name = './a.ts';`,
])('leaves %s alone', (source) => {
  expect(transpile(source, 'some.ts')).toContain(source.split(';', 1)[0].replaceAll("'", "'"));
});
