/**
 * Sobol indices: which part of the output's variance each factor, group and pair explains.
 * Model runs: those of its Saltelli design, samples x (units + 2), or samples x (2 units + 2) with pairs.
 *
 * With A, B the two samples, AB_u the sample A with the columns of unit u from B, BA_u the reverse, and outputs centred:
 * first order  V_u = mean f(B) (f(AB_u) - f(A))           Saltelli et al. (2010), table 2 (b)
 * total        VT_u = mean (f(A) - f(AB_u))^2 / 2         Jansen (1999); Saltelli et al. (2010), table 2 (f)
 * pair         V_uv = mean f(BA_u) f(AB_v) - f(A) f(B), less V_u and V_v      Saltelli (2002), theorem 2
 * groups       the same with sets of columns              Sobol' (1993)
 * each over the variance of all f(A) and f(B).
 *
 * Noise that is independent from row to row leaves V_u and V_uv without bias, since it enters as products of different
 * rows. It adds its own variance to VT_u and to the denominator; where it is known, it is taken off both (see
 * `variance-split.ts`).
 *
 * Intervals: percentile bootstrap over samples, a sample with all its rows at once (Archer, Saltelli & Sobol' 1997).
 * Sobol points spread more evenly than resamples of them, so their intervals are rather too wide; with independent
 * points they are nominal.
 */

import { normalQuantile } from '@trilogue/random';
import type { Answers } from '../answers.js';
import type { SaltelliRecipe } from '../design/recipe.js';
import { type SaltelliLayout, saltelliLayout } from '../design/saltelli.js';
import { groupOf } from '../factor/units.js';
import { bootstrap, weightedSum } from '../statistics/bootstrap.js';
import {
  type BootstrapOptions,
  type CompleteAnswers,
  completeAnswers,
  type Estimate,
  isConstant,
  type Warning,
} from './contract.js';
import { sobolWarnings } from './sobol-warnings.js';
import { SPLIT_SIZE, splitInto, splitOf, spreadOf, type VarianceSplit } from './variance-split.js';

/** First-order and total index of a factor or group. */
export interface SobolIndices {
  /** Part of the variance that goes when it alone is fixed, on average; of a group: the closed index of its factors. */
  readonly first: Estimate;
  /** Part of the variance that stays when all else is fixed, on average. */
  readonly total: Estimate;
}

/** What {@link sobolIndices} finds. */
export interface SobolResult {
  readonly method: 'sobol';
  /** Id of the design. */
  readonly design: string;
  readonly samples: number;
  /** Model runs. */
  readonly runs: number;
  readonly variance: VarianceSplit;
  /**
   * What the indices are parts of: the variance by the `parameters`; or that of the `output`, where noise is unknown,
   * or so large that the variance by the parameters cannot be told from zero.
   */
  readonly relativeTo: 'parameters' | 'output';
  /** In the order of the factors; empty where the design is of groups alone. */
  readonly indices: readonly ({ readonly parameter: string; readonly group: string | null } & SobolIndices)[];
  /** Empty where the design has no groups. */
  readonly groups: readonly ({ readonly group: string } & SobolIndices)[];
  /** Interaction of two units of one kind beyond their first orders; empty where the design is not of second order. */
  readonly pairs: readonly {
    readonly kind: 'parameter' | 'group';
    readonly names: readonly [string, string];
    readonly index: Estimate;
  }[];
  readonly warnings: readonly Warning[];
}

/**
 * Sobol indices with bootstrap percentile intervals. A constant output gives zeros and a warning.
 *
 * Time: samples x units x resamples multiplications; 22 factors, 1024 samples and 1000 resamples take a tenth of a
 * second.
 *
 * @throws SensitivityError for answers to another kind of design, incomplete answers, or wrong options.
 */
export function sobolIndices(answers: Answers, options: BootstrapOptions = {}): SobolResult {
  const complete = completeAnswers('Sobol indices', answers, ['saltelli']);
  const { design } = answers;
  const recipe = design.recipe as SaltelliRecipe;
  const layout = saltelliLayout(recipe);
  const constant = isConstant(complete.values);
  const spread = spreadOf(answers, complete);
  const blocks = blockColumns(layout, complete, spread.centre);
  const pairs = pairsOf(layout, recipe.secondOrder);
  const pairColumns = pairs.map(({ blocks: [b, c] }) => pairColumn(layout, complete.values, spread.centre, b, c));
  // first and total of every block, the pairs, and how far each first lies above its total
  const above = 2 * blocks.length + pairs.length;
  const size = above + blocks.length;

  /** All indices as parts of one variance, from place `at` on. */
  const indicesInto = (weights: Float64Array, out: Float64Array, at: number, variance: number): void => {
    const scale = recipe.samples * variance;
    for (const [b, { first, total }] of blocks.entries()) {
      out[at + 2 * b] = weightedSum(weights, first) / scale;
      out[at + 2 * b + 1] = weightedSum(weights, total) / scale;
      out[at + above + b] = out[at + 2 * b]! - out[at + 2 * b + 1]!;
    }
    for (const [
      p,
      {
        blocks: [b, c],
      },
    ] of pairs.entries()) {
      const closed = weightedSum(weights, pairColumns[p]!) / scale;
      out[at + 2 * blocks.length + p] = closed - out[at + 2 * b]! - out[at + 2 * c]!;
    }
  };
  const known = complete.noise !== null;
  const estimates = bootstrap(
    recipe.samples,
    SPLIT_SIZE + (known ? 2 * size : size),
    (weights, out) => {
      splitInto(spread, weights, out);
      const output = out[1]!;
      const parameters = out[2]!;
      if (constant) {
        return;
      }
      indicesInto(weights, out, SPLIT_SIZE, output);
      if (known) {
        // A resample may hold so little variance that noise exceeds it; it then counts as a very large index.
        indicesInto(weights, out, SPLIT_SIZE + size, Math.max(parameters, 1e-9 * output));
      }
    },
    options,
  );
  const variance = splitOf(spread, estimates);
  const dominated = known && !constant && variance.parameters.low <= 0;
  const relativeTo = known && !dominated ? 'parameters' : 'output';
  const indexOf = (place: number): Estimate =>
    estimates[SPLIT_SIZE + (relativeTo === 'parameters' ? size : 0) + place]!;
  const indicesOf = (unit: number): SobolIndices => {
    const b = layout.blockOf[unit]!;
    return { first: indexOf(2 * b), total: indexOf(2 * b + 1) };
  };
  const units = [...layout.units.entries()];
  const result = {
    method: 'sobol',
    design: design.id,
    samples: recipe.samples,
    runs: design.runs,
    variance,
    relativeTo,
    indices: units
      .filter(([, { kind }]) => kind === 'parameter')
      .map(([u, { name, members }]) => {
        const group = groupOf(recipe.factors[members[0]!]!, recipe.groups);
        return { parameter: name, group, ...indicesOf(u) };
      }),
    groups: units.filter(([, { kind }]) => kind === 'group').map(([u, { name }]) => ({ group: name, ...indicesOf(u) })),
    pairs: pairs.map(({ kind, names }, p) => ({ kind, names, index: indexOf(2 * blocks.length + p) })),
  } as const;
  const blockCount = layout.blocks.length;
  const crossed = units
    .filter(([u]) => surelyAbove(indexOf(above + layout.blockOf[u]!), options.confidence))
    .map(([, { name }]) => name);
  const facts = { constant, dominated, blockCount, points: recipe.points, crossed };
  return { ...result, warnings: sobolWarnings(result, facts) };
}

/** Whether a difference of the same resamples lies above 0 by more than three standard errors, as its interval has them. */
function surelyAbove({ value, low, high }: Estimate, confidence = 0.95): boolean {
  return value > 0 && value > (3 * (high - low)) / (2 * normalQuantile((1 + confidence) / 2));
}

/** One number a sample whose mean is V_u, and one whose mean is VT_u. */
function blockColumns({ blocks, width }: SaltelliLayout, { values, noise }: CompleteAnswers, centre: number) {
  const samples = values.length / width;
  return blocks.map((_, b) => {
    const first = new Float64Array(samples);
    const total = new Float64Array(samples);
    for (let j = 0; j < samples; j++) {
      const row = j * width;
      const change = values[row + 1 + b]! - values[row]!;
      first[j] = (values[row + width - 1]! - centre) * change;
      total[j] = (change * change - (noise ? noise[row]! + noise[row + 1 + b]! : 0)) / 2;
    }
    return { first, total };
  });
}

/** One number a sample whose mean is the closed variance of two blocks. */
function pairColumn(layout: SaltelliLayout, values: Float64Array, centre: number, b: number, c: number): Float64Array {
  const { width, blocks } = layout;
  return Float64Array.from({ length: values.length / width }, (_, j) => {
    const at = (slot: number): number => values[j * width + slot]! - centre;
    return at(1 + blocks.length + b) * at(1 + c) - at(0) * at(width - 1);
  });
}

/** All pairs of units of one kind. */
function pairsOf({ units, blockOf }: SaltelliLayout, secondOrder: boolean) {
  return units.flatMap((one, u) =>
    units.slice(u + 1).flatMap((other, rest) =>
      secondOrder && one.kind === other.kind
        ? {
            kind: one.kind,
            names: [one.name, other.name] as const,
            blocks: [blockOf[u]!, blockOf[u + 1 + rest]!] as const,
          }
        : [],
    ),
  );
}
