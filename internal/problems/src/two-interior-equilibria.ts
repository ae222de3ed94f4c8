/**
 * Three players of two strategies with two interior equilibria, which two players cannot have unless they have
 * infinitely many. With shares x, y, z of the first strategies the advantages are y - z, x - z and x y - (x + y)/2 +
 * q: so x = y = z = t with t^2 - t + q = 0.
 * Owns the game file and the roots.
 */

/** YAML text of the game; q is its parameter. */
export function twoInteriorEquilibria(q: number): string {
  return `game: two-interior
title: Two interior equilibria
source: a problem with a known answer
players:
  A: { strategies: [up, down] }
  B: { strategies: [up, down] }
  C: { strategies: [up, down] }
parameters:
  q: { value: ${q} }
payoffs:
  A: { up: B.up, down: C.up }
  B: { up: A.up, down: C.up }
  C: { up: A.up*B.up + q, down: (A.up + B.up)/2 }
noise: { kind: none }
horizon: 20
`;
}

/** The common share t at the interior equilibria, ascending; empty for q above 1/4, one double root at 1/4. */
export function twoInteriorShares(q: number): number[] {
  const root = Math.sqrt(1 / 4 - q);
  if (Number.isNaN(root)) return [];
  return (root === 0 ? [1 / 2] : [1 / 2 - root, 1 / 2 + root]).filter((t) => t > 0 && t < 1);
}

/** q = 3/16: at 1/4 and 3/4, in fractions. q = 1/8: irrational, (1 -+ 1/sqrt 2)/2. */
export const twoInteriorCases = { fractions: 3 / 16, irrational: 1 / 8, touching: 1 / 4, none: 1 / 2 } as const;
