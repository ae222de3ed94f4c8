/**
 * Solutions in some of the variables as solutions in all of them.
 */
import { collect, exactConstant, exactVariable, minus } from '../exact/polynomial.js';
import { add, binary, divide, type Rational, rational, subtract, toNumber, zero } from '../exact/rational.js';
import type { Root, Solution, System } from './system.js';

/** Solutions of a projected system as solutions of the whole one. */
export function lifted(
  system: System,
  kept: readonly number[],
  fixed: ReadonlyMap<number, Rational>,
  { roots, families, open, boxes }: Solution,
): Solution {
  const { variables } = system;
  const held = [...fixed].map(([v, value]) => minus(exactVariable(v, variables), exactConstant(value, variables)));
  return {
    roots: roots.map((root) => filled(system, kept, fixed, root)),
    families: families.map((family) => ({
      ...family,
      equations: [
        ...held,
        ...family.equations.map((equation) =>
          collect(
            variables,
            [...equation.terms.values()].map(({ coefficient, exponents }) => ({
              coefficient,
              exponents: Array.from({ length: variables }, (_, v) => exponents[kept.indexOf(v)] ?? 0),
            })),
          ),
        ),
      ],
      sample: filled(system, kept, fixed, family.sample),
    })),
    open: open.map(({ bounds, reason }) => ({
      reason,
      bounds: Array.from({ length: variables }, (_, v): readonly [number, number] => {
        const value = fixed.get(v);
        return value === undefined ? (bounds[kept.indexOf(v)] ?? [0, 1]) : [toNumber(value), toNumber(value)];
      }),
    })),
    boxes,
  };
}

/** The point with the variables that nothing determines set to equal parts of the room that is left. */
export function filled(
  system: System,
  kept: readonly number[],
  fixed: ReadonlyMap<number, Rational>,
  root: Root,
): Root {
  const exact = root.exact ?? root.point.map(binary);
  const values = Array.from({ length: system.variables }, (_, v) => fixed.get(v) ?? exact[kept.indexOf(v)]);
  for (const { variables, room } of system.simplices) {
    const free = variables.filter((v) => values[v] === undefined);
    const taken = variables.reduce((total, v) => add(total, values[v] ?? zero), zero);
    for (const v of free) values[v] = divide(subtract(room, taken), rational(BigInt(free.length + 1)));
  }
  const point = values.map((value) => toNumber(value!));
  return root.exact === undefined
    ? { point, error: root.error }
    : { point, error: root.error, exact: values.map((value) => value!) };
}
