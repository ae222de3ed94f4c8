/**
 * Prints a kernel as a C program that answers requests for chunks: steps, reductions and the exchange. What differs between
 * runs of one program is read from its standard input and not part of the text: key, recorded times, places in the tally, cells.
 */
import type { Kernel } from '../contract.js';
import { printReduction, reductionsOf } from '../wasm/reduce/print-reduction.js';
import { draws, vectors } from './noise.js';
import { operations } from './operations.js';
import { printCode } from './print-code.js';
import { GROUPS, printStep } from './print-step.js';

export function kernelText({ program, layout, measures, records }: Kernel): string {
  const registers = program.registers.length;
  const reductions = reductionsOf(measures, records.length - 1);
  return [
    ...['stddef', 'stdint', 'stdio', 'stdlib'].map((name) => `#include <${name}.h>`),
    ...[vectors, draws, printStep(program, layout), operations],
    ...reductions.map((reduction) => printCode(printReduction(reduction, registers))),
    ...[`#define REGISTERS ${registers}`, `#define COEFFICIENTS ${program.coefficients}`],
    `#define REDUCTIONS ${reductions.length}`,
    `#define ROUND (${GROUPS} * W)`,
    'static void reduce(word records, word span, word groups, word tally, int32_t *const *lists, const int32_t *places) {',
    ...reductions.map(({ name }, i) => `  ${name}(records, span, groups, tally, (word)lists[${i}], places[${i}]);`),
    '}',
    exchange,
    '',
  ].join('\n');
}

/**
 * All numbers are in the machine's own order. First: low and high word of the key, records, numbers of a cell's tally, the steps
 * between records, and for each reduction the number of its places and their list. Then for each chunk: cells, low and high word
 * of the first path, paths, coefficients, start registers and streams of the cells. The answer: the tallies, and where paths are no whole groups of
 * four, the records of each cell's last group.
 */
const exchange = `static int get(void *to, size_t bytes) { return fread(to, 1, bytes, stdin) == bytes; }
static void need(void *to, size_t bytes) { if (!get(to, bytes)) exit(3); }
static void give(const void *from, size_t bytes) { if (fwrite(from, 1, bytes, stdout) != bytes) exit(4); }
static void *room(size_t bytes) { void *at = aligned_alloc(64, (bytes + 64) / 64 * 64); if (!at) exit(5); return at; }
int main(void) {
  uint32_t head[4], ask[4];
  need(head, sizeof head);
  const size_t records = head[2], size = head[3];
  int32_t *gaps = room(4 * records + 4), places[REDUCTIONS + 1], *lists[REDUCTIONS + 1];
  need(gaps, 4 * records);
  gaps[records] = 0;
  for (int i = 0; i < REDUCTIONS; i++) {
    need(&places[i], 4);
    lists[i] = room(8 * places[i]);
    need(lists[i], 8 * places[i]);
  }
  const size_t round = 4 * ROUND * REGISTERS;
  size_t most = 262144 / (round * records);
  most = most < 1 ? 1 : most > 16 ? 16 : most;
  const long span = most * ROUND * REGISTERS;
  float *out = room(4 * span * records);
  while (get(ask, sizeof ask)) {
    const size_t cells = ask[0], paths = ask[3], rest = paths % 4, kept = rest ? 16 * REGISTERS * records : 0;
    float *numbers = room(4 * COEFFICIENTS * cells), *start = room(4 * REGISTERS * cells);
    uint32_t *streams = room(4 * cells);
    double *tallies = room(8 * size * cells);
    char *last = room(kept * cells);
    need(numbers, 4 * COEFFICIENTS * cells);
    need(start, 4 * REGISTERS * cells);
    need(streams, 4 * cells);
    for (size_t i = 0; i < size * cells; i++) tallies[i] = 0;
    for (size_t cell = 0; cell < cells; cell++) {
      for (size_t done = 0; done < paths; done += most * ROUND) {
        const size_t now = paths - done < most * ROUND ? paths - done : most * ROUND, groups = now / 4;
        run(numbers + COEFFICIENTS * cell, start + REGISTERS * cell, out, span, gaps, records, (now + ROUND - 1) / ROUND,
            ask[1] + (uint32_t)done, ask[2], streams[cell], head[0], head[1]);
        if (groups > 0) reduce((word)out, 4 * span, groups, (word)(tallies + size * cell), lists, places);
        if (now % 4)
          for (size_t record = 0; record < records; record++)
            __builtin_memcpy(last + kept * cell + 16 * REGISTERS * record, out + span * record + 4 * REGISTERS * groups, 16 * REGISTERS);
      }
    }
    give(tallies, 8 * size * cells);
    give(last, kept * cells);
    if (fflush(stdout)) exit(4);
    free(numbers), free(start), free(streams), free(tallies), free(last);
  }
  return 0;
}`;
