// Decibels of power: 10 log10 x = (10 / ln 10) (e ln 2 + ln m) with x = 2^e m and m in [sqrt(1/2), sqrt(2)).

// ln m = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1) / (m + 1), |s| < 0.172: five terms leave less than 1e-9.
const TABLE = memory.data<f32>([
  8.685889638,
  2.895296546,
  1.737177928,
  1.240841377,
  0.965098849, // 20 / ln 10 over 1, 3, 5, 7, 9
  3.010299957, // 10 log10 2
  1.0,
]);

function constant(index: usize): v128 {
  return v128.load32_splat(TABLE + index * 4);
}

/** Bits of sqrt(1/2): taking them off makes the exponent field count from there. */
const SQRT_HALF_BITS: i32 = 0x3f3504f3;

/**
 * values = 10 log10(max(values, floor)), in place; `floor` is positive, `count` a multiple of 4. What is not a
 * positive finite number counts as `floor`.
 */
export function decibels(count: usize, values: usize, floor: f32): void {
  const end = values + count * 4;
  while (values < end) {
    let x = v128.load(values);
    const usable = v128.and(f32x4.gt(x, f32x4.splat(floor)), f32x4.lt(x, f32x4.splat(Infinity)));
    x = v128.bitselect(x, f32x4.splat(floor), usable);
    const exponent = i32x4.shr_s(i32x4.sub(x, i32x4.splat(SQRT_HALF_BITS)), 23);
    const m = i32x4.sub(x, i32x4.shl(exponent, 23));
    const s = f32x4.div(f32x4.sub(m, constant(6)), f32x4.add(m, constant(6)));
    const square = f32x4.mul(s, s);
    let p = f32x4.relaxed_madd(constant(4), square, constant(3));
    p = f32x4.relaxed_madd(p, square, constant(2));
    p = f32x4.relaxed_madd(p, square, constant(1));
    p = f32x4.relaxed_madd(p, square, constant(0));
    const whole = f32x4.mul(f32x4.convert_i32x4_s(exponent), constant(5));
    v128.store(values, f32x4.relaxed_madd(p, s, whole));
    values += 16;
  }
}

/** values = (values - shift) * scale, column by column, in place; `columns` is a multiple of 4. */
export function standardise(rows: i32, columns: usize, values: usize, shift: usize, scale: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let column: usize = 0; column < columns * 4; column += 16) {
      const centred = f32x4.sub(v128.load(values), v128.load(shift + column));
      v128.store(values, f32x4.mul(centred, v128.load(scale + column)));
      values += 16;
    }
  }
}
