/** The tables of the view with all digits, in the columns of `trilogue export --to csv`. */

import type { Equilibria } from '@trilogue/analysis';
import type { Game } from '@trilogue/core';
import { csvTable } from '@trilogue/core';

export function equilibriaCsv({ players }: Game, { equilibria }: Equilibria): string {
  const count = Math.max(0, ...equilibria.map((each) => each.eigenvalues.length));
  const eigenvalues = Array.from({ length: count }, (_, i) => [
    `eigenvalue${i + 1}.re`,
    `eigenvalue${i + 1}.im`,
  ]).flat();
  const figures = ['type', 'stability', 'nash', 'strictNash', 'ess', 'isolated', 'error'] as const;
  return csvTable(
    [
      ...players.flatMap(({ name, strategies }) => strategies.map((one) => `${name}.${one}`)),
      ...eigenvalues,
      ...figures,
    ],
    equilibria.map((each) => [
      ...each.shares.flat(),
      ...Array.from({ length: count }, (_, i) => each.eigenvalues[i] ?? [null, null]).flat(),
      ...figures.map((figure) => each[figure]),
    ]),
  );
}

/** Exponents of each direction in which a strategy can enter a pure profile. */
export function noiseCsv({ equilibria }: Equilibria): string {
  const figures = ['almostSure', 'firstMoment', 'secondMoment', 'almostSureFlip', 'secondMomentFlip'] as const;
  return csvTable(
    ['profile', 'verdict', 'player', 'strategy', 'over', 'sigma', 'law', 'eigenvalue', ...figures],
    equilibria.flatMap(({ profile, stochastic }) =>
      (stochastic?.directions ?? []).map((each) => {
        const { player, strategy, over, sigma, law, eigenvalue } = each;
        const place = [profile!.join(', '), stochastic!.almostSure, player, strategy, over];
        return [...place, sigma, law, eigenvalue, ...figures.map((figure) => each[figure])];
      }),
    ),
  );
}
