import { readNetwork } from '../emotion/model-files/read-network.ts';
import { shippedModel } from '../emotion/models.ts';

/**
 * The version of the curves that a clip model computes: a hash of its weights.
 * @param directory of the model; the one that comes with Segue if left out
 * @throws {SegueError} 'model-invalid'
 */
export async function clipModelVersion(directory: string | URL = shippedModel('clip')): Promise<string> {
  return (await readNetwork(directory)).modelVersion;
}
