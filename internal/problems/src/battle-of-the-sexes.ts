/**
 * Battle of the sexes: two populations that want to do the same thing, each its own. After Luce & Raiffa (1957), Games and
 * Decisions, with the payoffs 2, 1, 0 that textbooks use.
 * Owns the game file and its five equilibria.
 */

/** YAML text of the game: players she and he, strategies opera and boxing. */
export const battleOfTheSexes = `game: battle-of-the-sexes
title: Battle of the sexes
source: Luce and Raiffa, Games and Decisions (1957)
players:
  she: { strategies: [opera, boxing] }
  he: { strategies: [opera, boxing] }
payoffs:
  - { when: [opera, opera], pay: { she: 2, he: 1 } }
  - { when: [opera, boxing], pay: { she: 0, he: 0 } }
  - { when: [boxing, opera], pay: { she: 0, he: 0 } }
  - { when: [boxing, boxing], pay: { she: 1, he: 2 } }
noise: { kind: none }
horizon: 20
`;

/**
 * Shares of opera and eigenvalues, largest first. Advantages of opera: 3 y - 1 for her, 3 x - 2 for him; at (2/3, 1/3)
 * the Jacobian is [[0, 3 x (1 - x)], [3 y (1 - y), 0]] = [[0, 2/3], [2/3, 0]].
 */
export const battleOfTheSexesEquilibria = [
  { shares: [1, 1], eigenvalues: [-1, -2], type: 'sink' },
  { shares: [1, 0], eigenvalues: [1, 1], type: 'source' },
  { shares: [0, 1], eigenvalues: [2, 2], type: 'source' },
  { shares: [0, 0], eigenvalues: [-1, -2], type: 'sink' },
  { shares: [2 / 3, 1 / 3], eigenvalues: [2 / 3, -2 / 3], type: 'saddle' },
] as const;
