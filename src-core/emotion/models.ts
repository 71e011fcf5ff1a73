import { CLIP_FRAMES, MEL_BANDS } from '../audio/constants.ts';
import type { EmotionEngine, PreparedNetwork } from './engines/engine.ts';
import { wasmEngine } from './engines/wasm-engine.ts';
import { readModelCard } from './model-files/model-card.ts';
import type { ModelCard } from './model-files/model-card.ts';
import type { ClipNormalisation, SequenceNormalisation } from './model-files/normalisation-types.ts';
import { modelInvalid, modelPath } from './model-files/read-json.ts';
import { readNetwork } from './model-files/read-network.ts';
import { readClipNormalisation, readSequenceNormalisation } from './model-files/read-normalisation.ts';
import type { RecurrentNetwork } from './network.ts';

/** A model ready to run. Its numbers are the same for the same input, in any order of calls. */
interface Model {
  /** First 16 hexadecimal digits of the SHA-256 of the weights. */
  readonly version: string;
  /** Root mean square error of each axis on data held out of training, in units of the axes. */
  readonly heldOutError: ModelCard['heldOutError'];
  readonly network: PreparedNetwork;
}

/** Hears one clip: mel spectrogram in, arousal and valence out. */
export interface ClipModel extends Model {
  readonly normalisation: ClipNormalisation;
}

/** Reads the end of a curve and says how it goes on. */
export interface SequenceModel extends Model {
  readonly normalisation: SequenceNormalisation;
}

/** The folder of a model that comes with Segue. */
export function shippedModel(name: 'clip' | 'sequence'): URL {
  return new URL(`../../resources/models/${name}/`, import.meta.url);
}

/**
 * Loads a clip model: `model.json`, its weights, `normalisation.json`, `card.json`.
 * @throws SegueError `model-invalid` with the path of the file at fault.
 */
export async function loadClipModel(
  directory: string | URL,
  engine: EmotionEngine = wasmEngine,
): Promise<ClipModel> {
  const { network, modelVersion } = await readNetwork(directory);
  const normalisation = await readClipNormalisation(directory);
  const { heldOutError } = await readModelCard(directory);
  requireShape(directory, network, { steps: CLIP_FRAMES, inputs: MEL_BANDS, outputs: 2 });
  return { version: modelVersion, heldOutError, normalisation, network: engine.clip(network) };
}

/**
 * Loads a sequence model from the same four files.
 * @throws SegueError `model-invalid` with the path of the file at fault.
 */
export async function loadSequenceModel(
  directory: string | URL,
  engine: EmotionEngine = wasmEngine,
): Promise<SequenceModel> {
  const { network, modelVersion } = await readNetwork(directory);
  const normalisation = await readSequenceNormalisation(directory);
  const { heldOutError } = await readModelCard(directory);
  requireShape(directory, network, {
    steps: normalisation.history,
    inputs: normalisation.input === 'level-and-offset' ? 4 : 2,
    outputs: 2 * normalisation.horizon,
  });
  return { version: modelVersion, heldOutError, normalisation, network: engine.sequence(network) };
}

function requireShape(
  directory: string | URL,
  network: RecurrentNetwork,
  wanted: { readonly steps: number; readonly inputs: number; readonly outputs: number },
): void {
  const top = network.layers[network.layers.length - 1];
  const outputs = top.kind === 'dense' ? top.outputs : top.units;
  const steps = network.steps ?? wanted.steps;
  if (steps === wanted.steps && network.inputs === wanted.inputs && outputs === wanted.outputs) return;
  throw modelInvalid(
    modelPath(directory, 'model.json'),
    `it maps ${steps} x ${network.inputs} numbers to ${outputs}, ` +
      `expected ${wanted.steps} x ${wanted.inputs} to ${wanted.outputs}`,
  );
}
