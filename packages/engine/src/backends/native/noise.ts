/**
 * Random words and standard normals as C, for the lanes of one vector: the arithmetic of `@trilogue/random` and of
 * `program/exponential.ts`, operation for operation. Sources: there.
 */
import { normalConstants } from '@trilogue/random';
import { expPolynomial, LN2_HIGH, LN2_LOW, LOG2_E } from '../../program/exponential.js';
import { TINY } from '../../program/tiny.js';
import { floatLiteral as f } from './literals.js';

const { lnPolynomial, lnSplit, ln2, sinPolynomial, cosPolynomial, halfPi } = normalConstants;

/** The bits of the largest mantissa that is doubled. */
const lnSplitBits = new Int32Array(Float32Array.of(lnSplit).buffer)[0];

const horner = (coefficients: readonly number[], z: string): string =>
  coefficients.slice(1).reduce((sum, c) => `(${sum} * ${z} + ${f(c)})`, f(coefficients[0]));

/** Vectors of W lanes and what is done with them; lanes are as many as the processor's registers hold. */
export const vectors = `#ifdef __AVX512F__
#include <immintrin.h>
#define W 16
#elif defined(__AVX__)
#define W 8
#else
#define W 4
#endif
typedef float V __attribute__((vector_size(4 * W)));
typedef uint32_t U __attribute__((vector_size(4 * W)));
typedef int32_t I __attribute__((vector_size(4 * W)));
typedef uint64_t L __attribute__((vector_size(4 * W)));
#define INLINE static inline __attribute__((always_inline))
static const uint32_t lanes[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
INLINE V splat(float x) { return x - (V){0}; }
INLINE U splatWord(uint32_t x) { return x + (U){0}; }
INLINE V choose(I mask, V a, V b) { return (V)(((I)a & mask) | ((I)b & ~mask)); }
#ifdef __AVX512F__
INLINE V least(V a, V b) { return (V)_mm512_min_ps((__m512)b, (__m512)a); }
INLINE V most(V a, V b) { return (V)_mm512_max_ps((__m512)b, (__m512)a); }
INLINE V root(V a) { return (V)_mm512_sqrt_ps((__m512)a); }
INLINE V whole(V a) { return (V)_mm512_roundscale_ps((__m512)a, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC); }
INLINE L product(L a, uint32_t b) { return (L)_mm512_mul_epu32((__m512i)a, _mm512_set1_epi64(b)); }
#else
INLINE V least(V a, V b) { return choose(b < a, b, a); }
INLINE V most(V a, V b) { return choose(a < b, b, a); }
INLINE V root(V a) { V r; for (int l = 0; l < W; l++) r[l] = __builtin_sqrtf(a[l]); return r; }
INLINE V whole(V a) { V r; for (int l = 0; l < W; l++) r[l] = __builtin_floorf(a[l]); return r; }
INLINE L product(L a, uint32_t b) { return (a & UINT32_MAX) * (uint64_t)b; }
#endif
INLINE V flipped(V a, U bits) { return (V)((U)a ^ (bits & 0x80000000u)); }
INLINE V cleared(V a) { return (V)((I)a & (splat(${f(TINY)}) < (V)((I)a & INT32_MAX))); }
INLINE V exponential(V x) {
  V n = whole(x * ${f(LOG2_E)} + 0.5f);
  V r = (x - n * ${f(LN2_HIGH)}) - n * ${f(LN2_LOW)};
  V sum = ${horner(expPolynomial, 'r')} * (r * r) + r;
  return (sum + 1.0f) * (V)((__builtin_convertvector(n, I) + 127) << 23);
}`;

/** Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011), and pairs of normals (Box and Muller 1958). */
export const draws = `typedef struct { U high, low; } Product;
INLINE Product times(U a, uint32_t b) {
  L even = product((L)a, b), odd = product((L)a >> 32, b);
  return (Product){(U)((even >> 32) | (odd & ~(uint64_t)UINT32_MAX)), (U)((even & UINT32_MAX) | (odd << 32))};
}
INLINE void philox(U *words, uint32_t block, U pathLo, uint32_t pathHi, uint32_t cell, uint32_t keyLo, uint32_t keyHi) {
  U a = splatWord(block), b = pathLo, c = splatWord(pathHi), d = splatWord(cell);
#pragma GCC unroll 10
  for (int round = 0; round < 10; round++) {
    Product p = times(a, 0xd2511f53u), q = times(c, 0xcd9e8d57u);
    a = q.high ^ b ^ keyLo, c = p.high ^ d ^ keyHi, b = q.low, d = p.low;
    keyLo += 0x9e3779b9u, keyHi += 0xbb67ae85u;
  }
  words[0] = a, words[1] = b, words[2] = c, words[3] = d;
}
INLINE void normals(U *pair) {
  V u = __builtin_convertvector((I)(pair[0] >> 8), V) * ${f(2 ** -24)} + ${f(2 ** -25)};
  I e = ((I)u - ${lnSplitBits + 1}) >> 23;
  V z = (V)((I)u - (e << 23)) - 1.0f, z2 = z * z;
  V cubic = (${horner(lnPolynomial, 'z')} * z) * z2;
  V ln = ((z - 0.5f * z2) + cubic) + __builtin_convertvector(e, V) * ${f(ln2)};
  V radius = root(-2.0f * ln);
  U turn = pair[1] + 0x20000000u;
  V r = __builtin_convertvector((I)(turn & 0x3fffff00u) - 0x20000000, V) * ${f(halfPi * 2 ** -30)}, r2 = r * r;
  V s = r * (1.0f + r2 * ${horner(sinPolynomial, 'r2')});
  V c = (1.0f - 0.5f * r2) + (r2 * r2) * ${horner(cosPolynomial, 'r2')};
  I exchange = ((I)s ^ (I)c) & ((I)(turn << 1) >> 31);
  pair[0] = (U)(radius * flipped((V)((I)c ^ exchange), turn + 0x40000000u));
  pair[1] = (U)(radius * flipped((V)((I)s ^ exchange), turn));
}`;
