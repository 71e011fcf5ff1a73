import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { createTfjsEngine } from '../../src-core/emotion/engines/tfjs-engine.ts';
import { wasmEngine } from '../../src-core/emotion/engines/wasm-engine.ts';
import type { EmotionEngine } from '../../src-core/emotion/engines/engine.ts';
import { createTrainer } from '../../src-core/emotion/kernel/trainer.ts';
import { paperNetwork } from '../emotion/networks.ts';
import { TestRandom } from '../emotion/random.ts';

const FRAMES = 44;
const BANDS = 128;
const BATCH = 256;
/** A training batch: the clips of one song. */
const TRAINING_CLIPS = 58;

/**
 * The paper's four-layer clip network in batches of 256, on this process's CPU time: the kernel against
 * TensorFlow.js's own WebAssembly backend; and one training step of the kernel. Rows of what, measured, wanted.
 */
export async function measureKernel(): Promise<[string, string, string][]> {
  setWasmPaths(
    fileURLToPath(new URL('../../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url)),
  );
  await tf.setBackend('wasm');
  await tf.ready();
  if (tf.getBackend() !== 'wasm') throw new Error('the wasm backend of TensorFlow.js does not load');
  const kernel = clipsPerSecond(wasmEngine, 20);
  const reference = clipsPerSecond(createTfjsEngine(tf), 3);
  return [
    ['LSTM kernel, clips a second', kernel.toFixed(0), '≥ 6000'],
    ['tfjs-wasm, clips a second', reference.toFixed(0), ''],
    ['kernel over tfjs-wasm', `${(kernel / reference).toFixed(1)} x`, '≥ 5 x'],
    [`training step of ${TRAINING_CLIPS} clips`, `${trainingStepMs().toFixed(1)} ms`, '≤ 15 ms'],
  ];
}

/** Clips per second of this process's CPU time, after one run to warm up. */
function clipsPerSecond(engine: EmotionEngine, runs: number): number {
  const network = engine.clip(paperNetwork());
  const input = new TestRandom(1).floats(BATCH * FRAMES * BANDS);
  const milliseconds = cpuMs(runs, () => network.run(input, BATCH, FRAMES));
  network.dispose();
  return (BATCH * 1000) / milliseconds;
}

function trainingStepMs(): number {
  const lstm = {
    kind: 'lstm',
    inputs: BANDS,
    units: [20, 20, 20, 20],
    maxBatch: TRAINING_CLIPS,
    maxSteps: FRAMES,
  } as const;
  const trainer = createTrainer({ lstm }, { seed: 1 });
  const random = new TestRandom(2);
  const input = random.floats(TRAINING_CLIPS * FRAMES * BANDS);
  const gradient = random.floats(TRAINING_CLIPS * FRAMES * 20, 0.01);
  return cpuMs(40, () => {
    trainer.modules.lstm.forward(input, TRAINING_CLIPS, FRAMES);
    trainer.modules.lstm.backward(gradient);
    trainer.adamStep({ learningRate: 1e-3, clipNorm: 1 });
  });
}

/** Mean CPU time of a call in milliseconds: other programs on the machine do not count. */
function cpuMs(runs: number, call: () => void): number {
  call();
  call();
  const before = process.cpuUsage();
  for (let i = 0; i < runs; i++) call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}
