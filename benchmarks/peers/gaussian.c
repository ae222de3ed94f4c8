/*
 * Gaussian increments by Box and Muller (1958), with short polynomials for logarithm and sine: four words give two
 * pairs of normals, of which a step uses three.
 */
#include "replicator.h"
#include <math.h>

static inline floats blend(ints mask, floats yes, floats no) {
  return (floats)(((ints)yes & mask) | ((ints)no & ~mask));
}

static inline floats root(floats x) {
  floats result;
  for (int i = 0; i < LANES; i++) result[i] = sqrtf(x[i]);
  return result;
}

/* In (0, 1), evenly: the middle of each of 2^24 intervals. */
static inline floats uniform(generator *g) {
  return (__builtin_convertvector((ints)(next_word(g) >> 8), floats) + 0.5f) * 0x1p-24f;
}

/* Natural logarithm of a positive normal number; coefficients of Cephes logf (Moshier, 1992). */
static inline floats logarithm(floats x) {
  ints bits = (ints)x;
  ints exponent = (bits >> 23) - 127;
  floats f = (floats)((bits & 0x7fffff) | 0x3f800000);
  ints large = f > 1.41421356f;
  f = blend(large, 0.5f * f, f);
  exponent -= large;
  floats u = f - 1.0f, square = u * u;
  floats p = 7.0376836292e-2f * u - 1.1514610310e-1f;
  p = p * u + 1.1676998740e-1f;
  p = p * u - 1.2420140846e-1f;
  p = p * u + 1.4249322787e-1f;
  p = p * u - 1.6668057665e-1f;
  p = p * u + 2.0000714765e-1f;
  p = p * u - 2.4999993993e-1f;
  p = p * u + 3.3333331174e-1f;
  return u - 0.5f * square + p * u * square + __builtin_convertvector(exponent, floats) * 0.69314718f;
}

/* Cosine and sine of 2 pi u, u in [0, 1); coefficients of Cephes sinf and cosf. */
static inline void circle(floats u, floats *cosine, floats *sine) {
  floats turns = 4.0f * u;
  ints quarter = __builtin_convertvector(turns + 0.5f, ints);
  floats r = (turns - __builtin_convertvector(quarter, floats)) * 1.57079633f, square = r * r;
  floats s = r * (1.0f + square * (-1.6666654611e-1f + square * (8.3321608736e-3f - square * 1.9515295891e-4f)));
  floats c = 1.0f - 0.5f * square +
             square * square * (4.166664568e-2f + square * (-1.388731625e-3f + square * 2.443315711e-5f));
  ints swap = (quarter & 1) != 0;
  ints sine_sign = (quarter & 2) << 30, cosine_sign = ((quarter + 1) & 2) << 30;
  *sine = (floats)((ints)blend(swap, c, s) ^ sine_sign);
  *cosine = (floats)((ints)blend(swap, s, c) ^ cosine_sign);
}

static inline floats clipped(floats x) {
  floats zero = {0}, one = zero + 1.0f;
  x = blend(x > zero, x, zero);
  return blend(x < one, x, one);
}

static inline state block(generator *g, state s) {
  for (int i = 0; i < STEPS; i++) {
    floats first = root(-2.0f * logarithm(uniform(g))), second = root(-2.0f * logarithm(uniform(g)));
    floats cosine, sine, other_cosine, unused;
    circle(uniform(g), &cosine, &sine);
    circle(uniform(g), &other_cosine, &unused);
    s = stepped(s, NOISE * first * cosine, NOISE * first * sine, NOISE * second * other_cosine);
    s = (state){clipped(s.x), clipped(s.y), clipped(s.z)};
  }
  return s;
}

int main(int argc, char **argv) { return run(argc, argv, block); }
