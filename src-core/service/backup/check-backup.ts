import type { BackupRecord } from '../../database/backup/records.ts';
import { invalid, readBackup } from './backup-lines.ts';

/**
 * Reads a backup to its end and throws if anything in it is not as it should be, so that nothing is changed by half a
 * backup, or by one that was made to do harm.
 * @throws {SegueError} what {@link readBackup} throws; 'backup-invalid' for what names a track that is not in it
 */
export async function checkBackup(path: string): Promise<void> {
  const tracks = new Set<number>();
  for await (const record of readBackup(path)) {
    if (record.kind === 'track') {
      if (tracks.has(record.id)) throw invalid(path, `it holds track ${record.id} twice`);
      tracks.add(record.id);
    }
    const unknown = namedTracks(record).find((id) => !tracks.has(id));
    if (unknown !== undefined) throw invalid(path, `it speaks of track ${unknown}, which it does not hold`);
    const fault = curveFault(record);
    if (fault !== null) throw invalid(path, fault);
  }
}

function namedTracks(record: BackupRecord): readonly number[] {
  switch (record.kind) {
    case 'curve':
    case 'play':
      return [record.track];
    case 'playlist':
      return record.tracks;
    case 'queue':
      return record.entries.map(({ track }) => track);
    default:
      return [];
  }
}

function curveFault(record: BackupRecord): string | null {
  if (record.kind !== 'curve') return null;
  const { arousal, valence, arousalUncertainty, valenceUncertainty } = record;
  const size = bytesOf(arousal);
  const doubts = [arousalUncertainty, valenceUncertainty].filter((bytes) => bytes !== null);
  const isWhole = size % 2 === 0 && bytesOf(valence) === size;
  if (isWhole && doubts.length !== 1 && doubts.every((bytes) => bytesOf(bytes) * 2 === size)) return null;
  return `the curve of track ${record.track} is damaged`;
}

function bytesOf(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}
