/*
 * Runs a battery of TestU01 on 32-bit words read from standard input.
 * Owns nothing but the reading: the words and their order are the writer's affair.
 *
 *   writer | driver NAME [small|crush] [reversed]
 *
 * TestU01 looks mostly at the high bits of a word; "reversed" hands it the words with their bits in reverse order.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "bbattery.h"
#include "swrite.h"
#include "unif01.h"

static uint32_t words[16384];
static size_t next_word, word_count;
static unsigned long long words_read;
static int reversed;

static void refill(void) {
  size_t filled = 0;
  while (filled < sizeof words) {
    ssize_t got = read(0, (char *)words + filled, sizeof words - filled);
    if (got <= 0) break;
    filled += (size_t)got;
  }
  word_count = filled / sizeof words[0];
  next_word = 0;
  if (word_count == 0) {
    fprintf(stderr, "The words ended after %llu: the battery needs more.\n", words_read);
    exit(1);
  }
}

static uint32_t reverse_bits(uint32_t w) {
  w = (w >> 16) | (w << 16);
  w = ((w & 0xff00ff00u) >> 8) | ((w & 0x00ff00ffu) << 8);
  w = ((w & 0xf0f0f0f0u) >> 4) | ((w & 0x0f0f0f0fu) << 4);
  w = ((w & 0xccccccccu) >> 2) | ((w & 0x33333333u) << 2);
  return ((w & 0xaaaaaaaau) >> 1) | ((w & 0x55555555u) << 1);
}

static unsigned int read_word(void) {
  if (next_word == word_count) refill();
  words_read++;
  uint32_t w = words[next_word++];
  return reversed ? reverse_bits(w) : w;
}

int main(int argc, char **argv) {
  char *name = argc > 1 ? argv[1] : "standard input";
  const char *battery = argc > 2 ? argv[2] : "small";
  reversed = argc > 3 && strcmp(argv[3], "reversed") == 0;
  swrite_Basic = FALSE;
  unif01_Gen *generator = unif01_CreateExternGenBits(name, read_word);
  if (strcmp(battery, "small") == 0) {
    bbattery_SmallCrush(generator);
  } else if (strcmp(battery, "crush") == 0) {
    bbattery_Crush(generator);
  } else {
    fprintf(stderr, "Unknown battery \"%s\". Known: small, crush.\n", battery);
    return 2;
  }
  unif01_DeleteExternGenBits(generator);
  printf("Words read: %llu\n", words_read);
  /* Beyond these bounds TestU01 itself prints a p-value as suspect. */
  int suspect = 0;
  for (int i = 0; i < bbattery_NTests; i++) {
    if (bbattery_pVal[i] >= 0 && (bbattery_pVal[i] < 0.001 || bbattery_pVal[i] > 0.999)) suspect++;
  }
  return suspect > 0;
}
