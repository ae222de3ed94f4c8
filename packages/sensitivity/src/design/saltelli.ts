/**
 * Saltelli design: two independent samples A and B, and for every unit the sample A with that unit's columns from B.
 * Model runs: samples x (units + 2); with second order samples x (2 units + 2). A group of one factor shares that
 * factor's rows.
 *
 * Rows of one sample lie together (A, AB_1 ... AB_u, [BA_1 ... BA_u,] B), so a design with more samples begins with
 * this one. Columns of A and B are dimensions 2 i and 2 i + 1 of one Sobol sequence, so a factor added at the end
 * changes no other column.
 *
 * Sources: Saltelli (2002) for A, B, AB and BA; Saltelli et al. (2010), section 4, for Sobol points as their source;
 * groups as in Sobol' (1993), whose indices are of sets of factors.
 */
import { createStream, keyOf, SOBOL_DIMENSIONS, sobolPoints } from '@trilogue/random';
import { checkCount, checkObject } from '../check.js';
import { checkFactors, type Factor, scale } from '../factor/factor.js';
import { checkGroups, type Groups, type Unit, type UnitKind, unitsOf } from '../factor/units.js';
import { type Design, defineDesign } from './contract.js';
import type { SampleOptions } from './latin-hypercube.js';
import type { SaltelliRecipe } from './recipe.js';

/** Options of {@link saltelliDesign}. */
export interface SaltelliOptions extends SampleOptions {
  /** Groups by name, each a list of factor names; default those that the factors name. */
  readonly groups?: Groups;
  /** What to find indices of; default each factor, and each group where there are groups. */
  readonly indicesOf?: readonly UnitKind[];
  /** Also the rows for indices of pairs, default false. */
  readonly secondOrder?: boolean;
  /** `sobol` (default): scrambled Sobol points, up to 256 factors; `random`: independent points, for any number. */
  readonly points?: 'sobol' | 'random';
}

/**
 * The design for {@link sobolIndices}.
 *
 * @throws SensitivityError for wrong factors or groups, a wrong number of samples, more than 256 factors on Sobol points.
 */
export function saltelliDesign(factors: readonly Factor[], options: SaltelliOptions): Design<SaltelliRecipe> {
  const own = checkFactors(factors);
  checkObject('The options of a design', options);
  const { samples, seed = 'trilogue', secondOrder = false, points = 'sobol' } = options;
  const groups = checkGroups(own, options.groups);
  const hasGroups = Object.keys(groups).length > 0;
  const indicesOf = options.indicesOf ?? (hasGroups ? ['parameter', 'group'] : ['parameter']);
  checkCount('The number of samples', samples, 2, 2 ** 24);
  if (points === 'sobol') {
    checkCount('The number of factors on Sobol points', own.length, 1, SOBOL_DIMENSIONS / 2);
  }
  const recipe: SaltelliRecipe = {
    method: 'saltelli',
    factors: own,
    samples,
    seed,
    groups,
    indicesOf: [...indicesOf],
    secondOrder,
    points,
  };
  const { blocks, width } = saltelliLayout(recipe);
  const base = points === 'sobol' ? sobolBase(recipe) : randomBase(recipe);

  return defineDesign(
    recipe,
    samples * width,
    (row) => {
      const sample = Math.floor(row / width);
      const slot = row % width;
      // Slot 0 is A and the last is B; a BA row is B with the unit's columns from A.
      const mostlyB = slot > blocks.length;
      const moved = slot === 0 || slot === width - 1 ? [] : blocks[(slot - 1) % blocks.length]!;
      return own.map((factor, i) => {
        const fromB = moved.includes(i) !== mostlyB ? 1 : 0;
        return scale(factor, base[2 * (sample * own.length + i) + fromB]!);
      });
    },
    true,
  );
}

/** Where the rows of a Saltelli design lie. */
export interface SaltelliLayout {
  readonly units: readonly Unit[];
  /** The different sets of factors among the units. */
  readonly blocks: readonly (readonly number[])[];
  /** Place in `blocks` of every unit. */
  readonly blockOf: readonly number[];
  /** Rows of one sample: A in slot 0, AB of block b in slot 1 + b, BA in slot 1 + blocks + b, B in the last. */
  readonly width: number;
}

/** The layout that follows from a recipe. */
export function saltelliLayout({ factors, groups, indicesOf, secondOrder }: SaltelliRecipe): SaltelliLayout {
  const units = unitsOf(factors, groups, indicesOf);
  const names = [...new Set(units.map(({ members }) => members.join()))];
  const blockOf = units.map(({ members }) => names.indexOf(members.join()));
  const blocks = names.map((_, b) => units[blockOf.indexOf(b)]!.members);
  return { units, blocks, blockOf, width: blocks.length * (secondOrder ? 2 : 1) + 2 };
}

function sobolBase({ factors, samples, seed }: SaltelliRecipe): Float64Array {
  return sobolPoints(samples, 2 * factors.length, { key: keyOf(`design\n${seed}`) });
}

/** Independent points: sample j reads stream j, so more samples or factors keep those before. */
function randomBase({ factors, samples, seed }: SaltelliRecipe): Float64Array {
  const key = keyOf(`design\n${seed}`);
  const base = new Float64Array(samples * 2 * factors.length);
  for (let sample = 0; sample < samples; sample++) {
    const stream = createStream(key, 0, sample);
    for (let i = 0; i < 2 * factors.length; i++) {
      base[sample * 2 * factors.length + i] = (stream.word() + 0.5) * 2 ** -32;
    }
  }
  return base;
}
