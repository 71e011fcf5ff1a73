import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where the library lies unless a path is given: `SEGUE_DATA`, else the platform's folder for application data. */
export function defaultDatabasePath(environment: NodeJS.ProcessEnv = process.env): string {
  const folder = environment.SEGUE_DATA;
  return join(folder ? resolve(folder) : envPaths('segue', { suffix: '' }).data, 'library.db');
}
