import { expect, test } from 'vitest';
import { isOurs } from '../../../electron/main/addresses.ts';

test.each([
  ['app://segue/index.html', true],
  ['media://track/7', true],
  ['blob:app://segue/5f0c', true],
  ['devtools://devtools/bundled/inspector.html', false],
  ['app://segue.example/index.html', false],
  ['blob:https://example.com/5f0c', false],
  ['https://example.com/', false],
  ['http://127.0.0.1:8080/', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
])('%s is ours: %s', (url, expected) => {
  expect(isOurs(url, false)).toBe(expected);
});

test('the developer tools are let in where they are wanted', () => {
  expect(isOurs('devtools://devtools/bundled/inspector.html', true)).toBe(true);
});
