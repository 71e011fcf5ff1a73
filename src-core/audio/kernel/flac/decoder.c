/*
 * The subframes of FLAC frames (RFC 9639, section 9.2), 4 to 32 bits, to floats between -1 and 1. Where frames begin, and what
 * their headers say, is found out before: ../../decode/flac-frames.ts. Compiled by ../build-flac.ts.
 */
#include <wasm_simd128.h>

#define EXPORT(name) __attribute__((export_name(name)))
#define LIKELY(truth) __builtin_expect(!!(truth), 1)
#define INLINE static inline __attribute__((always_inline))

typedef uint8_t u8;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int32_t i32;
typedef int64_t i64;

enum {
  MAX_FRAME_BYTES = 1 << 20,
  MAX_SAMPLES = 65536,
  MAX_CHANNELS = 8,
  MAX_ORDER = 32,
  /* What is read ahead of the last bits, zeros. */
  PADDING_BYTES = 32,
};

static u8 input[MAX_FRAME_BYTES + PADDING_BYTES];
/* Read past their first sample by as much as the longest predictor, which is then multiplied by 0. */
static i32 narrow[MAX_CHANNELS][MAX_SAMPLES];
/* The difference of two channels of 32 bits has 33. */
static i64 wide[MAX_SAMPLES];
static float planar[MAX_CHANNELS][MAX_SAMPLES];
static uint16_t crc_table[8][256];

EXPORT("input") u8 *input_address(void) { return input; }
EXPORT("inputBytes") int input_capacity(void) { return MAX_FRAME_BYTES; }
EXPORT("channel") float *channel_address(int channel) { return planar[channel]; }
EXPORT("room") int room(void) { return MAX_SAMPLES; }

/* ---- Bits, the first of a byte its highest ---- */

typedef struct {
  /* The next bits, highest first; below the `held` highest there is what is read anew later. */
  u64 cache;
  /* At least 56 after each refill. */
  u32 held;
  const u8 *next;
  /* Behind the frame's last byte. */
  const u8 *end;
} Bits;

INLINE u64 big_endian(const u8 *from) {
  const v128_t loaded = wasm_v128_load64_zero(from);
  return wasm_i64x2_extract_lane(
      wasm_i8x16_shuffle(loaded, loaded, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0), 0);
}

/* Behind the end there are zeros, as many as are asked for. Whether there can be more, what is held included. */
INLINE int refill(Bits *bits) {
  const int is_left = bits->next <= bits->end + 8;
  if (LIKELY(is_left)) bits->cache |= big_endian(bits->next) >> bits->held;
  bits->next += (63 - bits->held) >> 3;
  bits->held |= 56;
  return is_left;
}

INLINE void skip(Bits *bits, u32 count) {
  bits->cache <<= count;
  bits->held -= count;
}

/* 0 to 33 bits. */
INLINE u64 take(Bits *bits, u32 count) {
  if (count == 0) return 0;
  refill(bits);
  const u64 value = bits->cache >> (64 - count);
  skip(bits, count);
  return value;
}

INLINE i64 take_signed(Bits *bits, u32 count) {
  return count == 0 ? 0 : (i64)(take(bits, count) << (64 - count)) >> (64 - count);
}

/* Zeros before the next one, which is taken as well; -1 at the end. */
static i32 take_unary(Bits *bits) {
  u32 zeros = 0;
  for (;;) {
    if (!refill(bits)) return -1;
    const u32 here = bits->cache == 0 ? 64 : __builtin_clzll(bits->cache);
    if (here < bits->held) {
      skip(bits, here + 1);
      return zeros + here;
    }
    zeros += bits->held;
    bits->cache = 0;
    bits->held = 0;
  }
}

static int is_past_end(const Bits *bits) { return bits->next - (bits->held >> 3) > bits->end; }

/* ---- Residuals (section 9.2.7) ---- */

INLINE i32 unfold(u32 folded) { return (i32)(folded >> 1) ^ -(i32)(folded & 1); }

static int take_rice(Bits *from, u32 parameter, u32 count, i32 *out) {
  Bits bits = *from;
  for (u32 i = 0; i < count; i++) {
    if (bits.held < 40 && !refill(&bits)) return 0;
    const u32 zeros = __builtin_clzll(bits.cache | 1);
    const u32 length = zeros + 1 + parameter;
    if (LIKELY(length <= bits.held)) {
      const u64 behind_one = bits.cache << zeros << 1;
      out[i] = unfold(zeros << parameter | (u32)(behind_one >> 1 >> (63 - parameter)));
      bits.cache = behind_one << parameter;
      bits.held -= length;
    } else {
      const i32 high = take_unary(&bits);
      if (high < 0) return 0;
      out[i] = unfold((u32)high << parameter | (u32)take(&bits, parameter));
    }
  }
  *from = bits;
  return !is_past_end(&bits);
}

/* All residuals of a subframe, behind its first `order` samples; 0 where they are damaged. */
static int take_residuals(Bits *bits, u32 samples, u32 order, i32 *out) {
  const u32 method = take(bits, 2);
  if (method > 1) return 0;
  const u32 parameter_bits = method == 0 ? 4 : 5;
  const u32 escape = (1 << parameter_bits) - 1;
  const u32 partitions = 1 << take(bits, 4);
  const u32 each = samples / partitions;
  if (samples % partitions != 0 || each < order) return 0;
  for (u32 i = 0; i < partitions; i++) {
    const u32 first = i == 0 ? order : i * each;
    const u32 count = (i + 1) * each - first;
    const u32 parameter = take(bits, parameter_bits);
    if (parameter < escape) {
      if (!take_rice(bits, parameter, count, out + first)) return 0;
    } else {
      const u32 raw_bits = take(bits, 5);
      for (u32 k = 0; k < count; k++) out[first + k] = take_signed(bits, raw_bits);
    }
    if (is_past_end(bits)) return 0;
  }
  return 1;
}

/* ---- Prediction (sections 9.2.5 and 9.2.6): residuals become samples in place ---- */

static const i32 FIXED[5][4] = {{0}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

/* The newest sample comes last, so that little has to wait for it. */
#define PREDICT(TYPE, ORDER)                                                                        \
  for (u32 i = ORDER; i < samples; i++) {                                                          \
    TYPE sum = 0;                                                                                  \
    _Pragma("unroll") for (u32 k = ORDER; k > 0; k--) sum += (TYPE)coefficients[k - 1] * out[i - k]; \
    out[i] += sum >> shift;                                                                        \
  }

#define PREDICT_ANY(NAME, TYPE, OUT)                                                                \
  static void NAME(OUT *out, u32 samples, u32 order, const i32 *coefficients, u32 shift) {          \
    switch (order) {                                                                               \
      case 0: return;                                                                              \
      case 1: PREDICT(TYPE, 1) return;                                                              \
      case 2: PREDICT(TYPE, 2) return;                                                              \
      case 3: PREDICT(TYPE, 3) return;                                                              \
      case 4: PREDICT(TYPE, 4) return;                                                              \
      case 5: PREDICT(TYPE, 5) return;                                                              \
      case 6: PREDICT(TYPE, 6) return;                                                              \
      case 7: PREDICT(TYPE, 7) return;                                                              \
      case 8: PREDICT(TYPE, 8) return;                                                              \
      case 9: PREDICT(TYPE, 9) return;                                                              \
      case 10: PREDICT(TYPE, 10) return;                                                            \
      case 11: PREDICT(TYPE, 11) return;                                                            \
      case 12: PREDICT(TYPE, 12) return;                                                            \
      default: PREDICT(TYPE, order) return;                                                         \
    }                                                                                              \
  }

PREDICT_ANY(predict, i32, i32)
PREDICT_ANY(predict_exactly, i64, i32)

static void predict_wide(i64 *out, u32 samples, u32 order, const i32 *coefficients, u32 shift) {
  PREDICT(i64, order)
}

/* ---- Subframes (section 9.2) ---- */

static u32 bits_of(u32 value) { return value == 0 ? 0 : 32 - __builtin_clz(value); }

/*
 * One channel, to `narrow_out` or, where its samples have 33 bits, to `wide_out`. 0: damaged.
 */
static int take_subframe(Bits *bits, u32 samples, u32 sample_bits, i32 *narrow_out, i64 *wide_out) {
  const u32 header = take(bits, 8);
  const u32 kind = header >> 1;
  u32 wasted = 0;
  if (header & 1) {
    const i32 zeros = take_unary(bits);
    if (zeros < 0 || (u32)zeros + 1 >= sample_bits) return 0;
    wasted = zeros + 1;
    sample_bits -= wasted;
  }
  const int is_lpc = kind >= 32;
  const u32 order = is_lpc ? kind - 31 : kind >= 8 ? kind - 8 : 0;
  if ((header & 0x80) || (kind > 1 && kind < 8) || (kind > 12 && !is_lpc) || order > samples) return 0;

  const u32 given = kind == 0 ? 1 : kind == 1 ? samples : order;
  for (u32 i = 0; i < given; i++) {
    const i64 sample = take_signed(bits, sample_bits);
    if (wide_out != 0) wide_out[i] = sample;
    else narrow_out[i] = sample;
    if (is_past_end(bits)) return 0;
  }
  if (kind == 0) {
    for (u32 i = 1; i < samples; i++) {
      if (wide_out != 0) wide_out[i] = wide_out[0];
      else narrow_out[i] = narrow_out[0];
    }
  } else if (kind != 1) {
    i32 coefficients[MAX_ORDER];
    u32 shift = 0, precision = 4;
    if (is_lpc) {
      precision = take(bits, 4) + 1;
      const i32 signed_shift = take_signed(bits, 5);
      if (precision == 16 || signed_shift < 0) return 0;
      shift = signed_shift;
    }
    for (u32 i = 0; i < order; i++) coefficients[i] = is_lpc ? take_signed(bits, precision) : FIXED[order][i];
    /* Residuals have at most 32 bits, wherever their samples have 33. */
    if (!take_residuals(bits, samples, order, narrow_out)) return 0;
    if (wide_out != 0) {
      for (u32 i = order; i < samples; i++) wide_out[i] = narrow_out[i];
      predict_wide(wide_out, samples, order, coefficients, shift);
    } else if (sample_bits + precision + bits_of(order) <= 32) {
      predict(narrow_out, samples, order, coefficients, shift);
    } else {
      predict_exactly(narrow_out, samples, order, coefficients, shift);
    }
  }
  if (wasted > 0) {
    for (u32 i = 0; i < samples; i++) {
      if (wide_out != 0) wide_out[i] <<= wasted;
      else narrow_out[i] <<= wasted;
    }
  }
  return 1;
}

/* ---- From two channels and their difference (section 9.2.3) to left and right ---- */

enum { LEFT_SIDE = 8, SIDE_RIGHT = 9, MID_SIDE = 10 };

static void separate(u32 assignment, u32 samples, i32 *a, i32 *b) {
  if (assignment == LEFT_SIDE) {
    for (u32 i = 0; i < samples; i++) b[i] = a[i] - b[i];
  } else if (assignment == SIDE_RIGHT) {
    for (u32 i = 0; i < samples; i++) a[i] += b[i];
  } else if (assignment == MID_SIDE) {
    for (u32 i = 0; i < samples; i++) {
      const i32 side = b[i];
      const i32 twice = a[i] << 1 | (side & 1);
      a[i] = (twice + side) >> 1;
      b[i] = (twice - side) >> 1;
    }
  }
}

static void separate_wide(u32 assignment, u32 samples, i32 *a, i32 *b, const i64 *side) {
  for (u32 i = 0; i < samples; i++) {
    if (assignment == LEFT_SIDE) b[i] = a[i] - side[i];
    else if (assignment == SIDE_RIGHT) a[i] = b[i] + side[i];
    else {
      const i64 twice = (i64)a[i] * 2 | (side[i] & 1);
      a[i] = (twice + side[i]) >> 1;
      b[i] = (twice - side[i]) >> 1;
    }
  }
}

/* ---- CRC-16 of a frame (section 9.3), eight bytes at a time ---- */

static void fill_crc_table(void) {
  for (u32 byte = 0; byte < 256; byte++) {
    u32 crc = byte << 8;
    for (u32 bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x8000 ? 0x8005 : 0);
    crc_table[0][byte] = crc;
  }
  for (u32 t = 1; t < 8; t++) {
    for (u32 byte = 0; byte < 256; byte++) {
      const u32 before = crc_table[t - 1][byte];
      crc_table[t][byte] = (before << 8) ^ crc_table[0][before >> 8 & 0xff];
    }
  }
}

static u32 crc16(const u8 *from, const u8 *end) {
  u32 crc = 0;
  for (; end - from >= 8; from += 8) {
    crc = crc_table[7][from[0] ^ (crc >> 8)] ^ crc_table[6][from[1] ^ (crc & 0xff)] ^ crc_table[5][from[2]] ^
          crc_table[4][from[3]] ^ crc_table[3][from[4]] ^ crc_table[2][from[5]] ^ crc_table[1][from[6]] ^
          crc_table[0][from[7]];
  }
  for (; from < end; from++) crc = (crc << 8 & 0xffff) ^ crc_table[0][*from ^ (crc >> 8)];
  return crc;
}

/*
 * Decodes the frame whose `frame_bytes` stand in the input, the header's `header_bytes` first, to the channels, behind
 * `at` samples that stand there. What stands behind its end is left alone. 0: it is damaged, by its checksum or by what it says.
 */
EXPORT("decode")
int decode(u32 frame_bytes, u32 header_bytes, u32 samples, u32 assignment, u32 sample_bits, u32 at) {
  if (crc_table[0][1] == 0) fill_crc_table();
  const u32 channels = assignment < LEFT_SIDE ? assignment + 1 : 2;
  const u32 side = assignment < LEFT_SIDE ? MAX_CHANNELS : assignment == SIDE_RIGHT ? 0 : 1;
  const int is_wide = side < MAX_CHANNELS && sample_bits == 32;
  __builtin_memset(input + frame_bytes, 0, PADDING_BYTES);
  Bits bits = {0, 0, input + header_bytes, input + frame_bytes};
  for (u32 c = 0; c < channels; c++) {
    const u32 channel_bits = sample_bits + (c == side);
    if (!take_subframe(&bits, samples, channel_bits, narrow[c], is_wide && c == side ? wide : 0)) return 0;
  }
  const u8 *end = bits.next - (bits.held >> 3);
  if (end + 2 > bits.end || crc16(input, end) != (u32)(end[0] << 8 | end[1])) return 0;

  if (is_wide) separate_wide(assignment, samples, narrow[0], narrow[1], wide);
  else separate(assignment, samples, narrow[0], narrow[1]);
  const float scale = 1.0f / (float)(1u << (sample_bits - 1));
  for (u32 c = 0; c < channels; c++) {
    for (u32 i = 0; i < samples; i++) planar[c][at + i] = narrow[c][i] * scale;
  }
  return 1;
}
