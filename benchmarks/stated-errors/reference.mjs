/** Which reference a game has: a closed form, an ordinary differential equation, a chain on a grid, or Monte Carlo. */
import { pointAt } from '@trilogue/core';
import { chain, isChain } from './chain.mjs';
import { monteCarlo } from './monte-carlo.mjs';
import { ode } from './ode.mjs';

/** Means where payoffs do nothing: a share that only noise moves is a martingale (but where many shares are reflected). */
function starts(game, metrics) {
  return {
    at(set) {
      const { initial } = pointAt(game, { set });
      return metrics.map(({ share }) => ({ value: initial[share.player][share.strategy], error: 1e-9 }));
    },
    close() {},
  };
}

/** `at(set, horizon, wanted)` gives `{ value, error }` for each metric; see the files. */
export function referenceOf(game, metrics, { neutral, ...options }) {
  const { kind } = game.noise;
  const reflected = kind === 'multiplicative' && game.players.some(({ strategies }) => strategies.length > 2);
  if (neutral && !reflected && metrics.every((metric) => metric.kind === 'mean')) {
    return { by: 'closed', ...starts(game, metrics) };
  }
  if (kind === 'none') return { by: 'ode', ...ode(game, metrics, options) };
  if (isChain(game)) return { by: 'chain', ...chain(game, metrics, options) };
  return { by: 'paths', ...monteCarlo(game, metrics, options) };
}
