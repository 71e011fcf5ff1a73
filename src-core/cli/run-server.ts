import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SegueError } from '../contract/errors.ts';
import { readToken } from '../server/token.ts';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { openCore } from '../service/core/open-core.ts';
import { defaultDatabasePath } from '../service/data-folder.ts';
import { buildPage } from './build-page.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { notice } from './notice.ts';
import { findRunningServer, forgetServer, noteServer } from './running-server.ts';
import { openInBrowser } from './open-in-browser.ts';
import { printLine } from './print.ts';

export interface ServeRequest {
  readonly dbPath: string | undefined;
  readonly folders: readonly string[];
  /** Undefined for the usual one or, where that is taken, any other. */
  readonly port: number | undefined;
  readonly isOpened: boolean;
}

/** The same each time, so that a page which is open finds the server again. */
const USUAL_PORT = 4774;

/** Serves the player to this computer's browsers until the program is asked to end. */
export async function runServer({ dbPath = defaultDatabasePath(), ...request }: ServeRequest): Promise<void> {
  const interrupted = abortOnInterrupt();
  const pageFolder = await buildPage();
  const folders = request.folders.map((folder) => resolve(folder));
  const core = await openCore({ dbPath, folders, version: ownVersion() }).catch(async (error: unknown) => {
    if (!(error instanceof SegueError) || error.code !== 'library-in-use') throw error;
    const url = await findRunningServer(dbPath);
    if (url === null) throw error;
    return url;
  });
  if (typeof core === 'string') {
    notice('this library is being served already.');
    if (folders.length > 0) notice('Add folders in the player that is open.');
    printLine(core);
    if (request.isOpened) await openInBrowser(core);
    return;
  }
  const start = (port: number): Promise<RunningServer> =>
    startServer({
      core,
      pageFolder,
      decodedFolder: `${resolve(dbPath)}-decoded`,
      port,
      token: readToken(dbPath),
      onInternalError: (error) => notice(`something went wrong inside: ${describe(error)}`),
    });
  try {
    const server = await (request.port === undefined
      ? start(USUAL_PORT).catch((error: unknown) => {
          if (error instanceof SegueError && error.code === 'usage') return start(0);
          throw error;
        })
      : start(request.port));
    noteServer(dbPath, server.port);
    printLine(server.url);
    if (request.isOpened) await openInBrowser(server.url);
    await untilAborted(interrupted);
    forgetServer(dbPath);
    await server.close();
  } finally {
    await core.close();
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function ownVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
