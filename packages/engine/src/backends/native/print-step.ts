/**
 * Prints a step program as the C function `run`: as many paths as a vector has lanes, and two such groups side by side, whose
 * waits fill each other. Text is made of operations, numbers and indices alone: no name of a game gets here.
 */
import { batchOf, bitOf, type IncrementLayout } from '../../program/increments.js';
import { invariants, type Node, type Program } from '../../program/program.js';
import { batchesToClear } from '../../program/tiny.js';
import { floatLiteral } from './literals.js';

/** Groups of W paths side by side. */
export const GROUPS = 2;

const operators = { add: '+', sub: '-', mul: '*', div: '/' } as const;

/**
 * The function. Its records lie as those of the WebAssembly kernel: [record][four paths][register][lane].
 */
export function printStep(program: Program, layout: IncrementLayout): string {
  const { registers } = program;
  const { steps, blocks } = batchOf(layout);
  const fixed = invariants(program);
  const groups = Array.from({ length: GROUPS }, (_, g) => g);
  const each = (line: (group: number, register: number) => string) =>
    groups.map((g) => registers.map((_, r) => line(g, r)).join(' '));
  const perGroup = (line: (group: number) => string) => groups.map(line);
  const words = 4 * blocks;
  const draw = [
    `for (int k = 0; k < ${blocks}; k++, block++) {`,
    ...perGroup((g) => `philox(w${g} + 4 * k, block, path${g}, pathHi, cell, keyLo, keyHi);`),
    '}',
    ...(layout.kind === 'gaussian'
      ? [`for (int k = 0; k < ${words}; k += 2) {`, ...perGroup((g) => `normals(w${g} + k);`), '}']
      : []),
  ];
  const record = [
    'if (--until == 0) {',
    ...each((g, r) => `keep(record + ${g} * W * ${registers.length} + 4 * ${r}, r${g}_${r});`),
    'record += span;',
    'if (--left == 0) goto done;',
    'until = *++gap;',
    '}',
  ];
  const step = [...groups.flatMap((g) => stepOf(program, layout, fixed, g)), ...record];
  const allSteps =
    layout.stepsPerWord > 1
      ? [
          `for (int k = 0; k < ${words}; k++) {`,
          ...perGroup((g) => `U x${g}_0 = w${g}[k];`),
          '#pragma GCC unroll 1',
          `for (int s = 0; s < ${layout.stepsPerWord}; s++) {`,
          ...step,
          ...perGroup((g) => `x${g}_0 <<= ${layout.bits * layout.channels};`),
          '}',
          '}',
        ]
      : [
          '#pragma GCC unroll 1',
          `for (int s = 0; s < ${steps}; s++) {`,
          ...groups.flatMap((g) =>
            Array.from(
              { length: layout.wordsPerStep },
              (_, w) => `U x${g}_${w} = w${g}[s * ${layout.wordsPerStep} + ${w}];`,
            ),
          ),
          ...step,
          '}',
        ];
  return [
    `INLINE void keep(float *to, V value) {`,
    '  for (int q = 0; q < W / 4; q++)',
    `    __builtin_memcpy(to + ${4 * registers.length} * q, (float *)&value + 4 * q, 16);`,
    '}',
    'static void run(const float *restrict numbers, const float *restrict start, float *restrict out, long span, const int32_t *restrict gaps,',
    '                long records, long rounds, uint32_t pathLo, uint32_t pathHi, uint32_t cell, uint32_t keyLo, uint32_t keyHi) {',
    ...program.nodes.flatMap((node, i) => (fixed[i] ? define(node, i, program, layout, 0) : [])),
    'U path0;',
    '__builtin_memcpy(&path0, lanes, sizeof path0);',
    'path0 += pathLo;',
    ...groups.slice(1).map((g) => `U path${g} = path0 + ${g} * W;`),
    ...(words > 0 ? perGroup((g) => `U w${g}[${words}];`) : []),
    'for (; rounds > 0; rounds--) {',
    ...each((g, r) => `V r${g}_${r} = splat(start[${r}]);`),
    'uint32_t block = 0; int clear = 1; long left = records; const int32_t *gap = gaps; int32_t until = *gap; float *record = out;',
    'for (;;) {',
    'if (--clear == 0) {',
    `clear = ${batchesToClear(layout)};`,
    ...each((g, r) => `r${g}_${r} = cleared(r${g}_${r});`),
    '}',
    ...(blocks > 0 ? draw : []),
    ...allSteps,
    '}',
    'done:',
    `out += ${GROUPS} * W * ${registers.length};`,
    ...perGroup((g) => `path${g} += ${GROUPS} * W;`),
    '}',
    '}',
  ].join('\n');
}

/** One step of one group. */
function stepOf(program: Program, layout: IncrementLayout, fixed: readonly boolean[], group: number): string[] {
  return [
    '{',
    ...program.nodes.flatMap((node, i) => (fixed[i] ? [] : define(node, i, program, layout, group))),
    ...program.results.map((node, r) => `V next${r} = ${value(program, node, group)};`),
    ...program.results.map((_, r) => `r${group}_${r} = next${r};`),
    '}',
  ];
}

function define(node: Node, i: number, program: Program, layout: IncrementLayout, group: number): string[] {
  const of = (operand: number) => value(program, operand, group);
  const is = (text: string) => [`const V v${i} = ${text};`];
  const test = (text: string) => [`const I m${i} = ${text};`, `const V v${i} = (V)(m${i} & (I)splat(1.0f));`];
  switch (node.op) {
    case 'constant':
    case 'register':
      return [];
    case 'coefficient':
      return is(`splat(numbers[${node.index}])`);
    case 'normal':
      return is(`(V)x${group}_${node.channel}`);
    case 'flip': {
      const { word, bit } = bitOf(layout, 0, node.channel);
      return is(`flipped(${of(node.a)}, x${group}_${word} << ${bit})`);
    }
    case 'sqrt':
      return is(`root(${of(node.a)})`);
    case 'exp':
      return is(`exponential(${of(node.a)})`);
    case 'min':
      return is(`least(${of(node.a)}, ${of(node.b)})`);
    case 'max':
      return is(`most(${of(node.a)}, ${of(node.b)})`);
    case 'less':
      return test(`${of(node.a)} < ${of(node.b)}`);
    case 'differs':
      return test(`${of(node.a)} != ${of(node.b)}`);
    case 'select': {
      const { op } = program.nodes[node.condition];
      const mask = op === 'less' || op === 'differs' ? `m${node.condition}` : `${of(node.condition)} == 1.0f`;
      return is(`choose(${mask}, ${of(node.a)}, ${of(node.b)})`);
    }
    default:
      return is(`${of(node.a)} ${operators[node.op]} ${of(node.b)}`);
  }
}

function value(program: Program, i: number, group: number): string {
  const node = program.nodes[i];
  if (node.op === 'constant') return `splat(${floatLiteral(node.value)})`;
  if (node.op === 'register') return `r${group}_${node.index}`;
  return `v${i}`;
}
