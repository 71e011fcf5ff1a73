import type { SignalSummary } from '../contract/analysis.ts';
import { SegueError } from '../contract/errors.ts';
import { analyseSignal, type EdgeMode, type OnClip } from './analyse-signal.ts';
import { decodePath } from './decode/decode-path.ts';

/**
 * A file's levels, and through `onClip` the mel spectrogram of each of its half seconds: `openPcm` and `analyseSignal`
 * in one, which see to it only once that all samples are sane. Throws what both throw; every SegueError carries
 * the path.
 */
export async function analyseFile(
  path: string,
  onClip: OnClip,
  options: { edges?: EdgeMode | undefined; signal?: AbortSignal | undefined } = {},
): Promise<SignalSummary> {
  try {
    return await analyseSignal(decodePath(path, options.signal), onClip, options);
  } catch (error) {
    if (!(error instanceof SegueError) || error.path !== undefined) throw error;
    throw new SegueError(error.code, error.message, { path, cause: error });
  }
}
