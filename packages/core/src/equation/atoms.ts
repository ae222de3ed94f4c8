/**
 * What formulas of shares and time hold besides sums and products: functions, and the time itself. Each is one variable of the field's
 * polynomials, an atom, whose arguments are polynomials in the coordinates and the atoms before it.
 */
import type { Algebra } from './algebra.js';

/** What is known of payoffs, or of noise intensities that are no constants. */
export type FormulaFact =
  | 'polynomial'
  /** Does not depend on time. */
  | 'autonomous'
  /** Has no jump in shares and time. */
  | 'continuous'
  /** Has all derivatives in shares and time. */
  | 'smooth';

export type AtomName =
  | 'time'
  | 'reciprocal'
  | 'power'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'tanh'
  | 'sin'
  | 'cos'
  | 'min'
  | 'max'
  | 'if';

/** Where an argument must lie. */
export type Domain = 'not 0' | 'above 0' | 'at least 0';

interface AtomKind {
  readonly facts: readonly FormulaFact[];
  /** What the first argument must be wherever shares lie; default anything. */
  readonly domain?: Domain;
  value<V>(algebra: Algebra<V>, args: readonly V[], time: () => V): V;
}

const smooth: readonly FormulaFact[] = ['autonomous', 'continuous', 'smooth'];
const kinked: readonly FormulaFact[] = ['autonomous', 'continuous'];

/** Next to the smallest number of single precision: what stands for 0 where a logarithm is taken. */
const TINY = 1e-36;

export const atoms: Readonly<Record<AtomName, AtomKind>> = {
  time: { facts: ['continuous', 'smooth'], value: (_algebra, _args, time) => time() },
  reciprocal: { facts: smooth, domain: 'not 0', value: ({ constant, div }, [a]) => div(constant(1), a!) },
  // has no derivative at a base of 0
  power: {
    facts: kinked,
    domain: 'at least 0',
    value({ constant, mul, less, select, max, exp, log }, [base, exponent]) {
      const raised = exp(mul(exponent!, log(max(base!, constant(TINY)))));
      return select(less(constant(0), base!), raised, select(less(constant(0), exponent!), constant(0), constant(1)));
    },
  },
  exp: { facts: smooth, value: ({ exp }, [a]) => exp(a!) },
  log: { facts: smooth, domain: 'above 0', value: ({ log }, [a]) => log(a!) },
  sqrt: {
    facts: kinked,
    domain: 'at least 0',
    value: ({ constant, max, sqrt }, [a]) => sqrt(max(a!, constant(0))),
  },
  tanh: {
    facts: smooth,
    value({ constant, add, sub, div, min, exp }, [a]) {
      // 40 is infinity: tanh of it is 1 to double precision
      const e = exp(min(add(a!, a!), constant(80)));
      return sub(constant(1), div(constant(2), add(e, constant(1))));
    },
  },
  sin: { facts: smooth, value: ({ sin }, [a]) => sin(a!) },
  cos: { facts: smooth, value: ({ cos }, [a]) => cos(a!) },
  min: { facts: kinked, value: ({ min }, [a, b]) => min(a!, b!) },
  max: { facts: kinked, value: ({ max }, [a, b]) => max(a!, b!) },
  // if(a < b, then, else)
  if: { facts: ['autonomous'], value: ({ less, select }, [a, b, yes, no]) => select(less(a!, b!), yes!, no!) },
};
