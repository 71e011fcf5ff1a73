import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { io } from '@tensorflow/tfjs';

interface ModelJson {
  modelTopology: object;
  weightsManifest: { paths: string[]; weights: io.WeightsManifestEntry[] }[];
}

/** What a browser's loader does with `model.json`, from a folder. */
export function fileHandler(folder: string): io.IOHandler {
  return {
    load: async () => {
      const model = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as ModelJson;
      const paths = model.weightsManifest.flatMap((group) => group.paths);
      const parts = await Promise.all(paths.map((path) => readFile(join(folder, path))));
      return {
        modelTopology: model.modelTopology,
        weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
        weightData: Uint8Array.from(Buffer.concat(parts)).buffer,
      };
    },
  };
}
