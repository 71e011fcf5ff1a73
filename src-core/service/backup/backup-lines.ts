import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as v from 'valibot';
import { SegueError, systemCodeOf } from '../../contract/errors.ts';
import { BACKUP_FORMAT, RecordSchema, type BackupRecord } from '../../database/backup/records.ts';
import { toFileError } from '../../library/file-error.ts';

/** A playlist of a million tracks or the curve of a week-long file stays below it; anything longer is no backup. */
const LINE_LIMIT_CHARACTERS = 32 * 1024 * 1024;

export const FORMAT_NAME = 'segue-backup';
const HeaderSchema = v.object({
  format: v.literal(FORMAT_NAME),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  createdAtMs: v.number(),
});
const EndSchema = v.strictObject({ kind: v.literal('end'), records: v.number() });

/**
 * The records of a backup, each checked, one at a time.
 * @throws {SegueError} 'backup-invalid' at the first line that is not as it should be, or where the end is missing;
 *   'backup-from-future'; 'not-found', 'permission-denied', 'read-failed'
 */
export async function* readBackup(path: string): AsyncGenerator<BackupRecord> {
  let count = -1;
  let isEnded = false;
  for await (const line of linesOf(path)) {
    if (isEnded) throw invalid(path, 'something follows its end');
    const value = parsed(line, path);
    if (count < 0) checkHeader(value, path);
    else if (v.is(EndSchema, value)) {
      if (value.records !== count) throw invalid(path, `it holds ${count} records, not ${value.records}`);
      isEnded = true;
    } else yield checkedRecord(value, path, count + 2);
    count++;
  }
  if (!isEnded) throw invalid(path, 'its end is missing');
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createGunzip();
  // Without a callback the failure of either would go unheard; it comes up in the loop below.
  pipeline(createReadStream(path), text, () => undefined);
  text.setEncoding('utf8');
  // Pieces of a line are joined once: joining at every piece would make a long line take forever.
  let begun: string[] = [];
  let length = 0;
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const [rest, ...others] = chunk.split('\n');
      begun.push(rest);
      length += rest.length;
      if (length > LINE_LIMIT_CHARACTERS) throw invalid(path, 'a line is too long');
      if (others.length === 0) continue;
      const last = others.pop()!;
      yield begun.join('');
      yield* others;
      begun = [last];
      length = last.length;
    }
  } catch (error) {
    if (error instanceof SegueError) throw error;
    const code = systemCodeOf(error) ?? '';
    if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE') {
      throw invalid(path, 'it is damaged or cut short', error);
    }
    throw toFileError(error, path);
  }
  if (length > 0) throw invalid(path, 'its end is missing');
}

function parsed(line: string, path: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw invalid(path, 'a line is not JSON', error);
  }
}

function checkHeader(value: unknown, path: string): void {
  const { success, output } = v.safeParse(HeaderSchema, value);
  if (!success) throw invalid(path, 'it does not begin like one');
  if (output.version > BACKUP_FORMAT) {
    throw new SegueError(
      'backup-from-future',
      `"${path}" was written by a newer version of Segue (format ${output.version}, this one knows ${BACKUP_FORMAT}). Update Segue first.`,
      { path },
    );
  }
}

function checkedRecord(value: unknown, path: string, lineNumber: number): BackupRecord {
  const { success, output, issues } = v.safeParse(RecordSchema, value, { abortEarly: true });
  if (success) return output;
  throw invalid(path, `line ${lineNumber}: ${issues[0].message}`);
}

export function invalid(path: string, why: string, cause?: unknown): SegueError {
  return new SegueError('backup-invalid', `"${path}" is not a whole backup of Segue: ${why}.`, {
    path,
    cause,
  });
}
