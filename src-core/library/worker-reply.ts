import { SegueError, toSegueError, type ErrorReport } from '../contract/errors.ts';

/** What a worker sends back. Errors lose their class between threads, so they travel in their plain form. */
export type WorkerReply<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly error: ErrorReport };

/** Runs a worker's task; never rejects, so that a rejected task can only mean a worker that died. */
export async function reply<Result>(path: string, work: () => Promise<Result>): Promise<WorkerReply<Result>> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    return { ok: false, error: toSegueError(error, 'internal', path).toReport() };
  }
}

/** @throws {SegueError} the worker's */
export function unwrap<Result>(answer: WorkerReply<Result>): Result {
  if (answer.ok) return answer.result;
  const { code, message, path } = answer.error;
  throw new SegueError(code, message, { path });
}
