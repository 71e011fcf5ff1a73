import { NetworkRunner } from '../kernel/network-runner.ts';
import type { RecurrentNetwork } from '../network.ts';
import type { EmotionEngine, PreparedNetwork } from './engine.ts';

/** The default engine: the kernel of `../kernel`. */
export const wasmEngine: EmotionEngine = {
  name: 'wasm',
  clip: prepare,
  song: prepare,
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
