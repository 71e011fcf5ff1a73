import { CLIP_FRAMES, MEL_BANDS, MEL_SIZE } from '../../../src-core/audio/constants.ts';
import { HEARD_BANDS } from '../../../src-core/emotion/hearing/audible-levels.ts';

/** A clip of mel power from levels in dB: `levelAt(frame, band)`. */
export function melClip(levelAt: (frame: number, band: number) => number): Float32Array {
  return Float32Array.from(
    { length: MEL_SIZE },
    (_, i) => 10 ** (levelAt(Math.floor(i / MEL_BANDS), i % MEL_BANDS) / 10),
  );
}

/** Audible levels in dB: `levelAt(frame, band)`. */
export function audibleClip(levelAt: (frame: number, band: number) => number): Float32Array {
  return Float32Array.from({ length: CLIP_FRAMES * HEARD_BANDS }, (_, i) =>
    levelAt(Math.floor(i / HEARD_BANDS), i % HEARD_BANDS),
  );
}
