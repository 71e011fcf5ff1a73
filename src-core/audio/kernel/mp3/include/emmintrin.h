/* Those of SSE's intrinsics that dr_mp3 uses for its float output, in WebAssembly's SIMD. */
#pragma once
#include <wasm_simd128.h>

typedef float __m128 __attribute__((__vector_size__(16), __aligned__(16)));
typedef int __m128i __attribute__((__vector_size__(16), __aligned__(16)));
typedef long long __m64;

#define _MM_SHUFFLE(d, c, b, a) ((d) << 6 | (c) << 4 | (b) << 2 | (a))
#define _mm_loadu_ps(from) ((__m128)wasm_v128_load(from))
#define _mm_storeu_ps(to, a) wasm_v128_store(to, (v128_t)(a))
#define _mm_store_ss(to, a) (*(to) = (a)[0])
#define _mm_storel_pi(to, a) wasm_v128_store64_lane(to, (v128_t)(a), 0)
#define _mm_set1_ps(x) ((__m128)wasm_f32x4_splat(x))
#define _mm_add_ps(a, b) ((a) + (b))
#define _mm_sub_ps(a, b) ((a) - (b))
#define _mm_mul_ps(a, b) ((a) * (b))
#define _mm_min_ps(a, b) ((__m128)wasm_f32x4_pmin((v128_t)(a), (v128_t)(b)))
#define _mm_max_ps(a, b) ((__m128)wasm_f32x4_pmax((v128_t)(a), (v128_t)(b)))
#define _mm_shuffle_ps(a, b, order)                                                                \
  __builtin_shufflevector(a, b, (order)&3, (order) >> 2 & 3, ((order) >> 4 & 3) + 4, ((order) >> 6 & 3) + 4)
#define _mm_unpacklo_ps(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define _mm_unpackhi_ps(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#define _mm_movelh_ps(a, b) __builtin_shufflevector(a, b, 0, 1, 4, 5)
#define _mm_movehl_ps(a, b) __builtin_shufflevector(a, b, 6, 7, 2, 3)

/* Only named in its conversion to 16 bits, which is left out of what is linked. */
#define _mm_cvtps_epi32(a) ((__m128i)wasm_i32x4_trunc_sat_f32x4((v128_t)(a)))
#define _mm_packs_epi32(a, b) ((__m128i)wasm_i16x8_narrow_i32x4((v128_t)(a), (v128_t)(b)))
#define _mm_extract_epi16(a, lane) wasm_i16x8_extract_lane((v128_t)(a), lane)
