/** The numbers of a field in a state, over any arithmetic: from its coefficients to what the equation reads. */
import type { Exponents } from '../polynomial/polynomial.js';
import { type Algebra, total } from './algebra.js';
import { atoms } from './atoms.js';
import type { At } from './equation.js';
import type { FieldShape } from './field.js';
import { duals } from './readings/dual.js';

/** Polynomials of a shape in the order of its coefficients; numbers of the equation follow them. */
export function polynomialsOf(shape: FieldShape): (readonly Exponents[])[] {
  const { advantages, levels, intensities, rates, stateNoises, atoms: all } = shape;
  return [
    ...advantages.flat(),
    ...levels,
    ...intensities,
    ...rates,
    ...stateNoises,
    ...all.flatMap(({ args }) => args),
  ];
}

/**
 * @param coefficient of the field, in shape order, then its numbers, then each player's noise intensity
 * @param time of the state; read by games that change with time
 * @param environment its states, themselves
 */
export function valuesAt<V>(
  algebra: Algebra<V>,
  shape: FieldShape,
  coefficient: (index: number) => V,
  shares: readonly (readonly V[])[],
  time: () => V,
  environment: readonly V[] = [],
): At<V> {
  const { constant, mul, max } = algebra;
  const state = [...shares.flatMap((own) => own.slice(0, -1)), ...environment];
  const polynomials = polynomialsOf(shape);
  const starts: number[] = [];
  let next = 0;
  for (const monomials of polynomials) {
    starts.push(next);
    next += monomials.length;
  }
  const read = (index: number, factor: V = constant(1)): V => {
    const terms = polynomials[index]!.map((exponents, t) => ({
      coefficient: mul(coefficient(starts[index]! + t), factor),
      exponents,
    }));
    return horner(algebra, state, terms);
  };
  const counts = shape.advantages.map((own) => own.length);
  const levelsFrom = counts.reduce((sum, count) => sum + count, 0);
  const intensitiesFrom = levelsFrom + shape.levels.length;
  const ratesFrom = intensitiesFrom + shape.intensities.length;
  const noisesFrom = ratesFrom + shape.rates.length;
  let argument = noisesFrom + shape.stateNoises.length;
  for (const { name, args } of shape.atoms) {
    const values = args.map(() => read(argument++));
    state.push(atoms[name].value(algebra, values, time));
  }
  const sigma = shape.strategies.map((_, player) => {
    const own = coefficient(next + shape.numbers.length + player);
    if (shape.intensities.length === 0) return own;
    return mul(own, max(read(intensitiesFrom + player), constant(0)));
  });
  return {
    shares,
    sigma,
    payoffs: (factor) => {
      let from = 0;
      return counts.map((count) => [...Array.from({ length: count }, () => read(from++, factor)), constant(0)]);
    },
    levels: () => shape.levels.map((_, player) => read(levelsFrom + player)),
    environment: () => ({
      rates: shape.rates.map((_, i) => read(ratesFrom + i)),
      noises: shape.stateNoises.map((_, i) => max(read(noisesFrom + i), constant(0))),
    }),
    number: (name) => coefficient(next + shape.numbers.indexOf(name)),
    sigmaAlong: (moved) => {
      const lift = (value: V) => ({ value, slope: constant(0) });
      return valuesAt(
        duals(algebra),
        shape,
        (i) => lift(coefficient(i)),
        moved,
        () => lift(time()),
        environment.map(lift),
      ).sigma;
    },
  };
}

interface Term<V> {
  readonly coefficient: V;
  readonly exponents: Exponents;
}

/**
 * The value of a polynomial in nested form (Horner's): the coordinate that stands in most terms is taken out of them, then
 * the next. It needs fewer products than term by term, and no product of small shares, which would be a subnormal
 * number: processors take many times as long for those.
 */
export function horner<V>(algebra: Algebra<V>, state: readonly V[], terms: readonly Term<V>[]): V {
  const uses = state.map((_, i) => terms.filter(({ exponents }) => exponents[i]! > 0).length);
  const most = Math.max(0, ...uses);
  if (most === 0) {
    return total(
      algebra,
      terms.map(({ coefficient }) => coefficient),
    );
  }
  const factor = uses.indexOf(most);
  const without = terms.filter(({ exponents }) => exponents[factor] === 0);
  const divided = terms
    .filter(({ exponents }) => exponents[factor]! > 0)
    .map(({ coefficient, exponents }) => ({ coefficient, exponents: exponents.with(factor, exponents[factor]! - 1) }));
  const product = algebra.mul(horner(algebra, state, divided), state[factor]!);
  return algebra.add(horner(algebra, state, without), product);
}
