import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SegueError } from '../../src-core/contract/errors.ts';
import {
  writeModel,
  writeNetwork,
  writeNormalisation,
} from '../../src-core/emotion/model-files/write-model.ts';
import { loadClipModel } from '../../src-core/emotion/models.ts';
import type { RecurrentNetwork } from '../../src-core/emotion/network.ts';
import { randomNetwork, type NetworkOptions } from './networks.ts';
import { makeFolder } from '../support/make-folder.ts';
import {
  BACKWARD_NETWORK,
  CLIP_NETWORK,
  CLIP_NORMALISATION,
  FORWARD_NETWORK,
  LANDMARK_NETWORK,
  SONG_NORMALISATION,
} from './song-models.ts';

async function folderWith(
  backward: RecurrentNetwork = BACKWARD_NETWORK,
  normalisation = SONG_NORMALISATION,
  landmarks: RecurrentNetwork = LANDMARK_NETWORK,
): Promise<string> {
  const folder = makeFolder();
  const card = { heldOutError: { arousal: 0.15, valence: 0.2 } };
  await writeModel(folder, 'clip', CLIP_NETWORK, { normalisation: CLIP_NORMALISATION, card });
  await writeNetwork(join(folder, 'song', 'forward'), 'forward', FORWARD_NETWORK);
  await writeNetwork(join(folder, 'song', 'backward'), 'backward', backward);
  await writeNetwork(join(folder, 'song', 'landmarks'), 'landmarks', landmarks);
  await writeNormalisation(join(folder, 'song'), normalisation);
  return folder;
}

function landmarksOf(options: Partial<NetworkOptions>): RecurrentNetwork {
  return randomNetwork({ inputs: LANDMARK_NETWORK.inputs, steps: 1, units: [], outputs: [5, 2], ...options });
}

async function refusal(folder: string): Promise<[string, string | undefined]> {
  const error: unknown = await loadClipModel(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SegueError);
  return [(error as SegueError).code, (error as SegueError).path];
}

test('a clip model with song networks is loaded whole', async () => {
  const model = await loadClipModel(await folderWith());
  expect(model.song?.normalisation).toEqual(SONG_NORMALISATION);
  expect(model.song?.backward.network.inputs).toBe(BACKWARD_NETWORK.inputs);
});

test('its version covers all networks and both normalisations', async () => {
  const versionOf = async (folder: string): Promise<string> => (await loadClipModel(folder)).version;
  const plain = await versionOf(await folderWith());
  expect(await versionOf(await folderWith())).toBe(plain);
  const otherSong = randomNetwork({
    inputs: BACKWARD_NETWORK.inputs,
    steps: null,
    units: [9],
    returnSequences: true,
    outputs: [4],
    seed: 4,
  });
  const edited = await folderWith();
  const path = join(edited, 'normalisation.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('"pooling": "mean"', '"pooling": "last"'));
  const others = [
    await versionOf(await folderWith(otherSong)),
    await versionOf(await folderWith(BACKWARD_NETWORK, { ...SONG_NORMALISATION, smoothingReach: 1 })),
    await versionOf(edited),
    await versionOf(await folderWith(BACKWARD_NETWORK, SONG_NORMALISATION, landmarksOf({ seed: 4 }))),
  ];
  expect(new Set([plain, ...others]).size).toBe(5);
});

describe('a model is refused where', () => {
  test.each(['forward/model.json', 'backward/weights.bin', 'landmarks/weights.bin', 'normalisation.json'])(
    'song/%s is missing',
    async (name) => {
      const folder = await folderWith();
      await rm(join(folder, 'song', name));
      expect(await refusal(folder)).toEqual(['model-invalid', join(folder, 'song', name)]);
    },
  );

  const shape = {
    inputs: BACKWARD_NETWORK.inputs,
    steps: null,
    units: [4],
    returnSequences: true,
    outputs: [4],
  };
  test.each([
    ['reads another description', { ...shape, inputs: shape.inputs + 1 }],
    ['gives a pair alone', { ...shape, outputs: [2] }],
    ['answers once', { ...shape, returnSequences: false }],
    ['reads a fixed number of clips', { ...shape, steps: 10 }],
  ])('its song network %s', async (_name, options) => {
    const folder = await folderWith(randomNetwork(options));
    expect(await refusal(folder)).toEqual(['model-invalid', join(folder, 'song', 'backward', 'model.json')]);
  });

  test.each([
    ['reads another description', { inputs: LANDMARK_NETWORK.inputs - 1 }],
    ['gives one number alone', { outputs: [5, 1] }],
  ])('its landmark network %s', async (_name, options) => {
    const folder = await folderWith(BACKWARD_NETWORK, SONG_NORMALISATION, landmarksOf(options));
    expect(await refusal(folder)).toEqual(['model-invalid', join(folder, 'song', 'landmarks', 'model.json')]);
  });

  test.each([
    ['too few means', { mean: [0], standardDeviation: [1] }],
    ['unequal lists', { mean: SONG_NORMALISATION.mean.slice(1) }],
    ['an arousal that falls with loudness', { arousalPerDb: -0.1 }],
    ['a reach of half a clip', { smoothingReach: 0.5 }],
    ['no uncertainty', { uncertaintyScale: { arousal: 0, valence: 1 } }],
    ['a share above the whole', { surroundings: { ...SONG_NORMALISATION.surroundings, share: 1.1 } }],
    ['a description too short', { surroundings: { ...SONG_NORMALISATION.surroundings, mean: [0] } }],
  ])('its song normalisation has %s', async (_name, wrong) => {
    const folder = await folderWith(BACKWARD_NETWORK, { ...SONG_NORMALISATION, ...wrong });
    expect(await refusal(folder)).toEqual(['model-invalid', join(folder, 'song', 'normalisation.json')]);
  });
});
