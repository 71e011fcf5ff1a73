/** Rate at which every track is analysed; anything else is resampled to it. */
export const ANALYSIS_RATE_HZ = 44_100;

/** Samples from the start of one clip to the start of the next: half a second at {@link ANALYSIS_RATE_HZ}. */
export const CLIP_SAMPLES = 22_050;

/** Length of the Fourier transform and of its window. */
export const N_FFT = 2048;

/** Samples from the centre of one frame to the centre of the next. */
export const HOP_SAMPLES = 512;

/** Frames of one clip: `1 + floor(CLIP_SAMPLES / HOP_SAMPLES)`, the first centred on the clip's first sample. */
export const CLIP_FRAMES = 44;

/** Bands of the mel spectrogram. */
export const MEL_BANDS = 128;

/** Numbers in one clip's mel spectrogram. */
export const MEL_SIZE = CLIP_FRAMES * MEL_BANDS;

/** A last clip with fewer samples of its own than this (a quarter second) is dropped. */
export const MIN_LAST_CLIP_SAMPLES = 11_025;
