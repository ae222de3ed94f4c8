/**
 * Formulas of named parameters, multiplied out and collected: sums of a number times powers of parameters. Divisors
 * with several terms, powers that are not whole numbers, and functions stay as they are and count as one symbol.
 * Owns the arithmetic; how a formula is printed or computed stands in files of its own.
 */
import { callNumber, GameError, type NumberFunction } from '@trilogue/core';
import { add, decimal, divide, multiply, negate, one, type Rational, sign, toNumber, zero } from '../exact/rational.js';
import { mostExactPower } from '../reading/ring.js';

/** Terms of a formula that is multiplied out: more are read by nobody, and take minutes. */
const mostTerms = 1_000;

/** What a term multiplies: a parameter, a sum that is divided by, or a power. */
export type Atom =
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'sum'; readonly of: Formula }
  | { readonly kind: 'power'; readonly base: Formula; readonly exponent: Formula }
  | { readonly kind: 'call'; readonly name: NumberFunction; readonly args: readonly Formula[] };

export interface Factor {
  readonly atom: Atom;
  /** Not 0. */
  readonly power: number;
}

export interface FormulaTerm {
  readonly coefficient: Rational;
  /** By the key of the atom, in the order of the keys. */
  readonly factors: ReadonlyMap<string, Factor>;
}

/** Terms by key; no coefficient is 0. */
export type Formula = ReadonlyMap<string, FormulaTerm>;

export function numberFormula(value: number): Formula {
  return collectTerms([{ coefficient: decimal(value), factors: new Map() }]);
}

export function parameterFormula(name: string): Formula {
  return atomFormula({ kind: 'parameter', name }, 1);
}

export function addFormulas(a: Formula, b: Formula): Formula {
  const sum = collectTerms([...a.values(), ...b.values()]);
  checkTerms(sum.size);
  return sum;
}

/** @throws GameError for more than can be. */
function checkTerms(terms: number): void {
  if (terms <= mostTerms) return;
  const [found, expected] = [`a formula of up to ${terms} terms when it is multiplied out`, `at most ${mostTerms}`];
  throw new GameError([
    { code: 'limit', path: 'payoffs', place: 'payoffs as formulas of the parameters', found, expected },
  ]);
}

export function negateFormula(a: Formula): Formula {
  return collectTerms([...a.values()].map((term) => ({ ...term, coefficient: negate(term.coefficient) })));
}

export function multiplyFormulas(a: Formula, b: Formula): Formula {
  checkTerms(a.size * b.size);
  const terms: FormulaTerm[] = [];
  for (const left of a.values()) {
    for (const right of b.values()) {
      terms.push({
        coefficient: multiply(left.coefficient, right.coefficient),
        factors: product(left.factors, right.factors),
      });
    }
  }
  return collectTerms(terms);
}

/** a / b. The divisor must not be 0; core has refused such a point before. */
export function divideFormulas(a: Formula, b: Formula): Formula {
  return multiplyFormulas(a, reciprocal(b));
}

export function powerFormula(base: Formula, exponent: Formula): Formula {
  const by = numberOf(exponent);
  if (by === undefined || by.d !== 1n || Math.abs(Number(by.n)) > mostExactPower) {
    return atomFormula({ kind: 'power', base, exponent }, 1);
  }
  const factor = by.n < 0n ? reciprocal(base) : base;
  let result = numberFormula(1);
  for (let n = 0; n < Math.abs(Number(by.n)); n++) result = multiplyFormulas(result, factor);
  return result;
}

/** A function of formulas; of numbers alone, its value. The guard of a sum is 0 wherever the game is defined. */
export function callFormula(name: NumberFunction, args: readonly Formula[]): Formula {
  if (name === 'within') return numberFormula(0);
  const values = args.map(numberOf);
  if (values.every((value) => value !== undefined)) return numberFormula(callNumber(name, values.map(toNumber)));
  const [a, b, yes, no] = args;
  if (name !== 'if' || (numberOf(yes!) && numberOf(no!))) return atomFormula({ kind: 'call', name, args }, 1);
  // both results in terms of their own, so that what they hold is collected with the rest
  const one = numberFormula(1);
  const is = atomFormula({ kind: 'call', name, args: [a!, b!, one, numberFormula(0)] }, 1);
  const not = addFormulas(one, negateFormula(is));
  return addFormulas(multiplyFormulas(is, yes!), multiplyFormulas(not, no!));
}

/** The number that a formula is; undefined where it has parameters. */
function numberOf(formula: Formula): Rational | undefined {
  if (formula.size === 0) return zero;
  const [term] = formula.values();
  return formula.size === 1 && term!.factors.size === 0 ? term!.coefficient : undefined;
}

/** Every parameter of a formula, also inside sums and powers. */
export function parametersOf(formula: Formula): Set<string> {
  const found = new Set<string>();
  for (const { factors } of formula.values()) {
    for (const { atom } of factors.values()) {
      if (atom.kind === 'parameter') found.add(atom.name);
      else {
        const parts = partsOf(atom);
        for (const name of parts.flatMap((part) => [...parametersOf(part)])) found.add(name);
      }
    }
  }
  return found;
}

/** The formulas inside an atom. */
export function partsOf(atom: Atom): readonly Formula[] {
  switch (atom.kind) {
    case 'parameter':
      return [];
    case 'sum':
      return [atom.of];
    case 'power':
      return [atom.base, atom.exponent];
    case 'call':
      return atom.args;
  }
}

function reciprocal(formula: Formula): Formula {
  if (formula.size !== 1) return atomFormula({ kind: 'sum', of: formula }, -1);
  const [term] = formula.values();
  const factors = [...term!.factors].map(([key, { atom, power }]) => [key, { atom, power: -power }] as const);
  return collectTerms([{ coefficient: divide(one, term!.coefficient), factors: new Map(factors) }]);
}

function atomFormula(atom: Atom, power: number): Formula {
  return collectTerms([{ coefficient: one, factors: new Map([[atomKey(atom), { atom, power }]]) }]);
}

function atomKey(atom: Atom): string {
  switch (atom.kind) {
    case 'parameter':
      return atom.name;
    case 'sum':
      return `(${formulaKey(atom.of)})`;
    case 'power':
      return `(${formulaKey(atom.base)})^(${formulaKey(atom.exponent)})`;
    case 'call':
      return `${atom.name}(${atom.args.map(formulaKey).join(', ')})`;
  }
}

function formulaKey(formula: Formula): string {
  return [...formula]
    .map(([key, { coefficient }]) => `${coefficient.n}/${coefficient.d} ${key}`)
    .sort()
    .join(' + ');
}

function product(a: ReadonlyMap<string, Factor>, b: ReadonlyMap<string, Factor>): Map<string, Factor> {
  const found = new Map(a);
  for (const [key, { atom, power }] of b) {
    const together = (found.get(key)?.power ?? 0) + power;
    if (together === 0) found.delete(key);
    else found.set(key, { atom, power: together });
  }
  return new Map([...found].sort(([x], [y]) => (x < y ? -1 : 1)));
}

function collectTerms(terms: readonly FormulaTerm[]): Formula {
  const found = new Map<string, FormulaTerm>();
  for (const term of terms) {
    const key = [...term.factors].map(([name, { power }]) => `${name}^${power}`).join('*');
    const before = found.get(key);
    const coefficient = before === undefined ? term.coefficient : add(before.coefficient, term.coefficient);
    if (sign(coefficient) === 0) found.delete(key);
    else found.set(key, { coefficient, factors: term.factors });
  }
  return found;
}

/** The formula with every term multiplied by one number. */
export function scaleFormula(formula: Formula, by: Rational): Formula {
  return collectTerms([...formula.values()].map((term) => ({ ...term, coefficient: multiply(term.coefficient, by) })));
}

/** What all terms have in common: whole powers of parameters, and the number that makes every coefficient whole. */
export function commonPart(formula: Formula): { readonly factors: Map<string, Factor>; readonly divisor: bigint } {
  const terms = [...formula.values()];
  const [first] = terms;
  const factors = new Map<string, Factor>();
  for (const [key, { atom }] of first?.factors ?? []) {
    const least = Math.min(...terms.map((term) => term.factors.get(key)?.power ?? 0));
    const most = Math.max(...terms.map((term) => term.factors.get(key)?.power ?? 0));
    const power = least > 0 ? least : most < 0 ? most : 0;
    if (power !== 0) factors.set(key, { atom, power });
  }
  const divisor = terms.reduce((common, { coefficient: { d } }) => (common * d) / greatest(common, d), 1n);
  return { factors, divisor };
}

function greatest(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatest(b, a % b);
}

/** The formula divided by powers of atoms. */
export function withoutFactors(formula: Formula, factors: ReadonlyMap<string, Factor>): Formula {
  const inverse = new Map([...factors].map(([key, { atom, power }]) => [key, { atom, power: -power }]));
  return collectTerms([...formula.values()].map((term) => ({ ...term, factors: product(term.factors, inverse) })));
}
