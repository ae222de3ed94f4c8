/**
 * What an analysis found as plain data with flat names: what `sensitivity --json` prints, what the tables hold, and what
 * the text is made of.
 */
import type { Game } from '@trilogue/core';
import { askedOptions } from '@trilogue/engine';
import type { Design, Estimate, Warning } from '@trilogue/sensitivity';
import { type Findings, findingsOf, type StudyStep, type Told } from '@trilogue/study';
import type { StudyRecipe } from './recipe.js';

/** An estimate under a name: `total`, `totalLow`, `totalHigh`. */
export type FlatEstimate<Name extends string> = Readonly<Record<Name | `${Name}Low` | `${Name}High`, number>>;

export interface FactorName {
  readonly parameter: string;
  /** Null where the factor has none. */
  readonly group: string | null;
}

export type SobolIndex = FlatEstimate<'first'> & FlatEstimate<'total'>;
export type OatIndex = FactorName &
  FlatEstimate<'change'> & {
    readonly swing: number;
    /** Where inside the range the metric is largest, or smallest; null where an end is. */
    readonly peak: number | null;
    readonly trough: number | null;
    readonly at: readonly number[];
    readonly values: readonly number[];
    readonly lows: readonly number[];
    readonly highs: readonly number[];
  };

export type Indices =
  | {
      readonly method: 'sobol';
      readonly indices: readonly (FactorName & SobolIndex)[];
      readonly groups: readonly ({ readonly group: string } & SobolIndex)[];
      /** Variance of the metric over the ranges, by the factors and, where it is known, by the paths' noise. */
      readonly variance: Readonly<Record<string, Estimate | null>>;
      readonly relativeTo: 'parameters' | 'output';
    }
  | {
      readonly method: 'morris';
      readonly indices: readonly (FactorName & FlatEstimate<'mu'> & FlatEstimate<'muStar'> & FlatEstimate<'sigma'>)[];
    }
  | {
      readonly method: 'prcc';
      readonly indices: readonly (FactorName & FlatEstimate<'correlation'> & { readonly p: number })[];
    }
  | { readonly method: 'oat'; readonly indices: readonly OatIndex[]; readonly base: Estimate };

export type StudyDocument = Indices &
  Omit<StudyRecipe, 'game' | 'method' | 'factors' | 'device' | 'versions' | 'dt'> & {
    readonly game: string;
    readonly title: string;
    /** Points at which the model was run. */
    readonly runs: number;
    readonly dt: number;
    readonly stepBias: number | null;
    readonly factors: readonly {
      readonly name: string;
      readonly range: readonly [number, number];
      readonly title?: string;
    }[];
    readonly warnings: readonly Warning[];
  };

/** What outputs say. */
export function studyDocument(
  game: Game,
  recipe: StudyRecipe,
  step: StudyStep,
  design: Design,
  outputs: readonly Told[],
): StudyDocument {
  const { factors, samples, backend } = recipe;
  const { name: own, title, parameters } = game;
  const findings = findingsOf(design, outputs, recipe);
  const { tolerance: _, dt: __, ...asked } = askedOptions(recipe);
  const { dt, bias: stepBias } = step;
  return {
    ...indicesOf(findings),
    ...{ ...asked, samples, backend, game: own, title, runs: findings.runs, dt, stepBias },
    factors: factors.map(({ name, range }) => {
      const title = parameters.find((parameter) => parameter.name === name)?.title;
      return { name, range, ...(title === undefined ? {} : { title }) };
    }),
    warnings: findings.warnings,
  };
}

function indicesOf(findings: Findings): Indices {
  switch (findings.method) {
    case 'sobol': {
      const { indices, groups, variance, relativeTo } = findings;
      return {
        method: 'sobol',
        indices: indices.map(({ first, total, ...of }) => ({
          ...of,
          ...flat('first', first),
          ...flat('total', total),
        })),
        groups: groups.map(({ first, total, ...of }) => ({ ...of, ...flat('first', first), ...flat('total', total) })),
        variance: { ...variance },
        relativeTo,
      };
    }
    case 'morris':
      return {
        method: 'morris',
        indices: findings.effects.map(({ mu, muStar, sigma, ...of }) => ({
          ...{ ...of, ...flat('mu', mu), ...flat('muStar', muStar), ...flat('sigma', sigma) },
        })),
      };
    case 'prcc':
      return {
        method: 'prcc',
        indices: findings.coefficients.map(({ parameter, group, p, ...own }) => ({
          ...{ parameter, group, ...flat('correlation', own), p },
        })),
      };
    case 'oat':
      return {
        method: 'oat',
        base: findings.base,
        indices: findings.bars.map(({ outputs, change, at, ...rest }) => ({
          ...rest,
          ...flat('change', change),
          at,
          values: outputs.map(({ value }) => value),
          lows: outputs.map(({ low }) => low),
          highs: outputs.map(({ high }) => high),
        })),
      };
  }
}

function flat<Name extends string>(name: Name, { value, low, high }: Estimate): FlatEstimate<Name> {
  return { [name]: value, [`${name}Low`]: low, [`${name}High`]: high } as FlatEstimate<Name>;
}
