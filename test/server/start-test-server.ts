import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../../src-core/server/start-server.ts';
import { type Core, openCore } from '../../src-core/service/core/open-core.ts';

export const FIXTURES = fileURLToPath(new URL('../fixtures/audio/', import.meta.url));
export const TOKEN = 'test-token-0123456789-abcdefghijklmnop';

export interface TestServer extends RunningServer {
  readonly core: Core;
  /** The library's one folder. */
  readonly music: string;
  readonly end: () => Promise<void>;
}

/** A server with a page of one line over a library of these fixtures. */
async function createTestServer(
  fixtures: readonly string[] = [],
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'segue-server-')));
  const music = join(folder, 'music');
  const pageFolder = join(folder, 'page');
  for (const path of [music, pageFolder]) mkdirSync(path);
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Segue</title>');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  for (const name of fixtures) copyFileSync(join(FIXTURES, name), join(music, name));
  const core = await openCore({
    dbPath: join(folder, 'library.db'),
    folders: [music],
    version: '0',
    seed: 1,
  });
  await core.whenIndexed();
  const server = await startServer({
    core,
    pageFolder,
    decodedFolder: join(folder, 'decoded'),
    token: TOKEN,
    port: 0,
    ...options,
  });
  const end = async (): Promise<void> => {
    await server.close();
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, core, music, end };
}

/** The same for all tests of a file. */
export function sharedTestServer(fixtures: readonly string[] = []): () => TestServer {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer(fixtures);
  });
  afterAll(() => server.end());
  return () => server;
}

/** The same for one test. */
export async function startTestServer(
  fixtures: readonly string[] = [],
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const server = await createTestServer(fixtures, options);
  onTestFinished(() => server.end());
  return server;
}

/** The id of the track that was made from a fixture. */
export async function trackId({ core }: TestServer, fixture: string): Promise<number> {
  const { items } = await core.methods.listTracks({ offset: 0, limit: 500 });
  for (const { id } of items) {
    if ((await core.methods.getTrack(id)).path.endsWith(`/${fixture}`)) return id;
  }
  throw new Error(`${fixture} is not in the library`);
}
