/**
 * The data-sharing game with what is known about it, computed straight from its payoffs and without the engine.
 * Owns the numbers of the default model and of its scenarios, its advantages, and the probabilities of full sharing.
 *
 * The payoffs are this project's reconstruction of the game that Dong, Liu & Mi (2023), Systems 11(4), 212, describe in words.
 */

/** Parameters of the default model, scenario `added-functions`. */
export const dataSharingDefaults = {
  I_A: 3.0,
  I_B: 2.0,
  c: 0.6,
  kappa: 0.4,
  e: 1.1,
  b_A: 3.0,
  b_B: 2.5,
  phi: 0.8,
  s: 2.0,
  mu: 0.5,
  tau: 0.5,
  r_A: 4.2,
  r_B: 3.0,
  w: 0.6,
  p: 0.8,
  c_M: 1.5,
  v: 1.4,
  d: 0.5,
  h: 1.0,
  sigma_A: 0.5,
  sigma_B: 0.5,
  sigma_M: 0.5,
} as const;

export type DataSharingParameters = { readonly [name in keyof typeof dataSharingDefaults]: number };

export const dataSharingScenarios = {
  'added-functions': {},
  independent: { kappa: 0.6, w: 0.7, p: 1.1, c_M: 1.75 },
  'inner-division': { kappa: 0.25, w: 0.4, p: 0.5, c_M: 1.25 },
} as const satisfies Record<string, Partial<DataSharingParameters>>;

/** Payoffs of A, B and M where a, b, m are 1 if A shares, B shares, M coordinates and 0 otherwise. */
export function dataSharingPayoffs(
  q: DataSharingParameters,
  a: number,
  b: number,
  m: number,
): [A: number, B: number, M: number] {
  const department = (own: number, other: number, benefit: number, investment: number, risk: number): number =>
    own === 1
      ? other * (benefit + q.tau * q.s * (1 + q.mu * m) + q.e * investment) -
        q.c * investment * (1 - q.kappa * m) -
        (1 - q.tau) * risk +
        m * q.w
      : other * q.phi * benefit - m * q.p;
  return [
    department(a, b, q.b_A, q.I_A, q.r_A),
    department(b, a, q.b_B, q.I_B, q.r_B),
    m === 1 ? (a + b) * (q.v - q.w) - q.c_M : -(a + b) * q.d - (1 - a) * (1 - b) * q.h,
  ];
}

/**
 * Advantages (share, share, coordinate) at shares (x, y, z): expected payoff of each player's first strategy less that of the
 * second, by the sum over the four pure profiles of the other two.
 */
export function dataSharingAdvantages(
  q: DataSharingParameters,
  [x, y, z]: readonly [x: number, y: number, z: number],
): [A: number, B: number, M: number] {
  const expected = (first: number, second: number, gain: (i: number, j: number) => number): number =>
    first * second * gain(1, 1) +
    first * (1 - second) * gain(1, 0) +
    (1 - first) * second * gain(0, 1) +
    (1 - first) * (1 - second) * gain(0, 0);
  return [
    expected(y, z, (b, m) => dataSharingPayoffs(q, 1, b, m)[0] - dataSharingPayoffs(q, 0, b, m)[0]),
    expected(x, z, (a, m) => dataSharingPayoffs(q, a, 1, m)[1] - dataSharingPayoffs(q, a, 0, m)[1]),
    expected(x, y, (a, b) => dataSharingPayoffs(q, a, b, 1)[2] - dataSharingPayoffs(q, a, b, 0)[2]),
  ];
}

/** A coefficient times a product of shares, each written as `player.strategy`. */
export interface AdvantageTerm {
  readonly coefficient: number;
  readonly shares: readonly string[];
}

/** The advantages of the default model as polynomials: constant first, then by share or product of shares. */
export const dataSharingAdvantageTerms: Readonly<Record<'A' | 'B' | 'M', readonly AdvantageTerm[]>> = {
  A: [
    { coefficient: -3.9, shares: [] },
    { coefficient: 4.9, shares: ['B.share'] },
    { coefficient: 2.12, shares: ['M.coordinate'] },
    { coefficient: 0.5, shares: ['B.share', 'M.coordinate'] },
  ],
  B: [
    { coefficient: -2.7, shares: [] },
    { coefficient: 3.7, shares: ['A.share'] },
    { coefficient: 1.88, shares: ['M.coordinate'] },
    { coefficient: 0.5, shares: ['A.share', 'M.coordinate'] },
  ],
  M: [
    { coefficient: -0.5, shares: [] },
    { coefficient: 0.3, shares: ['A.share'] },
    { coefficient: 0.3, shares: ['B.share'] },
    { coefficient: 1.0, shares: ['A.share', 'B.share'] },
  ],
};

/**
 * Probability of full sharing (within 0.05 of (1, 1, 1)) at time 20 from (0.5, 0.5, 0.5), sigma 0.5, replicator noise: the limit of
 * small steps, by simulation. `tolerance` covers the error of these figures, not that of a coarse step: Euler's method with step
 * 0.02, 0.1, 0.2 gives 0.513, 0.513, 0.513 for `added-functions`, 0.686, 0.690, 0.695 for `independent` and 0.218, 0.213, 0.205
 * for `inner-division` (200,000 paths each, standard error 0.001).
 */
export const dataSharingOutcomes = {
  profile: ['share', 'share', 'coordinate'],
  delta: 0.05,
  horizon: 20,
  initial: [0.5, 0.5, 0.5],
  tolerance: 0.006,
  probability: { 'added-functions': 0.512, independent: 0.686, 'inner-division': 0.22 },
} as const;
