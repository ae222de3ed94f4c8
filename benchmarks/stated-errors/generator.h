/* xoshiro256++ (Blackman and Vigna 2019) in W lanes and normals by Box and Muller: shares nothing with the engine's Philox. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define W 64
static uint64_t S[4][W];

static uint64_t splitmix(uint64_t *z) {
  uint64_t r = (*z += 0x9e3779b97f4a7c15u);
  r = (r ^ (r >> 30)) * 0xbf58476d1ce4e5b9u;
  r = (r ^ (r >> 27)) * 0x94d049bb133111ebu;
  return r ^ (r >> 31);
}

static void seed(uint64_t number) {
  for (int w = 0; w < W; w++)
    for (int i = 0; i < 4; i++) S[i][w] = splitmix(&number);
}

/* Uniforms in (0, 1), one a lane. */
static void uniforms(double *restrict out) {
#pragma omp simd
  for (int w = 0; w < W; w++) {
    uint64_t s0 = S[0][w], s1 = S[1][w], s2 = S[2][w], s3 = S[3][w];
    uint64_t sum = s0 + s3, word = ((sum << 23) | (sum >> 41)) + s0, t = s1 << 17;
    s2 ^= s0, s3 ^= s1, s1 ^= s2, s0 ^= s3, s2 ^= t;
    S[0][w] = s0, S[1][w] = s1, S[2][w] = s2, S[3][w] = (s3 << 45) | (s3 >> 19);
    out[w] = ((double)(int64_t)(word >> 12) + 0.5) * 0x1p-52;
  }
}

/* Two independent standard normals a lane. */
static void normals(double *restrict one, double *restrict two) {
  double u[W], v[W];
  uniforms(u), uniforms(v);
#pragma omp simd
  for (int w = 0; w < W; w++) {
    double r = sqrt(-2 * log(u[w])), a = 6.283185307179586 * v[w];
    one[w] = r * cos(a), two[w] = r * sin(a);
  }
}
