import { sigmoid, tanh } from './functions';

// One step of LSTM cells (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000). Units go in
// groups of 4; a row of gates holds, group after group, 4 input gates, 4 forget gates, 4 cell inputs, 4 output gates.

/**
 * Gates `[rows, groups, 16]` before activation become gates after activation, in place; the cell and hidden states
 * follow from them. `cells` = rows * groups. The new cell state may overwrite the previous one.
 */
export function cellForward(cells: i32, gates: usize, previousCell: usize, cell: usize, hidden: usize): void {
  for (let n = 0; n < cells; n++) {
    const i = sigmoid(v128.load(gates));
    const f = sigmoid(v128.load(gates, 16));
    const g = tanh(v128.load(gates, 32));
    const o = sigmoid(v128.load(gates, 48));
    const c = f32x4.add(f32x4.mul(f, v128.load(previousCell)), f32x4.mul(i, g));
    v128.store(gates, i);
    v128.store(gates, f, 16);
    v128.store(gates, g, 32);
    v128.store(gates, o, 48);
    v128.store(cell, c);
    v128.store(hidden, f32x4.mul(o, tanh(c)));
    gates += 64;
    previousCell += 16;
    cell += 16;
    hidden += 16;
  }
}

/**
 * The same step backwards: activated gates become dLoss/dGates (before activation), in place.
 * `hiddenGradient`: dLoss/dHidden with `hiddenStride` bytes a row. `cellGradient` `[rows, groups, 4]`:
 * dLoss/dCell from the following step in, for the previous step out.
 */
export function cellBackward(
  rows: i32,
  groups: i32,
  gates: usize,
  previousCell: usize,
  cell: usize,
  hiddenGradient: usize,
  hiddenStride: usize,
  cellGradient: usize,
): void {
  const one = f32x4.splat(1.0);
  for (let row = 0; row < rows; row++) {
    let dHidden = hiddenGradient;
    for (let group = 0; group < groups; group++) {
      const i = v128.load(gates);
      const f = v128.load(gates, 16);
      const g = v128.load(gates, 32);
      const o = v128.load(gates, 48);
      const t = tanh(v128.load(cell));
      const dh = v128.load(dHidden);
      const dt = f32x4.mul(dh, o);
      const dc = f32x4.add(v128.load(cellGradient), f32x4.sub(dt, f32x4.mul(dt, f32x4.mul(t, t))));
      const di = f32x4.mul(f32x4.mul(dc, g), f32x4.mul(i, f32x4.sub(one, i)));
      const df = f32x4.mul(f32x4.mul(dc, v128.load(previousCell)), f32x4.mul(f, f32x4.sub(one, f)));
      const dg = f32x4.mul(f32x4.mul(dc, i), f32x4.sub(one, f32x4.mul(g, g)));
      const dO = f32x4.mul(f32x4.mul(dh, t), f32x4.mul(o, f32x4.sub(one, o)));
      v128.store(gates, di);
      v128.store(gates, df, 16);
      v128.store(gates, dg, 32);
      v128.store(gates, dO, 48);
      v128.store(cellGradient, f32x4.mul(dc, f));
      gates += 64;
      previousCell += 16;
      cell += 16;
      cellGradient += 16;
      dHidden += 16;
    }
    hiddenGradient += hiddenStride;
  }
}
