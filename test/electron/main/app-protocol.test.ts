import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { answerApp } from '../../../electron/main/app-protocol.ts';

const scratch = mkdtempSync(join(tmpdir(), 'segue-app-protocol-'));
const folder = join(scratch, 'page');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets', 'page.js'), 'export {};');
writeFileSync(join(folder, 'notes.txt'), 'not a part of the page');
mkdirSync(join(scratch, 'page-secrets'));
for (const place of [scratch, join(scratch, 'page-secrets')])
  writeFileSync(join(place, 'secret.html'), 'secret');
afterAll(() => rmSync(scratch, { recursive: true }));

const ask = (url: string, init?: RequestInit) => answerApp(new Request(url, init), folder);

describe('app://', () => {
  test.each([
    ['app://segue/', 'text/html; charset=utf-8'],
    ['app://segue/index.html?x=1#now', 'text/html; charset=utf-8'],
    ['app://segue/assets/page.js', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s', async (url, type) => {
    const response = await ask(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('allows no inline and no remote script', async () => {
    const policy = (await ask('app://segue/')).headers.get('content-security-policy')!;
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ', 1)[0], one]));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('media-src')).toBe('media-src media:');
    expect(directives.get('img-src')).toBe("img-src 'self' media:");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  test('answers HEAD with the length and no body', async () => {
    const response = await ask('app://segue/index.html', { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('15');
    expect(await response.text()).toBe('');
  });

  test('refuses to be written to', async () => {
    const response = await ask('app://segue/index.html', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test.each([
    'app://segue/../secret.html',
    'app://segue/%2e%2e/secret.html',
    'app://segue/..%2fsecret.html',
    'app://segue/assets/..%2f..%2fsecret.html',
    'app://segue/..%5csecret.html',
    'app://segue/..%2fpage-secrets/secret.html',
    'app://segue//etc/hostname',
    'app://segue/C:%2fsecret.html',
    'app://segue/index.html%00.js',
    'app://segue/%',
    'app://segue/notes.txt',
    'app://segue/assets',
    'app://segue/missing.js',
    'app://elsewhere/index.html',
  ])('finds nothing at %s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });

  test('never leaves its folder, whatever the path', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      'assets',
      'secret.html',
      'page-secrets',
      ':',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        expect(await (await ask(`app://segue/${parts.join('/')}`)).text()).not.toBe('secret');
      }),
    );
  });
});
