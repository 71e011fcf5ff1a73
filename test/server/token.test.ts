import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readToken } from '../../src-core/server/token.ts';
import { makeFolder } from '../support/make-folder.ts';

const newDatabase = (): string => join(makeFolder(), 'library.db');

test('a token is 256 bits of chance, its own for each library', () => {
  const tokens = Array.from({ length: 20 }, () => readToken(newDatabase()));
  expect(new Set(tokens).size).toBe(20);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

test('it stays the same, for its owner alone to read', () => {
  const database = newDatabase();
  const token = readToken(database);
  const kept = join(database, '..', 'server-token');
  expect(readToken(database)).toBe(token);
  expect(readFileSync(kept, 'utf8')).toBe(token);
  if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600);
});

test('one that is too short to be one of ours is replaced', () => {
  const database = newDatabase();
  const kept = join(database, '..', 'server-token');
  writeFileSync(kept, '1234', { mode: 0o644 });
  expect(readToken(database)).toHaveLength(43);
  if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600);
});
