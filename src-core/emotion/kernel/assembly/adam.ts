/** Sum of squares of `count` floats (a multiple of 4), added up in doubles. */
export function sumOfSquares(count: usize, values: usize): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  const end = values + count * 4;
  while (values < end) {
    const four = v128.load(values);
    const a = f64x2.promote_low_f32x4(four);
    const b = f64x2.promote_low_f32x4(v128.shuffle<f32>(four, four, 2, 3, 0, 1));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
    values += 16;
  }
  const both = f64x2.add(low, high);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

/**
 * One Adam step (Kingma & Ba 2015, algorithm 1) on `count` floats (a multiple of 4).
 * `scale` is applied to the gradient (norm clipping); `correction1`, `correction2` = 1 / (1 - beta^step);
 * `keep` = 1 - learningRate * weightDecay (Loshchilov & Hutter 2019, decoupled).
 */
export function adam(
  count: usize,
  parameter: usize,
  gradient: usize,
  first: usize,
  second: usize,
  scale: f32,
  learningRate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  correction1: f32,
  correction2: f32,
  keep: f32,
): void {
  const rest1 = f32x4.splat(1 - beta1);
  const rest2 = f32x4.splat(1 - beta2);
  const rate = f32x4.splat(learningRate * correction1);
  const end = parameter + count * 4;
  while (parameter < end) {
    const g = f32x4.mul(v128.load(gradient), f32x4.splat(scale));
    const m = f32x4.add(f32x4.mul(v128.load(first), f32x4.splat(beta1)), f32x4.mul(g, rest1));
    const v = f32x4.add(f32x4.mul(v128.load(second), f32x4.splat(beta2)), f32x4.mul(f32x4.mul(g, g), rest2));
    const root = f32x4.sqrt(f32x4.mul(v, f32x4.splat(correction2)));
    const change = f32x4.div(f32x4.mul(rate, m), f32x4.add(root, f32x4.splat(epsilon)));
    v128.store(first, m);
    v128.store(second, v);
    v128.store(parameter, f32x4.sub(f32x4.mul(v128.load(parameter), f32x4.splat(keep)), change));
    parameter += 16;
    gradient += 16;
    first += 16;
    second += 16;
  }
}
