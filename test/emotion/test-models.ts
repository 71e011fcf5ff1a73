import { wasmEngine } from '../../src-core/emotion/engines/wasm-engine.ts';
import type {
  ClipNormalisation,
  SequenceNormalisation,
} from '../../src-core/emotion/model-files/normalisation-types.ts';
import type { ClipModel, SequenceModel } from '../../src-core/emotion/models.ts';
import type { RecurrentNetwork } from '../../src-core/emotion/network.ts';

const COMMON = { version: 'test', heldOutError: { arousal: 0.2, valence: 0.2 } } as const;

export function clipModel(
  network: RecurrentNetwork,
  normalisation: ClipNormalisation = { kind: 'per-clip' },
): ClipModel {
  return { ...COMMON, normalisation, network: wasmEngine.clip(network), song: null };
}

export function sequenceModel(
  network: RecurrentNetwork,
  normalisation: SequenceNormalisation,
): SequenceModel {
  return { ...COMMON, normalisation, network: wasmEngine.sequence(network) };
}
