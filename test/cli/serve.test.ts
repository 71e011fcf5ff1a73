import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runSegue, startServing } from './run-segue.ts';

describe('segue serve', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one address, serves there, and ends well on %s',
    async (signal) => {
      const folder = makeFolder();
      const serving = await startServing('serve', ['--port', '0', '--db', join(folder, 'library.db')]);
      expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32,}\/$/);
      const page = await fetch(serving.url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<!doctype html>');
      const { exitCode, stdout } = await serving.end(signal);
      expect({ exitCode, lines: stdout.trim().split('\n').length }).toEqual({ exitCode: 0, lines: 1 });
    },
  );

  test('has the same token when it is started anew, readable by its owner alone', async () => {
    const args = ['--port', '0', '--db', join(makeFolder(), 'library.db')];
    const first = await startServing('serve', args);
    await first.end();
    const second = await startServing('serve', args);
    await second.end();
    expect(new URL(second.url).pathname).toBe(new URL(first.url).pathname);
  });

  test('says in a line that a folder is not there, or a port is taken', async () => {
    const db = join(makeFolder(), 'library.db');
    const nowhere = await runSegue(['serve', '--no-open', '--port', '0', '--db', db, join(db, 'none')]);
    expect(nowhere).toMatchObject({ exitCode: 1, stdout: '' });
    const serving = await startServing('serve', ['--port', '0', '--db', db]);
    const other = join(makeFolder(), 'library.db');
    const { port } = new URL(serving.url);
    const taken = await runSegue(['serve', '--no-open', '--port', port, '--db', other]);
    expect(taken.stderr).toMatch(
      /^segue: Port \d+ is taken by another program: choose another with --port\.\n$/,
    );
    await serving.end();
  });
});

test('a second one leads to the first, and other programs that write are told to wait', async () => {
  const folder = makeFolder();
  const db = join(folder, 'library.db');
  const serving = await startServing('serve', ['--port', '0', '--db', db]);
  const second = await runSegue(['serve', '--no-open', '--db', db]);
  expect(second).toMatchObject({ exitCode: 0, stdout: `${serving.url}\n` });
  expect(second.stderr).toBe('segue: this library is being served already.\n');
  const index = await runSegue(['index', folder, '--db', db]);
  expect(index).toMatchObject({ exitCode: 1, stdout: '' });
  expect(index.stderr).toContain('is open in another Segue. Go on there, or close it first.');
  expect(await runSegue(['status', '--db', db])).toMatchObject({ exitCode: 0, stderr: '' });
  // Killed, it leaves nothing behind that keeps others out.
  await serving.end('SIGKILL');
  expect(await runSegue(['index', folder, '--db', db])).toMatchObject({ exitCode: 0 });
});

test('npm start without a display explains itself in a line and serves the player to the browser', async () => {
  const environment = { SEGUE_DATA: makeFolder(), DISPLAY: '', WAYLAND_DISPLAY: '' };
  const serving = await startServing('start', [], environment);
  const { exitCode, stderr } = await serving.end();
  expect(exitCode).toBe(0);
  const said = stderr.split('\n').filter((line) => line.includes('opens in the browser instead'));
  expect(said).toHaveLength(1);
});
