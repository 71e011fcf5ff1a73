/*
 * MPEG audio, layers I to III, out of a buffer: dr_mp3's decoder of single frames, told of whole pieces of a stream.
 * Compiled by ../build-mp3.ts, with SIMD by way of include/emmintrin.h.
 */
#define DR_MP3_IMPLEMENTATION
#define DR_MP3_FLOAT_OUTPUT
#define DR_MP3_ONLY_SIMD
#define DR_MP3_NO_STDIO
#define DRMP3_ASSERT(truth) ((void)0)
#include "dr_mp3.h"

#define EXPORT(name) __attribute__((export_name(name)))

enum {
  INPUT_BYTES = 65536,
  /* A frame is looked for with this much behind it, by which it is known as one; the end of a stream has no more. */
  LOOK_AHEAD_BYTES = 16384,
  FRAME_SAMPLES = 1152,
  OUTPUT_FRAMES = 64,
};

static unsigned char input[INPUT_BYTES];
static int filled_bytes;
static float interleaved[2 * FRAME_SAMPLES];
static float planar[2][OUTPUT_FRAMES * FRAME_SAMPLES];
static drmp3dec decoder;
static int rate_hz, channels;
/* A frame that differs from those before it in rate or channels waits until they are taken. */
static int waiting_samples, waiting_rate_hz, waiting_channels;

EXPORT("input") unsigned char *input_address(void) { return input; }
EXPORT("inputBytes") int input_capacity(void) { return INPUT_BYTES; }
EXPORT("filledBytes") int filled(void) { return filled_bytes; }
EXPORT("channel") float *channel_address(int channel) { return planar[channel]; }
EXPORT("rateHz") int get_rate_hz(void) { return rate_hz; }
EXPORT("channels") int get_channels(void) { return channels; }

EXPORT("reset") void reset(void) {
  drmp3dec_init(&decoder);
  filled_bytes = waiting_samples = rate_hz = channels = 0;
}

static void put(int at, int samples) {
  for (int i = 0; i < samples; i++) {
    planar[0][at + i] = interleaved[i * channels];
    planar[1][at + i] = interleaved[i * channels + channels - 1];
  }
}

/*
 * Decodes from the input, to which `added_bytes` were added behind those left from before, and keeps what it does not use.
 * Returns the samples in each channel; 0: nothing more without more input.
 */
EXPORT("decode") int decode(int added_bytes, int is_end) {
  int samples = 0, used_bytes = 0;
  filled_bytes += added_bytes;
  if (waiting_samples > 0) {
    rate_hz = waiting_rate_hz;
    channels = waiting_channels;
    put(0, samples = waiting_samples);
    waiting_samples = 0;
  }
  while (samples <= (OUTPUT_FRAMES - 1) * FRAME_SAMPLES) {
    int left_bytes = filled_bytes - used_bytes;
    if (left_bytes == 0 || (!is_end && left_bytes < LOOK_AHEAD_BYTES)) break;
    drmp3dec_frame_info info;
    int decoded = drmp3dec_decode_frame(&decoder, input + used_bytes, left_bytes, interleaved, &info);
    /* What is cut off at the end of the stream is not waited for. */
    used_bytes += info.frame_bytes > 0 ? info.frame_bytes : left_bytes;
    if (decoded == 0) continue;
    if (samples > 0 && (info.hz != rate_hz || info.channels != channels)) {
      waiting_samples = decoded;
      waiting_rate_hz = info.hz;
      waiting_channels = info.channels;
      break;
    }
    rate_hz = info.hz;
    channels = info.channels;
    put(samples, decoded);
    samples += decoded;
  }
  DRMP3_MOVE_MEMORY(input, input + used_bytes, filled_bytes - used_bytes);
  filled_bytes -= used_bytes;
  return samples;
}
