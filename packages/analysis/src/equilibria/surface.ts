/**
 * Fewer equations than variables: a surface of solutions, or none. A point of it is found by fixing some variables at
 * simple values and solving for the others; that there is none is proven by subdivision.
 */
import { multiply, type Rational, rational, workDone } from '../exact/rational.js';
import { boundsOf, search } from './boxes.js';
import { lifted } from './lift.js';
import { noSolution, projected, type Solution, type System } from './system.js';

const values: readonly Rational[] = [
  [1n, 2n],
  [1n, 3n],
  [2n, 3n],
  [1n, 5n],
  [4n, 5n],
  [1n, 20n],
  [19n, 20n],
].map(([n, d]) => rational(n!, d!));

/** How many ways of fixing variables are tried, the boxes that each may take, and the exact arithmetic of all. */
const tries = { ways: 60, boxes: 500, work: 1e7 } as const;

/** @param solve How a system with fewer variables is solved. */
export function solveSurface(
  system: System,
  most: number,
  solve: (system: System, most: number) => Solution,
): Solution {
  const dimension = system.variables - system.equations.length;
  const end = workDone() + tries.work;
  for (const fixed of choices(system, dimension).slice(0, tries.ways)) {
    if (workDone() > end) break;
    const others = [...Array(system.variables).keys()].filter((v) => !fixed.has(v));
    const found = lifted(system, others, fixed, solve(projected(system, others, fixed), tries.boxes));
    const sample = found.roots[0];
    if (sample === undefined) continue;
    return { ...noSolution, families: [{ dimension, equations: system.equations, sample, proven: true }] };
  }
  const { left, boxes } = search(system, most, () => false);
  const reason = 'a surface on which equilibria may lie; no point of it was found';
  const open = left.slice(0, 1).map(() => ({
    bounds: left
      .map(boundsOf)
      .reduce((a, b) =>
        a.map(([low, high], v): [number, number] => [Math.min(low, b[v]![0]), Math.max(high, b[v]![1])]),
      ),
    reason,
  }));
  return { ...noSolution, open, boxes };
}

/** Values for `count` of the variables, all of them inside the simplices. */
function choices({ variables, simplices }: System, count: number): Map<number, Rational>[] {
  const rooms = (v: number) => simplices.find((simplex) => simplex.variables.includes(v))!;
  let found: Map<number, Rational>[] = [new Map()];
  for (let v = 0; v < variables; v++) {
    const { room, variables: own } = rooms(v);
    const share = multiply(room, rational(1n, BigInt(own.length)));
    found = found.flatMap((choice) => [
      choice,
      ...(choice.size < count ? values.map((part) => new Map([...choice, [v, multiply(part, share)]])) : []),
    ]);
  }
  return found.filter((choice) => choice.size === count);
}
