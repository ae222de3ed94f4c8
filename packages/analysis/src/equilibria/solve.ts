/**
 * All solutions of a system inside its simplices: elimination where it is exact, subdivision for the rest.
 * Owns the choice of the way, and what variables mean that no equation holds.
 */
import { exactConstant, exactVariable, minus, totalDegree } from '../exact/polynomial.js';
import { binary, sign, subtract } from '../exact/rational.js';
import { solveAffine } from './affine.js';
import { separateFactor } from './factor.js';
import { filled, lifted } from './lift.js';
import { subdivide } from './subdivision.js';
import { solveSurface } from './surface.js';
import {
  type Family,
  noSolution,
  occurring,
  projected,
  type Root,
  reduced,
  type Solution,
  type System,
} from './system.js';
import { solveUnivariate } from './univariate.js';

/** Two computed points that near are the same, found on both branches. */
const nearly = 2 ** -48;

/** @param most Boxes that subdivision may look at. */
export function solve(given: System, most: number): Solution {
  const system = reduced(given);
  if (system === undefined) return noSolution;
  const { variables, equations } = system;
  if (equations.length === 0) return everywhere(system);
  const bound = occurring(system);
  if (bound.length < variables) return cylinder(system, bound, solve(projected(system, bound, new Map()), most));
  if (equations.every((equation) => totalDegree(equation) <= 1)) return solveAffine(system);
  if (variables === 1) return solveUnivariate(system);
  const branches = separateFactor(system);
  if (branches !== undefined) {
    const { variable, values, rest } = branches;
    const others = [...Array(variables).keys()].filter((v) => v !== variable);
    const parts = values.map((value) => {
      const fixed = new Map([[variable, value]]);
      return lifted(system, others, fixed, solve(projected(system, others, fixed), most));
    });
    const beyond = solve(rest, most);
    const known = parts.flatMap(({ roots }) => roots);
    const onBranch = (root: Root) =>
      root.exact === undefined
        ? known.some(({ point }) => point.every((at, v) => Math.abs(at - root.point[v]!) <= root.error + nearly))
        : values.some((value) => sign(subtract(root.exact![variable]!, value)) === 0);
    return joined([...parts, { ...beyond, roots: beyond.roots.filter((root) => !onBranch(root)) }]);
  }
  return equations.length < variables ? solveSurface(system, most, solve) : subdivide(system, most);
}

/** No equation is left: every point is a solution, and the only one where there are no variables. */
function everywhere(system: System): Solution {
  const sample = filled(system, [], new Map(), { point: [], error: 0, exact: [] });
  if (system.variables === 0) return { ...noSolution, roots: [sample] };
  return { ...noSolution, families: [{ dimension: system.variables, equations: [], sample, proven: true }] };
}

/** Solutions in some variables; the others are free. */
function cylinder(system: System, bound: readonly number[], base: Solution): Solution {
  const free = system.variables - bound.length;
  const whole = lifted(system, bound, new Map(), base);
  const families = whole.roots.map((root): Family => {
    const equations = bound.map((v) => {
      const value = exactConstant(root.exact?.[v] ?? binary(root.point[v]!), system.variables);
      return minus(exactVariable(v, system.variables), value);
    });
    return { dimension: free, equations, sample: root, proven: true };
  });
  const larger = whole.families.map((family) => ({ ...family, dimension: family.dimension + free }));
  return { ...whole, roots: [], families: [...families, ...larger] };
}

function joined(parts: readonly Solution[]): Solution {
  return {
    roots: parts.flatMap(({ roots }) => roots),
    families: parts.flatMap(({ families }) => families),
    open: parts.flatMap(({ open }) => open),
    boxes: parts.reduce((total, { boxes }) => total + boxes, 0),
  };
}
