import type { DenseLayer, LstmLayer, NetworkLayer, RecurrentNetwork } from '../../emotion/network.ts';

/**
 * One network whose answer is the mean of its members' answers: their units stand side by side, with zeros between
 * the units of different members. An ensemble thus needs no format of its own.
 * @param members of one shape: LSTM layers, then one linear dense layer
 * @throws {RangeError} where there is no member or they differ in shape.
 */
export function averageNetworks(members: readonly RecurrentNetwork[]): RecurrentNetwork {
  if (members.length === 0) throw new RangeError('An average needs at least one network.');
  const [first] = members;
  if (members.length === 1) return first;
  const layers = first.layers.map((_, depth) => {
    const peers = members.map((member) => member.layers[depth]);
    return mergeLayers(peers, depth);
  });
  return { ...first, layers };
}

function mergeLayers(peers: readonly NetworkLayer[], depth: number): NetworkLayer {
  if (peers.every((peer): peer is LstmLayer => peer.kind === 'lstm')) return mergeLstms(peers, depth === 0);
  if (peers.every((peer): peer is DenseLayer => peer.kind === 'dense' && peer.activation === 'linear')) {
    return mergeDense(peers);
  }
  throw new RangeError('Only LSTM layers under one linear dense layer can be averaged.');
}

/** @param sharedInput whether all members read the same input (the lowest layer) or each its own part of it */
function mergeLstms(peers: readonly LstmLayer[], sharedInput: boolean): LstmLayer {
  const { units: own, inputs: ownInputs } = requireSame(peers, (peer) => `${peer.inputs} ${peer.units}`);
  const units = own * peers.length;
  const inputs = sharedInput ? ownInputs : ownInputs * peers.length;
  const kernel = new Float32Array(inputs * units * 4);
  const recurrent = new Float32Array(units * units * 4);
  const bias = new Float32Array(units * 4);
  peers.forEach((peer, member) => {
    const firstInput = sharedInput ? 0 : member * ownInputs;
    for (let gate = 0; gate < 4; gate++) {
      for (let unit = 0; unit < own; unit++) {
        const from = gate * own + unit;
        const to = gate * units + member * own + unit;
        for (let i = 0; i < ownInputs; i++) {
          kernel[(firstInput + i) * units * 4 + to] = peer.kernel[i * own * 4 + from]!;
        }
        for (let i = 0; i < own; i++) {
          recurrent[(member * own + i) * units * 4 + to] = peer.recurrent[i * own * 4 + from]!;
        }
        bias[to] = peer.bias[from]!;
      }
    }
  });
  return { kind: 'lstm', inputs, units, kernel, recurrent, bias, returnSequences: peers[0].returnSequences };
}

function mergeDense(peers: readonly DenseLayer[]): DenseLayer {
  const { inputs: own, outputs } = requireSame(peers, (peer) => `${peer.inputs} ${peer.outputs}`);
  const kernel = new Float32Array(own * peers.length * outputs);
  const bias = new Float32Array(outputs);
  peers.forEach((peer, member) => {
    peer.kernel.forEach((value, i) => (kernel[member * own * outputs + i] = value / peers.length));
    peer.bias.forEach((value, i) => (bias[i] += value / peers.length));
  });
  return { kind: 'dense', inputs: own * peers.length, outputs, activation: 'linear', kernel, bias };
}

function requireSame<T>(peers: readonly T[], shape: (peer: T) => string): T {
  if (peers.some((peer) => shape(peer) !== shape(peers[0]))) {
    throw new RangeError('Networks of different shapes cannot be averaged.');
  }
  return peers[0];
}
