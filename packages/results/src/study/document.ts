/**
 * What an analysis found as plain data with flat names: what `sensitivity --json` prints, what the tables hold, and what
 * the text is made of.
 */
import type { Game } from '@trilogue/core';
import { askedOptions } from '@trilogue/engine';
import type {
  Design,
  Estimate,
  MorrisEffect,
  PrccCoefficient,
  SobolResult,
  TornadoBar,
  Warning,
} from '@trilogue/sensitivity';
import { type Findings, findingsOf, type StudyStep, type Told } from '@trilogue/study';
import type { StudyRecipe } from './recipe.js';

/** An entry with each of its estimates as three numbers: `total`, `totalLow`, `totalHigh`. */
export type Flat<T> = { readonly [K in keyof T as T[K] extends Estimate ? never : K]: T[K] } & {
  readonly [K in string & keyof T as T[K] extends Estimate ? K | `${K}Low` | `${K}High` : never]: number;
};

/** What each method finds, one entry a factor or group. */
export type Indices =
  | {
      readonly method: 'sobol';
      readonly indices: readonly Flat<SobolResult['indices'][number]>[];
      readonly groups: readonly Flat<SobolResult['groups'][number]>[];
      /** Variance of the metric over the ranges, by the factors and, where it is known, by the paths' noise. */
      readonly variance: Readonly<Record<string, Estimate | null>>;
      readonly relativeTo: 'parameters' | 'output';
    }
  | { readonly method: 'morris'; readonly indices: readonly Flat<MorrisEffect>[] }
  | {
      readonly method: 'prcc';
      readonly indices: readonly (Omit<PrccCoefficient, keyof Estimate> & Flat<{ correlation: Estimate }>)[];
    }
  | {
      readonly method: 'oat';
      readonly indices: readonly (Flat<Omit<TornadoBar, 'outputs'>> &
        Readonly<Record<'values' | 'lows' | 'highs', readonly number[]>>)[];
      readonly base: Estimate;
    };

/** What `sensitivity --json` prints, and `result.json` holds. */
export type StudyDocument = Indices &
  Omit<StudyRecipe, 'game' | 'method' | 'factors' | 'device' | 'versions' | 'dt'> & {
    readonly game: string;
    readonly title: string;
    /** Points at which the model was run. */
    readonly runs: number;
    /** Null where paths choose their steps. */
    readonly dt: number | null;
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
      const { method, indices, groups, variance, relativeTo } = findings;
      return { method, indices: indices.map(flat), groups: groups.map(flat), variance: { ...variance }, relativeTo };
    }
    case 'morris':
      return { method: findings.method, indices: findings.effects.map(flat) };
    case 'prcc': {
      const entries = findings.coefficients.map(({ parameter, group, p, ...correlation }) => {
        return { parameter, group, ...flat({ correlation }), p };
      });
      return { method: findings.method, indices: entries };
    }
    case 'oat': {
      const bars = findings.bars.map(({ outputs, change, at, ...rest }) => ({
        ...flat({ ...rest, change }),
        at,
        values: outputs.map(({ value }) => value),
        lows: outputs.map(({ low }) => low),
        highs: outputs.map(({ high }) => high),
      }));
      return { method: findings.method, base: findings.base, indices: bars };
    }
  }
}

function flat<T extends object>(entry: T): Flat<T> {
  const flattened: Record<string, unknown> = {};
  for (const [name, found] of Object.entries(entry) as [string, Estimate | null][]) {
    if (found === null || typeof found !== 'object') flattened[name] = found;
    else for (const end of ['value', 'low', 'high'] as const) flattened[`${name}${endings[end]}`] = found[end];
  }
  return flattened as Flat<T>;
}

const endings = { value: '', low: 'Low', high: 'High' };
