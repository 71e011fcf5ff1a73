import type { Art } from '../database/art.ts';
import type { FileContent, TrackTags } from '../database/tracks.ts';
import { fingerprintFile } from './fingerprint.ts';
import { readTags, tagsFromName } from './read-tags.ts';

/** Everything about a file that can be had without decoding it. */
export interface ProbedFile {
  readonly content: FileContent;
  readonly tags: TrackTags;
  readonly art: Art | null;
}

/**
 * @param withTags false for a file whose tags have brought the reader down: its name has to do
 * @throws {SegueError} as {@link fingerprintFile}
 */
export async function probeFile(path: string, withTags: boolean): Promise<ProbedFile> {
  const content = await fingerprintFile(path);
  return { content, ...(withTags ? await readTags(path) : { tags: tagsFromName(path), art: null }) };
}
