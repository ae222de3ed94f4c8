/**
 * Evaluates a step program in TypeScript: in double precision (the readable truth) or rounding every operation to
 * single precision (what other backends must give bit for bit, where they promise it).
 */
import { expSingle } from './exponential.js';
import type { Program } from './program.js';

/** Rounding of each operation. */
export type Rounding = (value: number) => number;

export const double: Rounding = (value) => value;
export const single: Rounding = Math.fround;

/** Increments of one step, one number a channel: a standard normal or a sign. */
export type Increments = ArrayLike<number>;

/**
 * One step.
 *
 * @param registers values before the step; not changed
 * @param out receives the values after the step; may be `registers`
 */
export function evaluateStep(
  program: Program,
  coefficients: ArrayLike<number>,
  registers: ArrayLike<number>,
  increments: Increments,
  round: Rounding,
  out: Float64Array,
): void {
  const values = new Float64Array(program.nodes.length);
  for (let i = 0; i < program.nodes.length; i++) {
    const node = program.nodes[i];
    switch (node.op) {
      case 'constant':
        values[i] = node.value;
        break;
      case 'register':
        values[i] = registers[node.index];
        break;
      case 'coefficient':
        values[i] = round(coefficients[node.index]);
        break;
      case 'normal':
        values[i] = increments[node.channel];
        break;
      case 'flip':
        values[i] = increments[node.channel] < 0 ? -values[node.a] : values[node.a];
        break;
      case 'exp':
        values[i] = round === double ? Math.exp(values[node.a]) : expSingle(values[node.a]);
        break;
      case 'sqrt':
        values[i] = round(Math.sqrt(values[node.a]));
        break;
      case 'add':
        values[i] = round(values[node.a] + values[node.b]);
        break;
      case 'sub':
        values[i] = round(values[node.a] - values[node.b]);
        break;
      case 'mul':
        values[i] = round(values[node.a] * values[node.b]);
        break;
      case 'div':
        values[i] = round(values[node.a] / values[node.b]);
        break;
      case 'min':
        values[i] = Math.min(values[node.a], values[node.b]);
        break;
      case 'max':
        values[i] = Math.max(values[node.a], values[node.b]);
        break;
      case 'less':
        values[i] = values[node.a] < values[node.b] ? 1 : 0;
        break;
      case 'differs':
        values[i] = values[node.a] !== values[node.b] ? 1 : 0;
        break;
      case 'select':
        values[i] = values[node.condition] === 1 ? values[node.a] : values[node.b];
        break;
    }
  }
  for (let r = 0; r < program.results.length; r++) out[r] = values[program.results[r]];
}
