// Layout of a filter's memory, in f64x2 (one lane a channel).
const SHELF: usize = 0; // b0 b1 b2 a1 a2
const HIGH_PASS: usize = 80; // a1 a2; its numerator is 1 -2 1
const STATE: usize = 112; // x1 x2 of the shelf, y1 y2 of the shelf = x1 x2 of the high pass, y1 y2 of the high pass
const ENERGY: usize = 208;

/** Zero where the magnitude has decayed below 1e-30: numbers on their way to zero would turn denormal, and slow. */
function settle(value: v128): v128 {
  return v128.and(value, f64x2.gt(f64x2.abs(value), f64x2.splat(1e-30)));
}

/**
 * K-weights two channels (ITU-R BS.1770-4, annex 1: shelf, then high pass) and adds the squares of the result to the
 * two energies in `filter`. Direct form 1: of all forms it has the shortest chain from one output to the next.
 */
export function kWeight(left: usize, right: usize, frames: i32, filter: usize): void {
  const b0 = v128.load(filter, SHELF);
  const b1 = v128.load(filter, SHELF + 16);
  const b2 = v128.load(filter, SHELF + 32);
  const a1 = v128.load(filter, SHELF + 48);
  const a2 = v128.load(filter, SHELF + 64);
  const c1 = v128.load(filter, HIGH_PASS);
  const c2 = v128.load(filter, HIGH_PASS + 16);
  let x1 = v128.load(filter, STATE);
  let x2 = v128.load(filter, STATE + 16);
  let y1 = settle(v128.load(filter, STATE + 32));
  let y2 = settle(v128.load(filter, STATE + 48));
  let z1 = settle(v128.load(filter, STATE + 64));
  let z2 = settle(v128.load(filter, STATE + 80));
  let energy = v128.load(filter, ENERGY);
  const end = left + ((<usize>frames) << 2);
  for (; left < end; left += 4, right += 4) {
    const x = f64x2.replace_lane(f64x2.splat(<f64>load<f32>(left)), 1, <f64>load<f32>(right));
    const forward = f64x2.add(f64x2.mul(b0, x), f64x2.add(f64x2.mul(b1, x1), f64x2.mul(b2, x2)));
    const y = f64x2.sub(f64x2.sub(forward, f64x2.mul(a2, y2)), f64x2.mul(a1, y1));
    const second = f64x2.add(f64x2.sub(y, f64x2.add(y1, y1)), y2);
    const z = f64x2.sub(f64x2.sub(second, f64x2.mul(c2, z2)), f64x2.mul(c1, z1));
    energy = f64x2.add(energy, f64x2.mul(z, z));
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    z2 = z1;
    z1 = z;
  }
  v128.store(filter, x1, STATE);
  v128.store(filter, x2, STATE + 16);
  v128.store(filter, y1, STATE + 32);
  v128.store(filter, y2, STATE + 48);
  v128.store(filter, z1, STATE + 64);
  v128.store(filter, z2, STATE + 80);
  v128.store(filter, energy, ENERGY);
}
