import { elu, sigmoid, tanh } from './functions';

// Activations of dense layers: 0 linear, 1 tanh, 2 sigmoid, 3 relu, 4 elu. `count` is a multiple of 4.

/** y = activation(y), in place. */
export function activate(kind: i32, count: usize, y: usize): void {
  if (kind == 0) return;
  const end = y + count * 4;
  while (y < end) {
    const x = v128.load(y);
    if (kind == 1) v128.store(y, tanh(x));
    else if (kind == 2) v128.store(y, sigmoid(x));
    else if (kind == 3) v128.store(y, f32x4.pmax(f32x4.splat(0.0), x));
    else v128.store(y, elu(x));
    y += 16;
  }
}

/** dLoss/dy becomes dLoss/dx, in place, from the activated y. */
export function activateBackward(kind: i32, count: usize, y: usize, gradient: usize): void {
  if (kind == 0) return;
  const one = f32x4.splat(1.0);
  const end = y + count * 4;
  while (y < end) {
    const v = v128.load(y);
    const g = v128.load(gradient);
    if (kind == 1) v128.store(gradient, f32x4.mul(g, f32x4.sub(one, f32x4.mul(v, v))));
    else if (kind == 2) v128.store(gradient, f32x4.mul(g, f32x4.mul(v, f32x4.sub(one, v))));
    else if (kind == 3) v128.store(gradient, v128.and(g, f32x4.gt(v, f32x4.splat(0.0))));
    else v128.store(gradient, f32x4.mul(g, f32x4.pmin(one, f32x4.add(v, one))));
    y += 16;
    gradient += 16;
  }
}
