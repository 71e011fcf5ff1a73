import { CLIP_FRAMES } from '../audio/constants.ts';
import type { EmotionEngine, PreparedNetwork } from './engines/engine.ts';
import { wasmEngine } from './engines/wasm-engine.ts';
import { CLIP_STATISTICS_SIZE } from './hearing/clip-statistics.ts';
import { inputBands } from './hearing/normalise-clip.ts';
import { mixtureInputs } from './mixture-input.ts';
import { combinedVersion } from './model-files/combined-version.ts';
import { readModelCard } from './model-files/model-card.ts';
import type { ModelCard } from './model-files/model-card.ts';
import type {
  ClipNormalisation,
  SequenceNormalisation,
  SongNormalisation,
} from './model-files/normalisation-types.ts';
import { modelInvalid, modelPath } from './model-files/read-json.ts';
import { readNetwork } from './model-files/read-network.ts';
import {
  readClipNormalisation,
  readSequenceNormalisation,
  readSongNormalisation,
} from './model-files/read-normalisation.ts';
import { answersEveryStep, outputsOf, type RecurrentNetwork } from './network.ts';
import { SONG_ANSWERS } from './song/song-curve.ts';
import { LANDMARK_INPUTS } from './song/surroundings.ts';

/** A model ready to run. Its numbers are the same for the same input, in any order of calls. */
interface Model {
  /** 16 hexadecimal digits that change with anything that its numbers depend on. */
  readonly version: string;
  /** Root mean square error of each axis on data held out of training, in units of the axes. */
  readonly heldOutError: ModelCard['heldOutError'];
  readonly network: PreparedNetwork;
}

/** Hears clips: mel spectrograms in, arousal and valence out. */
export interface ClipModel extends Model {
  readonly normalisation: ClipNormalisation;
  /** What reads on from the clips, or null where the network's output for a clip is the answer. */
  readonly song: SongPart | null;
}

/** Reads the clips of a song in both directions: descriptions in, arousal, valence and their uncertainty out. */
export interface SongPart {
  readonly forward: PreparedNetwork;
  readonly backward: PreparedNetwork;
  /** Answers by which of the training set's excerpts the music around is like. */
  readonly landmarks: PreparedNetwork;
  readonly normalisation: SongNormalisation;
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
 * Loads a clip model: `model.json`, its weights, `normalisation.json`, `card.json` and, where the normalisation asks
 * for them, the song networks in the folders `song/forward`, `song/backward` and `song/landmarks` with a normalisation
 * in `song`.
 * @throws SegueError `model-invalid` with the path of the file at fault.
 */
export async function loadClipModel(
  directory: string | URL,
  engine: EmotionEngine = wasmEngine,
): Promise<ClipModel> {
  const { network, modelVersion } = await readNetwork(directory);
  const normalisation = await readClipNormalisation(directory);
  const { heldOutError } = await readModelCard(directory);
  const common = { heldOutError, normalisation, network: engine.clip(network) };
  const clipInput = { steps: CLIP_FRAMES, inputs: inputBands(normalisation) };
  if (normalisation.context !== 'song') {
    requireShape(directory, network, { ...clipInput, outputs: 2 });
    return { ...common, version: combinedVersion(modelVersion, normalisation), song: null };
  }
  requireShape(directory, network, { ...clipInput, outputs: outputsOf(network) });
  const folder = modelPath(directory, 'song');
  const songNormalisation = await readSongNormalisation(folder);
  const inputs = outputsOf(network) + CLIP_STATISTICS_SIZE;
  if (normalisation.kind !== 'audible') {
    throw modelInvalid(modelPath(directory, 'normalisation.json'), 'a song network needs audible levels');
  }
  if (songNormalisation.mean.length !== inputs) {
    const reason = `mean holds ${songNormalisation.mean.length} numbers, expected ${inputs}`;
    throw modelInvalid(modelPath(folder, 'normalisation.json'), reason);
  }
  const [forward, backward] = await Promise.all(
    ['forward', 'backward'].map((way) => readSongNetwork(modelPath(folder, way), inputs)),
  );
  const landmarks = await readNetwork(modelPath(folder, 'landmarks'));
  const landmarkShape = { steps: 1, inputs: LANDMARK_INPUTS, outputs: 2 };
  requireShape(modelPath(folder, 'landmarks'), landmarks.network, landmarkShape);
  return {
    ...common,
    version: combinedVersion(
      modelVersion,
      normalisation,
      forward.modelVersion,
      backward.modelVersion,
      landmarks.modelVersion,
      songNormalisation,
    ),
    song: {
      forward: engine.song(forward.network),
      backward: engine.song(backward.network),
      landmarks: engine.song(landmarks.network),
      normalisation: songNormalisation,
    },
  };
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
  requireShape(directory, network, sequenceShape(normalisation));
  return {
    version: combinedVersion(modelVersion, normalisation),
    heldOutError,
    normalisation,
    network: engine.sequence(network),
  };
}

function sequenceShape(normalisation: SequenceNormalisation): NetworkShape {
  if (normalisation.kind === 'recursive') return { steps: normalisation.history, inputs: 2, outputs: 2 };
  const { forecastSteps, regressions } = normalisation;
  const outputs = 4 * forecastSteps + regressions.length;
  return { steps: null, inputs: mixtureInputs(normalisation), outputs };
}

async function readSongNetwork(
  folder: string,
  inputs: number,
): Promise<{ network: RecurrentNetwork; modelVersion: string }> {
  const read = await readNetwork(folder);
  const path = modelPath(folder, 'model.json');
  if (read.network.steps !== null) throw modelInvalid(path, 'it reads a fixed number of clips');
  if (!answersEveryStep(read.network)) throw modelInvalid(path, 'it answers for the last clip only');
  requireShape(folder, read.network, { steps: null, inputs, outputs: SONG_ANSWERS });
  return read;
}

interface NetworkShape {
  readonly steps: number | null;
  readonly inputs: number;
  readonly outputs: number;
}

function requireShape(directory: string | URL, network: RecurrentNetwork, wanted: NetworkShape): void {
  const outputs = outputsOf(network);
  const steps = network.steps ?? wanted.steps;
  if (steps === wanted.steps && network.inputs === wanted.inputs && outputs === wanted.outputs) return;
  const sizes = (count: number | null, inputs: number, out: number): string =>
    `${count ?? 'any number of'} x ${inputs} numbers to ${out}`;
  throw modelInvalid(
    modelPath(directory, 'model.json'),
    `it maps ${sizes(steps, network.inputs, outputs)}, ` +
      `expected ${sizes(wanted.steps, wanted.inputs, wanted.outputs)}`,
  );
}
