/**
 * Interval subdivision: a box is thrown away where an equation has no zero in it, kept where Krawczyk's test finds
 * exactly one root, and cut in two otherwise. Nothing is missed: what remains undecided is said.
 */
import { exactValue, totalDegree } from '../exact/polynomial.js';
import { binary, type Rational, toNumber } from '../exact/rational.js';
import { boundsOf, search } from './boxes.js';
import { clusters } from './clusters.js';
import { krawczyk } from './krawczyk.js';
import { placed, refine } from './refine.js';
import type { OpenRegion, Root, Solution, System } from './system.js';

/**
 * Every solution of a system with at least as many equations as variables.
 * @param most Boxes to look at; what is left then is undecided.
 */
export function subdivide(system: System, most: number): Solution {
  const n = system.variables;
  const roots: Root[] = [];
  const open: OpenRegion[] = [];
  const { left, boxes, exhausted } = search(system, most, (box) => {
    if (box.forms.length < n) return false;
    const verdict = krawczyk(box.forms.slice(0, n));
    if (verdict?.roots === 'none') return true;
    if (verdict?.roots !== 'one') return false;
    const root = refine(system, box, verdict);
    if (root === undefined) return false;
    if (failsAnother(system, root)) return true;
    const where = placed(system, root);
    const others = system.equations.length > n && root.exact === undefined;
    if (where === 'inside' && !others) roots.push(root);
    if (where === 'inside' && others)
      open.push({ bounds: boundsOf(box), reason: 'more equations than shares, which nearly meet' });
    if (where === 'undecided')
      open.push({
        bounds: boundsOf(box),
        reason: 'a root so near the border of the face that rounding hides on which side',
      });
    return true;
  });
  const rest = clusters(system, left, exhausted);
  return { roots: [...roots, ...rest.roots], families: rest.families, open: [...open, ...rest.open], boxes };
}

/** Whether one of the equations beyond the first n is certainly not 0 at a root of those. */
function failsAnother({ variables, equations }: System, { point, error, exact }: Root): boolean {
  return equations.slice(variables).some((equation) => {
    const value = Math.abs(toNumber(exactValue(equation, exact ?? point.map(binary))));
    return value > 2 * error * totalDegree(equation) * [...equation.terms.values()].reduce(sizeOf, 0);
  });
}

function sizeOf(total: number, { coefficient }: { readonly coefficient: Rational }): number {
  return total + Math.abs(toNumber(coefficient));
}
