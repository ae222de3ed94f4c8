/*
 * What both C programs share: 16 paths at a time in the lanes of gcc's vector extensions, a xoshiro128+ generator in
 * each lane, the game's drift, and the count of the paths that reach full sharing. The increments are in the programs.
 *
 * Written for speed alone: what the others could at most reach on this processor. Usage: PROGRAM PATHS SEED
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LANES 16
#define STEPS 200
#define DT 0.1f
/* sigma * sqrt(dt) */
#define NOISE 0.158113883f
#define FULL 0.95f

typedef float floats __attribute__((vector_size(LANES * 4)));
typedef uint32_t words __attribute__((vector_size(LANES * 4)));
typedef int32_t ints __attribute__((vector_size(LANES * 4)));

/* Blackman and Vigna (2018), xoshiro128+. */
typedef struct { words a, b, c, d; } generator;

static inline words next_word(generator *g) {
  words result = g->a + g->d;
  words t = g->b << 9;
  g->c ^= g->a;
  g->d ^= g->b;
  g->b ^= g->c;
  g->a ^= g->d;
  g->c ^= t;
  g->d = (g->d << 11) | (g->d >> 21);
  return result;
}

/* The finaliser of splitmix64 (Steele, Lea and Flood, 2014) over a counter. */
static uint32_t mixed(uint64_t *counter) {
  uint64_t z = (*counter += 0x9e3779b97f4a7c15ull);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return (uint32_t)((z ^ (z >> 31)) >> 32);
}

static generator seeded(uint64_t seed) {
  uint64_t counter = seed << 32;
  generator g;
  for (int i = 0; i < LANES; i++) {
    g.a[i] = mixed(&counter);
    g.b[i] = mixed(&counter);
    g.c[i] = mixed(&counter);
    g.d[i] = mixed(&counter);
  }
  return g;
}

typedef struct { floats x, y, z; } state;

/* x + x (1 - x) (advantage dt + noise), for each of the three players. */
static inline state stepped(state s, floats noise_a, floats noise_b, floats noise_m) {
  floats x = s.x, y = s.y, z = s.z;
  floats a = DT * (-3.9f + 4.9f * y + 2.12f * z + 0.5f * y * z);
  floats b = DT * (-2.7f + 3.7f * x + 1.88f * z + 0.5f * x * z);
  floats m = DT * (-0.5f + 0.3f * x + 0.3f * y + 1.0f * x * y);
  s.x += x * (1.0f - x) * (a + noise_a);
  s.y += y * (1.0f - y) * (b + noise_b);
  s.z += z * (1.0f - z) * (m + noise_m);
  return s;
}

/* Runs blocks of 16 paths, each started in the middle, and prints the result; seconds are of the processor. */
static int run(int argc, char **argv, state (*block)(generator *, state)) {
  if (argc != 3) {
    fprintf(stderr, "usage: %s PATHS SEED\n", argv[0]);
    return 2;
  }
  long blocks = (atol(argv[1]) + LANES - 1) / LANES;
  generator g = seeded((uint64_t)atol(argv[2]));
  floats middle = (floats){0} + 0.5f;
  long full = 0;
  clock_t started = clock();
  for (long i = 0; i < blocks; i++) {
    state end = block(&g, (state){middle, middle, middle});
    ints reached = (end.x >= FULL) & (end.y >= FULL) & (end.z >= FULL);
    for (int lane = 0; lane < LANES; lane++) full -= reached[lane];
  }
  double seconds = (double)(clock() - started) / CLOCKS_PER_SEC;
  long paths = blocks * LANES;
  printf("{\"steps\": %ld, \"seconds\": %.6f, \"probability\": %.9f}\n", paths * STEPS, seconds, (double)full / paths);
  return 0;
}
