import { NetworkRunner } from '../kernel/network-runner.ts';
import type { LstmState } from '../kernel/trainer-types.ts';
import type { RecurrentNetwork } from '../network.ts';
import type { EmotionEngine, PreparedNetwork, PreparedSongNetwork } from './engine.ts';

/** The default engine: the kernel of `../kernel`. */
export const wasmEngine: EmotionEngine = {
  name: 'wasm',
  clip: prepare,
  song: prepareSong,
  sequence: prepare,
};

function prepare(network: RecurrentNetwork): PreparedNetwork {
  const runner = new NetworkRunner(network);
  return {
    network,
    run: (input, batch, steps) => runner.run(input, batch, steps),
    dispose: () => undefined,
  };
}

/** Memory stays the same however long the song is: what came before is in the layers' states alone. */
function prepareSong(network: RecurrentNetwork): PreparedSongNetwork {
  const runner = new NetworkRunner(network);
  return {
    network,
    start: () => {
      const state = zeroState(network);
      return {
        push: (input, steps) => (steps === 0 ? new Float32Array() : runner.run(input, 1, steps, state)),
        finish: () => new Float32Array(),
      };
    },
    dispose: () => undefined,
  };
}

function zeroState({ layers }: RecurrentNetwork): LstmState {
  const zeros = (): Float32Array[] =>
    layers.flatMap((layer) => (layer.kind === 'lstm' ? [new Float32Array(layer.units)] : []));
  return { hidden: zeros(), cell: zeros() };
}
