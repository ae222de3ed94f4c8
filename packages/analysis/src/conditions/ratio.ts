/**
 * A formula as a function of one parameter, the others fixed: a quotient of polynomials, exactly.
 */
import { callNumber, type Point } from '@trilogue/core';
import { add, decimal, divide, multiply, one, type Rational, raise, toNumber, zero } from '../exact/rational.js';
import {
  commonDivisor,
  divided,
  signOf,
  trimmed,
  type Univariate,
  univariateProduct,
  univariateSum,
} from '../exact/univariate.js';
import { type Atom, type Formula, parametersOf, partsOf } from './formula.js';

export interface Ratio {
  readonly above: Univariate;
  readonly below: Univariate;
}

/** Undefined where the parameter stands in a function or a power that is not a whole number. */
export function ratioOf(formula: Formula, parameter: string, point: Point): Ratio | undefined {
  let total: Ratio = { above: [], below: [one] };
  // terms without divisors, by the power of the parameter: nearly all
  const plain: Rational[] = [];
  for (const { coefficient, factors } of formula.values()) {
    let scalar = coefficient;
    let own = 0;
    let term: Ratio = { above: [one], below: [one] };
    for (const { atom, power } of factors.values()) {
      if (atom.kind === 'parameter' && atom.name !== parameter) {
        scalar = multiply(scalar, raise(decimal(point.parameters[atom.name]!), power));
        continue;
      }
      if (atom.kind === 'parameter' && power > 0) {
        own = power;
        continue;
      }
      const base = atomRatio(atom, parameter, point);
      if (base === undefined) return undefined;
      const factor = power > 0 ? base : { above: base.below, below: base.above };
      for (let n = 0; n < Math.abs(power); n++) {
        term = {
          above: univariateProduct(term.above, factor.above),
          below: univariateProduct(term.below, factor.below),
        };
      }
    }
    if (term.above.length === 1 && term.below.length === 1) {
      scalar = divide(multiply(scalar, term.above[0]!), term.below[0]!);
      while (plain.length <= own) plain.push(zero);
      plain[own] = add(plain[own]!, scalar);
      continue;
    }
    const numerator = [...new Array<Rational>(own).fill(zero), scalar];
    term = { ...term, above: univariateProduct(numerator, term.above) };
    total = lowest({
      above: univariateSum(univariateProduct(total.above, term.below), univariateProduct(term.above, total.below)),
      below: univariateProduct(total.below, term.below),
    });
  }
  if (plain.length === 0) return total;
  return { ...total, above: univariateSum(total.above, univariateProduct(trimmed(plain), total.below)) };
}

/** The sign of a quotient at any value; undefined at a pole. */
export function ratioSign({ above, below }: Ratio): (at: Rational) => -1 | 0 | 1 | undefined {
  const [over, under] = [signOf(above), signOf(below)];
  return (at) => (under(at) === 0 ? undefined : ((over(at) * under(at)) as -1 | 0 | 1));
}

/** Of an atom that is the parameter, a sum, a power or a function. */
function atomRatio(atom: Atom, parameter: string, point: Point): Ratio | undefined {
  if (atom.kind === 'sum') return ratioOf(atom.of, parameter, point);
  if (atom.kind === 'power' || atom.kind === 'call') {
    const parts = partsOf(atom);
    if (parts.some((part) => parametersOf(part).has(parameter))) return undefined;
    const values = parts.map((part) => constantOf(ratioOf(part, parameter, point)!));
    const value = atom.kind === 'call' ? callNumber(atom.name, values) : values[0]! ** values[1]!;
    return { above: trimmed([decimal(value)]), below: [one] };
  }
  return { above: [decimal(0), one], below: [one] };
}

function constantOf({ above, below }: Ratio): number {
  const [n, d] = [above[0] ?? decimal(0), below[0]!];
  return toNumber(divide(n, d));
}

function lowest(ratio: Ratio): Ratio {
  if (ratio.below.length <= 1) return ratio;
  const common = commonDivisor(ratio.above, ratio.below);
  if (common.length <= 1) return ratio;
  return { above: divided(ratio.above, common).quotient, below: divided(ratio.below, common).quotient };
}
