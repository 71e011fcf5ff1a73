import { constants, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import type { TrackAnalysis } from '../contract/analysis.ts';
import { chooseEngine } from '../emotion/engines/choose-engine.ts';
import { loadClipModel, type ClipModel } from '../emotion/models.ts';
import { analyseFile } from './analyse-file.ts';
import type { AnalysisTask, AnalysisWorkerData } from './analysis-pool.ts';
import { reply, type WorkerReply } from './worker-reply.ts';

let loadedModel: Promise<ClipModel> | undefined;

// Whatever the computer does besides goes first, music and the page above all. Only Linux gives a thread a priority of
// its own (setpriority(2), "C library/kernel differences"); elsewhere it would be the whole program's.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

/** Runs in a worker thread, which loads the model with its first file and keeps it. */
export default function analyse({ path }: AnalysisTask): Promise<WorkerReply<TrackAnalysis>> {
  return reply(path, async () => {
    loadedModel ??= loadModel();
    return analyseFile(path, await loadedModel);
  });
}

async function loadModel(): Promise<ClipModel> {
  const { modelDirectory } = workerData as AnalysisWorkerData;
  // What could not be met of the wish is said once by the program, not by each of its threads.
  const { engine } = await chooseEngine(process.env.SEGUE_ENGINE);
  return loadClipModel(modelDirectory, engine);
}
