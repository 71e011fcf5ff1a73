import { statSync } from 'node:fs';
import type { Diagnostics } from '../../contract/api/index.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { libraryStatus } from '../../database/library-status.ts';
import { describeModels } from '../describe-models.ts';

/** What runs here, in figures and in plain words. */
export async function getDiagnostics(db: ReadableDB, version: string): Promise<Diagnostics> {
  const { tracks, missing, withCurve, pending, failed, skipped, durationSeconds, modelVersions } =
    libraryStatus(db);
  const { engine, models } = await describeModels();
  return {
    version,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    databasePath: db.path,
    databaseBytes: sizeOf(db.path) + sizeOf(`${db.path}-wal`),
    counts: { tracks, missing, withCurve, pending, failed, skipped, durationSeconds },
    engine,
    models: models.map((model) => ({ ...model, curveCount: modelVersions[model.version] ?? 0 })),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
