/**
 * Morris screening: mean and spread of the elementary effects of every factor.
 * Model runs: those of its design, trajectories x (units + 1).
 *
 * An elementary effect is the change of the output in one step over the size of the step, where every range counts as
 * 1. mu and sigma, their mean and standard deviation: Morris (1991). mu*, the mean of their absolute values, and
 * groups, for which mu* alone has a meaning: Campolongo, Cariboni & Saltelli (2007).
 *
 * Known noise, independent from row to row, adds s^2 = (v + v') / step^2 to the square of an effect; it is taken off
 * that of sigma. From |d| it cannot be taken off without bias, but mu* can be bracketed. With noise, mean |d| is above mu*. With
 * d + s z and d - s z for a normal z there are two effects of independent noise, and the sign of one times the other is
 * below |effect| on average, since a wrong sign only takes away; over z that is d (2 Phi(d / s) - 1) - 2 s phi(d / s).
 * The interval runs from the lower end of the one mean to the upper end of the other, the value is midway.
 *
 * Intervals: percentile bootstrap over trajectories.
 */

import { normalDensity, normalHalf } from '@trilogue/random';
import type { Answers } from '../answers.js';
import type { MorrisRecipe } from '../design/recipe.js';
import { groupOf, unitsOf } from '../factor/units.js';
import { bootstrap, weightedSum } from '../statistics/bootstrap.js';
import { type BootstrapOptions, completeAnswers, type Estimate, isConstant, type Warning } from './contract.js';

/** Effects of one factor, in units of the output over the whole range. */
export interface MorrisEffect {
  readonly parameter: string;
  readonly group: string | null;
  /** Mean effect, signed. */
  readonly mu: Estimate;
  /** Mean absolute effect. Its interval holds what noise may have added. */
  readonly muStar: Estimate;
  /** Standard deviation of the effect: interaction or curvature. */
  readonly sigma: Estimate;
}

/** What {@link morrisEffects} finds. */
export interface MorrisResult {
  readonly method: 'morris';
  readonly design: string;
  readonly trajectories: number;
  readonly runs: number;
  /** In the order of the factors; empty where the design moves groups. */
  readonly effects: readonly MorrisEffect[];
  /** Empty where the design moves single factors. */
  readonly groups: readonly { readonly group: string; readonly muStar: Estimate }[];
  readonly warnings: readonly Warning[];
}

/** One number a trajectory for each sum: effects, bounds of their absolute values, squares about their mean, and noise. */
interface Effects {
  readonly effect: Float64Array;
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly square: Float64Array;
  readonly noise: Float64Array;
  /** Mean effect over all trajectories. */
  readonly mean: number;
}

/**
 * Morris effects with bootstrap percentile intervals.
 *
 * @throws SensitivityError for answers to another kind of design, incomplete answers, or wrong options.
 */
export function morrisEffects(answers: Answers, options: BootstrapOptions = {}): MorrisResult {
  const { values, noise } = completeAnswers('Morris effects', answers, ['morris']);
  const { design } = answers;
  const recipe = design.recipe as MorrisRecipe;
  const units = unitsOf(recipe.factors, recipe.groups, [recipe.effectsOf]);
  const effects = elementaryEffects(answers, values, noise);
  const n = recipe.trajectories;
  const estimates = bootstrap(
    n,
    4 * units.length,
    (weights, out) => {
      for (const [u, { effect, above, below, square, mean, noise: own }] of effects.entries()) {
        const mu = weightedSum(weights, effect) / n;
        const variance =
          (weightedSum(weights, square) - n * (mu - mean) ** 2) / (n - 1) - weightedSum(weights, own) / n;
        out[4 * u] = mu;
        out[4 * u + 1] = weightedSum(weights, above) / n;
        out[4 * u + 2] = weightedSum(weights, below) / n;
        out[4 * u + 3] = Math.sqrt(Math.max(0, variance));
      }
    },
    options,
  );
  const of = (u: number) => {
    const [mu, above, below, sigma] = estimates.slice(4 * u, 4 * u + 4) as [Estimate, Estimate, Estimate, Estimate];
    const value = Math.max(Math.abs(mu.value), (above.value + below.value) / 2);
    return { mu, muStar: { value, low: Math.max(0, below.low), high: above.high }, sigma };
  };
  const single = recipe.effectsOf === 'parameter';
  const noisy = units.filter((_, u) => effects[u]!.noise.some((v) => v > 0) && of(u).muStar.low === 0);
  return {
    method: 'morris',
    design: design.id,
    trajectories: n,
    runs: design.runs,
    effects: single
      ? units.map(({ name }, u) => ({ parameter: name, group: groupOf(recipe.factors[u]!, recipe.groups), ...of(u) }))
      : [],
    groups: single ? [] : units.map(({ name }, u) => ({ group: name, muStar: of(u).muStar })),
    warnings: warningsOf(
      isConstant(values),
      n,
      noisy.map(({ name }) => name),
    ),
  };
}

function elementaryEffects({ design }: Answers, values: Float64Array, noise: Float64Array | null): Effects[] {
  const { factors, trajectories, groups, effectsOf, levels } = design.recipe as MorrisRecipe;
  const units = unitsOf(factors, groups, [effectsOf]);
  const step = levels / (2 * (levels - 1));
  const column = () => new Float64Array(trajectories);
  const effects = units.map(() => ({ effect: column(), noise: column() }));
  const width = units.length + 1;
  for (let t = 0; t < trajectories; t++) {
    let before = design.point(t * width);
    for (let row = t * width + 1; row < (t + 1) * width; row++) {
      const after = design.point(row);
      const moved = after.findIndex((value, i) => value !== before[i]);
      const { effect, noise: own } = effects[units.findIndex(({ members }) => members.includes(moved))]!;
      effect[t] = (values[row]! - values[row - 1]!) / (after[moved]! > before[moved]! ? step : -step);
      own[t] = noise ? (noise[row]! + noise[row - 1]!) / step ** 2 : 0;
      before = after;
    }
  }
  return effects.map(({ effect, noise: own }) => {
    const mean = effect.reduce((a, b) => a + b, 0) / trajectories;
    const below = effect.map((e, t) => lowerAbsolute(Math.abs(e), Math.sqrt(own[t]!)));
    return { effect, above: effect.map(Math.abs), below, square: effect.map((e) => (e - mean) ** 2), noise: own, mean };
  });
}

/** A function of a noisy absolute value d whose mean is at most the true one. */
function lowerAbsolute(d: number, s: number): number {
  return s === 0 ? d : 2 * (d * normalHalf(d / s) - s * normalDensity(d / s));
}

function warningsOf(constant: boolean, trajectories: number, noisy: string[]): Warning[] {
  if (constant) {
    return [
      { code: 'constant-output', names: [], message: 'The output is the same at every point; nothing has an effect.' },
    ];
  }
  const warnings: Warning[] = [];
  if (trajectories < 10) {
    const message = `${trajectories} trajectories are few; take at least 10.`;
    warnings.push({ code: 'few-samples', names: [], message });
  }
  if (noisy.length > 0) {
    const message = `The mean absolute effect of ${noisy.join(', ')} cannot be told from zero beside the noise; more paths a point may tell.`;
    warnings.push({ code: 'noise-in-effects', names: noisy, message });
  }
  return warnings;
}
