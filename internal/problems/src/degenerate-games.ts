/**
 * Games whose equilibria are not isolated: game files, and what the families are.
 */

/** Two players of two strategies whose payoffs are all 0: every state is an equilibrium. */
export const zeroGame = `game: zero
title: Nothing is at stake
source: a problem with a known answer
players:
  A: { strategies: [up, down] }
  B: { strategies: [up, down] }
payoffs:
  A: { up: "0", down: "0" }
  B: { up: "0", down: "0" }
noise: { kind: none }
horizon: 20
`;

/**
 * A earns the same whatever it does while B plays left; B gains 0.1 + 0.2 - 0.3 = 0 from left while A plays up. In
 * binary numbers that sum is not 0. The edges on which A plays up and on which B plays left are lines of equilibria.
 */
export const edgesOfEquilibria = `game: edges
title: Two edges of equilibria
source: a problem with a known answer
players:
  A: { strategies: [up, down] }
  B: { strategies: [left, right] }
parameters:
  a: { value: 0.1 }
  b: { value: 0.2 }
  c: { value: 0.3 }
payoffs:
  - { when: [up, left], pay: { A: 1, B: a + b } }
  - { when: [up, right], pay: { A: 0, B: c } }
  - { when: [down, left], pay: { A: 1, B: 1 } }
  - { when: [down, right], pay: { A: 1, B: 0 } }
noise: { kind: none }
horizon: 20
`;

/** The families of `edgesOfEquilibria`: strategies in use by player. */
export const edgesOfEquilibriaFaces = [
  [['up'], ['left', 'right']],
  [['up', 'down'], ['left']],
] as const;

/**
 * One population, three strategies, of which twin is a copy of dove: the equilibria with half hawks are a line,
 * hawk = 1/2, and doves and twins alone are an edge.
 */
export const twinDoves = `game: twin-doves
title: Hawks and two kinds of dove
source: a problem with a known answer
against: self
players:
  animal: { strategies: [hawk, dove, twin] }
payoffs:
  animal:
    hawk: -animal.hawk + 2*(1 - animal.hawk)
    dove: 1 - animal.hawk
    twin: 1 - animal.hawk
noise: { kind: none }
initial: { animal: [0.4, 0.3, 0.3] }
horizon: 20
`;

/**
 * Three players whose advantages are (z - 1/2)(y + 1), (z - 1/2)(x + 2) and x - y: the line z = 1/2, x = y is one of
 * equilibria, though no advantage is 0 everywhere.
 */
export const lineInTheCube = `game: line-in-the-cube
title: A line of equilibria inside the cube
source: a problem with a known answer
players:
  A: { strategies: [up, down] }
  B: { strategies: [up, down] }
  C: { strategies: [up, down] }
payoffs:
  A: { up: (C.up - 0.5)*(B.up + 1), down: "0" }
  B: { up: (C.up - 0.5)*(A.up + 2), down: "0" }
  C: { up: A.up, down: B.up }
noise: { kind: none }
horizon: 20
`;

/**
 * Three players whose advantages are y - z, x - z and x - y: three planes that meet in the diagonal x = y = z, a line
 * of equilibria.
 */
export const diagonal = `game: diagonal
title: The diagonal of the cube
source: a problem with a known answer
players:
  A: { strategies: [up, down] }
  B: { strategies: [up, down] }
  C: { strategies: [up, down] }
payoffs:
  A: { up: B.up, down: C.up }
  B: { up: A.up, down: C.up }
  C: { up: A.up, down: B.up }
noise: { kind: none }
horizon: 20
`;

/**
 * Three players whose advantages y z - 1/4, x z - 1/4 and x - y vanish together on a curve: x = y, z = 1 / (4 x), from
 * (1, 1, 1/4) to (1/4, 1/4, 1).
 */
export const curveInTheCube = `game: curve-in-the-cube
title: A curve of equilibria inside the cube
source: a problem with a known answer
players:
  A: { strategies: [up, down] }
  B: { strategies: [up, down] }
  C: { strategies: [up, down] }
payoffs:
  A: { up: B.up*C.up, down: 1/4 }
  B: { up: A.up*C.up, down: 1/4 }
  C: { up: A.up, down: B.up }
noise: { kind: none }
horizon: 20
`;

/**
 * Three players whose advantages y - z, x - z and x y - x/10 - 7 y/10 + 4/25 touch at x = y = z = 2/5, a double root:
 * there the last one is (t - 2/5)^2 along the diagonal.
 */
export const touchingInside = `game: touching-inside
title: An equilibrium at which equations touch
source: a problem with a known answer
players:
  A: { strategies: [up, down] }
  B: { strategies: [up, down] }
  C: { strategies: [up, down] }
payoffs:
  A: { up: B.up, down: C.up }
  B: { up: A.up, down: C.up }
  C: { up: A.up*B.up + 0.16, down: 0.1*A.up + 0.7*B.up }
noise: { kind: none }
horizon: 20
`;
