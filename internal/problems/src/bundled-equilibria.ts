/**
 * What is known about the mixed equilibria of bundled games, from their parameters: where they are, eigenvalues, type.
 * Sources: Maynard Smith & Price (1973) for hawks and doves; Hofbauer & Sigmund (1998), Evolutionary Games and
 * Population Dynamics, section 7.7 for rock, paper and scissors and section 10.3 for two populations.
 */

interface MixedEquilibrium {
  /** Share of every strategy of the first player; the other's are the same. */
  readonly shares: readonly number[];
  /** Largest real part first. */
  readonly eigenvalues: readonly (readonly [re: number, im: number])[];
  readonly type: 'sink' | 'source' | 'center' | 'saddle';
}

/** One population, 0 < V < C: hawks at V/C. x(1 - x) times the slope -C/2 of the advantage (V - C x)/2. */
export function hawkDoveMixed(V: number, C: number): MixedEquilibrium {
  const x = V / C;
  return { shares: [x, 1 - x], eigenvalues: [[(-C / 2) * x * (1 - x), 0]], type: 'sink' };
}

/**
 * One population, payoffs `win` for a victory and -`loss` for a defeat. The Jacobian on the simplex is a circulant
 * matrix with entries 0, -loss, win divided by 3. Three regimes: winning pays more, as much, or less than losing costs.
 */
export function rockPaperScissorsMixed(win: number, loss: number): MixedEquilibrium {
  const re = (loss - win) / 6;
  const im = (Math.sqrt(3) * (win + loss)) / 6;
  return {
    shares: [1 / 3, 1 / 3, 1 / 3],
    eigenvalues: [
      [re, im],
      [re, -im],
    ],
    type: re < 0 ? 'sink' : re > 0 ? 'source' : 'center',
  };
}

/** Two populations, one gains `stake` where the pennies match and the other where they do not. */
export function matchingPenniesMixed(stake: number): MixedEquilibrium {
  return {
    shares: [1 / 2, 1 / 2],
    eigenvalues: [
      [0, stake],
      [0, -stake],
    ],
    type: 'center',
  };
}
