/** PFFFT's real transform of N_FFT floats, in order: DC, Nyquist, then real and imaginary part of each bin. */
declare function transform(setup: usize, input: usize, output: usize, work: usize, direction: i32): void;

const N_FFT: usize = 2048;
const HOP_BYTES: usize = 512 * 4;
const FRAMES = 44;
const BANDS = 128;

function windowed(samples: usize, window: usize, frame: usize): void {
  for (let offset: usize = 0; offset < N_FFT * 4; offset += 16) {
    v128.store(frame + offset, f32x4.mul(v128.load(samples + offset), v128.load(window + offset)));
  }
}

/** |X|^2 of N_FFT / 2 + 1 bins. */
function power(spectrum: usize, power: usize): void {
  for (let offset: usize = 0; offset < N_FFT * 2; offset += 16) {
    const low = v128.load(spectrum + offset * 2);
    const high = v128.load(spectrum + offset * 2, 16);
    const real = v128.shuffle<f32>(low, high, 0, 2, 4, 6);
    const imaginary = v128.shuffle<f32>(low, high, 1, 3, 5, 7);
    v128.store(power + offset, f32x4.add(f32x4.mul(real, real), f32x4.mul(imaginary, imaginary)));
  }
  const dc = load<f32>(spectrum);
  const nyquist = load<f32>(spectrum, 4);
  store<f32>(power, dc * dc);
  store<f32>(power + N_FFT * 2, nyquist * nyquist);
}

/** `bands` lists, for each band, its first bin and the number of its weights (a multiple of 4); the weights follow on. */
function bandSums(power: usize, bands: usize, weights: usize, mel: usize): void {
  for (let band = 0; band < BANDS; band++) {
    let bin = power + ((<usize>load<u32>(bands)) << 2);
    const end = weights + ((<usize>load<u32>(bands, 4)) << 2);
    let sum = f32x4.splat(0);
    while (weights < end) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(bin), v128.load(weights)));
      bin += 16;
      weights += 16;
    }
    const pairs = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 2, 3));
    store<f32>(mel, f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1));
    bands += 8;
    mel += 4;
  }
}

/**
 * Mel power spectrogram of one clip. `samples` points N_FFT / 2 before the clip's first sample. `plan` holds
 * eight addresses: setup, window, frame, spectrum, work, power, bands, weights.
 */
export function melClip(samples: usize, plan: usize, mel: usize): void {
  const setup = <usize>load<u32>(plan);
  const window = <usize>load<u32>(plan, 4);
  const frame = <usize>load<u32>(plan, 8);
  const spectrum = <usize>load<u32>(plan, 12);
  const work = <usize>load<u32>(plan, 16);
  const bins = <usize>load<u32>(plan, 20);
  const bands = <usize>load<u32>(plan, 24);
  const weights = <usize>load<u32>(plan, 28);
  for (let t = 0; t < FRAMES; t++) {
    windowed(samples, window, frame);
    transform(setup, frame, spectrum, work, 0);
    power(spectrum, bins);
    bandSums(bins, bands, weights, mel);
    samples += HOP_BYTES;
    mel += BANDS * 4;
  }
}
