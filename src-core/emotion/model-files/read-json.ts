import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { SegueError, systemCodeOf } from '../../contract/errors.ts';

/** The path of one of a model's files. */
export function modelPath(directory: string | URL, name: string): string {
  return join(typeof directory === 'string' ? directory : fileURLToPath(directory), name);
}

/** The one way in which a model's file is refused. */
export function modelInvalid(path: string, reason: string, cause?: unknown): SegueError {
  return new SegueError('model-invalid', `The model cannot be used: ${reason} (${path}).`, { path, cause });
}

/** A model's file as bytes. @throws SegueError `model-invalid` */
export async function readModelFile(directory: string | URL, name: string): Promise<Buffer> {
  const path = modelPath(directory, name);
  try {
    return await readFile(path);
  } catch (error) {
    const missing = systemCodeOf(error) === 'ENOENT';
    throw modelInvalid(path, missing ? 'a file is missing' : 'a file cannot be read', error);
  }
}

/** A model's JSON file, validated. @throws SegueError `model-invalid` */
export async function readModelJson<T>(
  directory: string | URL,
  name: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const path = modelPath(directory, name);
  const text = (await readModelFile(directory, name)).toString('utf8');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw modelInvalid(path, 'a file is not JSON', error);
  }
  const result = v.safeParse(schema, parsed);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue);
  throw modelInvalid(path, where === null ? issue.message : `${where}: ${issue.message}`);
}
