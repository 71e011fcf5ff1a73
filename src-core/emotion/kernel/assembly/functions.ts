// Logistic function, hyperbolic tangent and exponential linear unit of four floats, each within about 2e-7 of the true value.

// Constants are read from memory: engines load and spread one in a single instruction, but need several to make one
// up. Each is named below by its offset in bytes.
const TABLE = memory.data<f32>([
  -1.44269504, 2.88539008, -126.0, 126.0, 12582912.0, 1.0, 2.0,
  // Minimax polynomial of 2^f on [-1/2, 1/2], powers 1 to 6, relative error 2e-9 (fitted by Remez exchange).
  0.6931472057372672, 0.24022646890634122, 0.0555032877696562, 0.009618488957126619, 0.001339993121915639,
  0.00015345811998534185, 1.44269504,
]);
const MINUS_LOG2_E: usize = 0;
const TWO_LOG2_E: usize = 4;
const LOWEST: usize = 8;
const HIGHEST: usize = 12;
/** 1.5 * 2^23: adding it rounds to an integer and leaves that integer in the low bits of the sum. */
const ROUND: usize = 16;
const ONE: usize = 20;
const TWO: usize = 24;
const POWER_1: usize = 28;
const POWER_2: usize = 32;
const POWER_3: usize = 36;
const POWER_4: usize = 40;
const POWER_5: usize = 44;
const POWER_6: usize = 48;
const LOG2_E: usize = 52;

function constant(offset: usize): v128 {
  return v128.load32_splat(TABLE + offset);
}

/** 2^t; t is held within [-126, 126], beyond which the callers' results no longer change. */
function exp2(t: v128): v128 {
  t = f32x4.pmin(constant(HIGHEST), f32x4.pmax(constant(LOWEST), t));
  const rounded = f32x4.add(t, constant(ROUND));
  const f = f32x4.sub(t, f32x4.sub(rounded, constant(ROUND)));
  let p = f32x4.relaxed_madd(constant(POWER_6), f, constant(POWER_5));
  p = f32x4.relaxed_madd(p, f, constant(POWER_4));
  p = f32x4.relaxed_madd(p, f, constant(POWER_3));
  p = f32x4.relaxed_madd(p, f, constant(POWER_2));
  p = f32x4.relaxed_madd(p, f, constant(POWER_1));
  p = f32x4.relaxed_madd(p, f, constant(ONE));
  // Multiply by 2^integer: add the integer to the exponent's bits.
  return i32x4.add(p, i32x4.shl(rounded, 23));
}

/** 1 / (1 + e^-x) */
export function sigmoid(x: v128): v128 {
  return f32x4.div(constant(ONE), f32x4.add(constant(ONE), exp2(f32x4.mul(x, constant(MINUS_LOG2_E)))));
}

/** tanh x = 1 - 2 / (1 + e^2x) */
export function tanh(x: v128): v128 {
  const e = exp2(f32x4.mul(x, constant(TWO_LOG2_E)));
  return f32x4.sub(constant(ONE), f32x4.div(constant(TWO), f32x4.add(constant(ONE), e)));
}

/** x, or e^x - 1 below 0 */
export function elu(x: v128): v128 {
  const zero = f32x4.splat(0.0);
  const below = f32x4.sub(exp2(f32x4.mul(f32x4.pmin(zero, x), constant(LOG2_E))), constant(ONE));
  return v128.bitselect(x, below, f32x4.gt(x, zero));
}
