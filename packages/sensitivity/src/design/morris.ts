/**
 * Morris design: trajectories on a grid of levels, each step of which moves one unit.
 * Model runs: trajectories x (units + 1). Rows of a trajectory lie together, in the order of its steps.
 *
 * Sources: Morris (1991) for the trajectories and the step levels / (2 (levels - 1)); Campolongo, Cariboni & Saltelli
 * (2007) for the choice among many (`morris-choice.ts`, with another criterion) and for groups, whose factors move in the
 * same step, each up or down at random.
 */
import { createStream, keyOf, type Stream } from '@trilogue/random';
import { checkCount, checkObject } from '../check.js';
import { SensitivityError } from '../errors.js';
import { checkFactors, type Factor, scale } from '../factor/factor.js';
import { checkGroups, type Groups, type Unit, type UnitKind, unitsOf } from '../factor/units.js';
import { type Design, defineDesign } from './contract.js';
import { evenChoice } from './morris-choice.js';
import type { MorrisRecipe } from './recipe.js';

/** Options of {@link morrisDesign}. */
export interface MorrisOptions {
  /** Number of trajectories, at least 2. */
  readonly trajectories: number;
  /** Any text, default `trilogue`. */
  readonly seed?: string;
  /** Number of levels, even, default 4. */
  readonly levels?: number;
  /** Trajectories drawn, of which those that fill the space evenly are kept; default four times as many. As many as are kept: no choice. */
  readonly candidates?: number;
  /** Groups by name; default those that the factors name. Used where `effectsOf` is `group`. */
  readonly groups?: Groups;
  /** What moves in one step: each factor (default) or each group. */
  readonly effectsOf?: UnitKind;
}

/**
 * The design for {@link morrisEffects}. The choice among n candidates takes time of order n^2 x units^2 x factors.
 *
 * @throws SensitivityError for wrong factors or groups, an odd number of levels, fewer candidates than trajectories.
 */
export function morrisDesign(factors: readonly Factor[], options: MorrisOptions): Design<MorrisRecipe> {
  const own = checkFactors(factors);
  checkObject('The options of a design', options);
  const { trajectories, seed = 'trilogue', levels = 4, effectsOf = 'parameter' } = options;
  checkCount('The number of trajectories', trajectories, 2, 2 ** 16);
  checkCount('The number of levels', levels, 2, 2 ** 10);
  const { candidates = 4 * trajectories } = options;
  checkCount('The number of candidates', candidates, trajectories, 2 ** 18);
  if (levels % 2 !== 0) {
    throw new SensitivityError('option', `The number of levels of a Morris design must be even, found ${levels}.`);
  }
  const groups = checkGroups(own, options.groups);
  const units = unitsOf(own, groups, [effectsOf]);
  const key = keyOf(`design\n${seed}`);
  const drawn = Array.from({ length: candidates }, (_, i) =>
    drawTrajectory(units, own.length, levels, createStream(key, 0, i)),
  );
  const chosen = evenChoice(drawn, trajectories, levels).map((i) => drawn[i]!);
  const recipe: MorrisRecipe = {
    method: 'morris',
    factors: own,
    trajectories,
    seed,
    levels,
    candidates,
    groups,
    effectsOf,
  };
  const width = units.length + 1;
  return defineDesign(recipe, trajectories * width, (row) => {
    const point = chosen[Math.floor(row / width)]![row % width]!;
    return own.map((factor, i) => scale(factor, point[i]! / (levels - 1)));
  });
}

/**
 * The points of a trajectory, counted in levels. Every factor starts in the lower half and goes up, or in the upper half
 * and goes down, so that both ends are on the grid.
 */
function drawTrajectory(units: readonly Unit[], factors: number, levels: number, stream: Stream): Int32Array[] {
  const half = levels / 2;
  const below = (end: number): number => Math.floor((stream.word() / 2 ** 32) * end);
  const start = new Int32Array(factors);
  const steps = new Int32Array(factors);
  for (let i = 0; i < factors; i++) {
    const up = below(2) === 1;
    start[i] = below(half) + (up ? 0 : half);
    steps[i] = up ? half : -half;
  }
  const order = units.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const points = [start];
  for (const unit of order) {
    const next = points.at(-1)!.slice();
    for (const member of units[unit]!.members) {
      next[member] = next[member]! + steps[member]!;
    }
    points.push(next);
  }
  return points;
}
