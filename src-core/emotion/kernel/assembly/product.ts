// Matrix products. Weights lie in panels of 8 columns, each panel `[depth][8]` without gaps, so that the inner loop
// reads them in order. Strides and sizes of rows are in bytes, counts in rows, panels or floats.

/** Bytes of one row of a panel. */
const PANEL_ROW: usize = 32;

/**
 * out = start + a W + b V for `rows` rows (a multiple of 4) and `panels` panels of columns.
 * `start` is read with its own row stride: 0 for a bias, the output's own for accumulation.
 * `depthA`, `depthB`: floats of a row of a and b, multiples of 4 (0 leaves that product out).
 */
export function multiply(
  rows: i32,
  panels: i32,
  a: usize,
  strideA: usize,
  depthA: usize,
  w: usize,
  b: usize,
  strideB: usize,
  depthB: usize,
  v: usize,
  start: usize,
  strideStart: usize,
  out: usize,
  strideOut: usize,
): void {
  for (let panel = 0; panel < panels; panel++) {
    const column = <usize>panel * PANEL_ROW;
    let a0 = a;
    let b0 = b;
    let s0 = start + column;
    let o0 = out + column;
    for (let row = 0; row < rows; row += 4) {
      let c00 = v128.load(s0),
        c01 = v128.load(s0, 16);
      s0 += strideStart;
      let c10 = v128.load(s0),
        c11 = v128.load(s0, 16);
      s0 += strideStart;
      let c20 = v128.load(s0),
        c21 = v128.load(s0, 16);
      s0 += strideStart;
      let c30 = v128.load(s0),
        c31 = v128.load(s0, 16);
      s0 += strideStart;

      let p = w;
      let r0 = a0,
        r1 = a0 + strideA,
        r2 = r1 + strideA,
        r3 = r2 + strideA;
      a0 = r3 + strideA;
      let end = w + depthA * PANEL_ROW;
      for (let source = 0; source < 2; source++) {
        while (p < end) {
          let w0 = v128.load(p),
            w1 = v128.load(p, 16);
          let x = v128.load32_splat(r0);
          c00 = f32x4.relaxed_madd(x, w0, c00);
          c01 = f32x4.relaxed_madd(x, w1, c01);
          x = v128.load32_splat(r1);
          c10 = f32x4.relaxed_madd(x, w0, c10);
          c11 = f32x4.relaxed_madd(x, w1, c11);
          x = v128.load32_splat(r2);
          c20 = f32x4.relaxed_madd(x, w0, c20);
          c21 = f32x4.relaxed_madd(x, w1, c21);
          x = v128.load32_splat(r3);
          c30 = f32x4.relaxed_madd(x, w0, c30);
          c31 = f32x4.relaxed_madd(x, w1, c31);

          w0 = v128.load(p, 32);
          w1 = v128.load(p, 48);
          x = v128.load32_splat(r0, 4);
          c00 = f32x4.relaxed_madd(x, w0, c00);
          c01 = f32x4.relaxed_madd(x, w1, c01);
          x = v128.load32_splat(r1, 4);
          c10 = f32x4.relaxed_madd(x, w0, c10);
          c11 = f32x4.relaxed_madd(x, w1, c11);
          x = v128.load32_splat(r2, 4);
          c20 = f32x4.relaxed_madd(x, w0, c20);
          c21 = f32x4.relaxed_madd(x, w1, c21);
          x = v128.load32_splat(r3, 4);
          c30 = f32x4.relaxed_madd(x, w0, c30);
          c31 = f32x4.relaxed_madd(x, w1, c31);

          w0 = v128.load(p, 64);
          w1 = v128.load(p, 80);
          x = v128.load32_splat(r0, 8);
          c00 = f32x4.relaxed_madd(x, w0, c00);
          c01 = f32x4.relaxed_madd(x, w1, c01);
          x = v128.load32_splat(r1, 8);
          c10 = f32x4.relaxed_madd(x, w0, c10);
          c11 = f32x4.relaxed_madd(x, w1, c11);
          x = v128.load32_splat(r2, 8);
          c20 = f32x4.relaxed_madd(x, w0, c20);
          c21 = f32x4.relaxed_madd(x, w1, c21);
          x = v128.load32_splat(r3, 8);
          c30 = f32x4.relaxed_madd(x, w0, c30);
          c31 = f32x4.relaxed_madd(x, w1, c31);

          w0 = v128.load(p, 96);
          w1 = v128.load(p, 112);
          x = v128.load32_splat(r0, 12);
          c00 = f32x4.relaxed_madd(x, w0, c00);
          c01 = f32x4.relaxed_madd(x, w1, c01);
          x = v128.load32_splat(r1, 12);
          c10 = f32x4.relaxed_madd(x, w0, c10);
          c11 = f32x4.relaxed_madd(x, w1, c11);
          x = v128.load32_splat(r2, 12);
          c20 = f32x4.relaxed_madd(x, w0, c20);
          c21 = f32x4.relaxed_madd(x, w1, c21);
          x = v128.load32_splat(r3, 12);
          c30 = f32x4.relaxed_madd(x, w0, c30);
          c31 = f32x4.relaxed_madd(x, w1, c31);

          p += 4 * PANEL_ROW;
          r0 += 16;
          r1 += 16;
          r2 += 16;
          r3 += 16;
        }
        // The second time round: the other product, into the same sums.
        p = v;
        end = v + depthB * PANEL_ROW;
        r0 = b0;
        r1 = b0 + strideB;
        r2 = r1 + strideB;
        r3 = r2 + strideB;
      }
      b0 = r3 + strideB;

      v128.store(o0, c00);
      v128.store(o0, c01, 16);
      o0 += strideOut;
      v128.store(o0, c10);
      v128.store(o0, c11, 16);
      o0 += strideOut;
      v128.store(o0, c20);
      v128.store(o0, c21, 16);
      o0 += strideOut;
      v128.store(o0, c30);
      v128.store(o0, c31, 16);
      o0 += strideOut;
    }
    w += depthA * PANEL_ROW;
    v += depthB * PANEL_ROW;
  }
}

/**
 * sum += aT b over `rows` rows: the gradient of weights `[depth, 8 * panels]`, in panels as the weights are.
 * `depth`: floats of a row of a, a multiple of 4.
 */
export function accumulateOuter(
  rows: i32,
  panels: i32,
  a: usize,
  strideA: usize,
  depth: usize,
  b: usize,
  strideB: usize,
  sum: usize,
): void {
  for (let panel = 0; panel < panels; panel++) {
    for (let i: usize = 0; i < depth; i += 4) {
      let c00 = v128.load(sum),
        c01 = v128.load(sum, 16);
      let c10 = v128.load(sum, 32),
        c11 = v128.load(sum, 48);
      let c20 = v128.load(sum, 64),
        c21 = v128.load(sum, 80);
      let c30 = v128.load(sum, 96),
        c31 = v128.load(sum, 112);
      let p = a + i * 4;
      let q = b;
      for (let row = 0; row < rows; row++) {
        const g0 = v128.load(q),
          g1 = v128.load(q, 16);
        let x = v128.load32_splat(p);
        c00 = f32x4.relaxed_madd(x, g0, c00);
        c01 = f32x4.relaxed_madd(x, g1, c01);
        x = v128.load32_splat(p, 4);
        c10 = f32x4.relaxed_madd(x, g0, c10);
        c11 = f32x4.relaxed_madd(x, g1, c11);
        x = v128.load32_splat(p, 8);
        c20 = f32x4.relaxed_madd(x, g0, c20);
        c21 = f32x4.relaxed_madd(x, g1, c21);
        x = v128.load32_splat(p, 12);
        c30 = f32x4.relaxed_madd(x, g0, c30);
        c31 = f32x4.relaxed_madd(x, g1, c31);
        p += strideA;
        q += strideB;
      }
      v128.store(sum, c00);
      v128.store(sum, c01, 16);
      v128.store(sum, c10, 32);
      v128.store(sum, c11, 48);
      v128.store(sum, c20, 64);
      v128.store(sum, c21, 80);
      v128.store(sum, c30, 96);
      v128.store(sum, c31, 112);
      sum += 4 * PANEL_ROW;
    }
    b += PANEL_ROW;
  }
}

/** sum += column sums of b over `rows` rows of `columns` floats (a multiple of 4): the gradient of a bias. */
export function accumulateColumns(rows: i32, columns: usize, b: usize, strideB: usize, sum: usize): void {
  for (let column: usize = 0; column < columns; column += 4) {
    let total = v128.load(sum);
    let p = b;
    for (let row = 0; row < rows; row++) {
      total = f32x4.add(total, v128.load(p));
      p += strideB;
    }
    v128.store(sum, total);
    b += 16;
    sum += 16;
  }
}

/** Weights `[depth, columns]` in panels to their transpose `[columns, depth]` in panels; depth is padded with zeros. */
export function transposePanels(depth: usize, columns: usize, from: usize, to: usize): void {
  const outPanels = (depth + 7) / 8;
  for (let panel: usize = 0; panel < outPanels; panel++) {
    for (let column: usize = 0; column < columns; column++) {
      let source = from + ((column >> 3) * depth * 8 + panel * 64 + (column & 7)) * 4;
      for (let i: usize = 0; i < 8; i++) {
        store<f32>(to, panel * 8 + i < depth ? load<f32>(source) : <f32>0);
        source += PANEL_ROW;
        to += 4;
      }
    }
  }
}
