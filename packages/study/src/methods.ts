/**
 * The methods: the design of each, what its estimator finds, and how many runs and paths it takes where nothing is asked.
 */
import {
  type Answers,
  type Design,
  type Factor,
  latinHypercubeDesign,
  type MorrisResult,
  morrisDesign,
  morrisEffects,
  oneAtATimeDesign,
  type PrccResult,
  prcc,
  type SobolResult,
  saltelliDesign,
  sobolIndices,
  type TornadoResult,
  tornado,
} from '@trilogue/sensitivity';

export type MethodName = 'sobol' | 'morris' | 'prcc' | 'oat';
export type Findings = SobolResult | MorrisResult | PrccResult | TornadoResult;

export interface DesignOptions {
  readonly samples: number;
  readonly seed: string;
  /** Where factors stand that are not moved, in their order. */
  readonly base: readonly number[];
}

export interface Method {
  readonly title: string;
  /** What `samples` counts. */
  readonly counts: string;
  readonly samples: number;
  readonly paths: number;
  /** Whether each run has random numbers of its own, so that its noise is known and taken off; else all share them. */
  readonly independent: boolean;
  design(factors: readonly Factor[], options: DesignOptions): Design;
  estimate(answers: Answers, seed: string): Findings;
}

export const methods: Readonly<Record<MethodName, Method>> = {
  sobol: {
    title: 'Sobol indices',
    counts: 'samples',
    samples: 4096,
    paths: 256,
    independent: true,
    design: (factors, { samples, seed }) => saltelliDesign(factors, { samples, seed }),
    estimate: (answers, seed) => sobolIndices(answers, { seed }),
  },
  morris: {
    title: 'Morris screening',
    counts: 'trajectories',
    samples: 128,
    paths: 4096,
    independent: true,
    design: (factors, { samples, seed }) => morrisDesign(factors, { trajectories: samples, seed }),
    estimate: (answers, seed) => morrisEffects(answers, { seed }),
  },
  prcc: {
    title: 'Partial rank correlations',
    counts: 'samples',
    samples: 2048,
    paths: 4096,
    independent: true,
    design: (factors, { samples, seed }) => latinHypercubeDesign(factors, { samples, seed }),
    estimate: (answers, seed) => prcc(answers, { seed }),
  },
  oat: {
    title: 'One factor at a time',
    counts: 'levels',
    samples: 9,
    paths: 16_384,
    // its intervals are those of single outputs and hold either way; shared numbers make smooth curves
    independent: false,
    design: (factors, { samples, base }) => oneAtATimeDesign(factors, { levels: samples, base }),
    estimate: (answers) => tornado(answers),
  },
};

export const methodNames = Object.keys(methods) as MethodName[];
