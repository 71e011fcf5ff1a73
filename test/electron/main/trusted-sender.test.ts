import { expect, test } from 'vitest';
import { isTrusted } from '../../../electron/main/trusted-sender.ts';

const page = {};
const frame = { origin: 'app://segue', parent: null };

test('the main frame of our own page is trusted', () => {
  expect(isTrusted({ sender: page, senderFrame: frame }, page)).toBe(true);
});

test.each([
  ['another page', { sender: {}, senderFrame: frame }],
  ['a frame inside the page', { sender: page, senderFrame: { ...frame, parent: frame } }],
  ['a frame that is gone', { sender: page, senderFrame: null }],
  ['a page of another origin', { sender: page, senderFrame: { ...frame, origin: 'https://example.com' } }],
  [
    'an origin that begins like ours',
    { sender: page, senderFrame: { ...frame, origin: 'app://segue.example' } },
  ],
  ['a file', { sender: page, senderFrame: { ...frame, origin: 'file://' } }],
])('%s is not', (_what, sender) => {
  expect(isTrusted(sender, page)).toBe(false);
});

test('nobody is while there is no window', () => {
  expect(isTrusted({ sender: page, senderFrame: frame }, null)).toBe(false);
});
