/* Increments of plus or minus sqrt(dt): one bit each, ten steps of three from a word of the generator. */
#include "replicator.h"

#define STEPS_PER_WORD 10

/* NOISE with the sign of the top bit of each word. */
static inline floats signed_noise(words bits) {
  words size = (words)((floats){0} + NOISE);
  return (floats)(size | (bits & 0x80000000u));
}

/* The payoffs are too small to push a share out of [0, 1] in one step, so nothing is clipped. */
static inline state block(generator *g, state s) {
  for (int i = 0; i < STEPS; i += STEPS_PER_WORD) {
    words bits = next_word(g);
#pragma GCC unroll 10
    for (int j = 0; j < STEPS_PER_WORD; j++) {
      s = stepped(s, signed_noise(bits), signed_noise(bits << 1), signed_noise(bits << 2));
      bits <<= 3;
    }
  }
  return s;
}

int main(int argc, char **argv) { return run(argc, argv, block); }
