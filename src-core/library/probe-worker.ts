import { probeFile, type ProbedFile } from './probe-file.ts';
import { reply, type WorkerReply } from './worker-reply.ts';

export interface ProbeTask {
  readonly path: string;
  readonly withTags: boolean;
}

/** Runs in a worker thread. */
export default function probe({ path, withTags }: ProbeTask): Promise<WorkerReply<ProbedFile>> {
  return reply(path, () => probeFile(path, withTags));
}
