/**
 * References for games without noise: the replicator equation in logarithms of the shares by Dormand and Prince's method of order 5 (1980) with small
 * errors of a step; first passages by the method's own steps, halved until the crossing is known.
 */
import { pointAt } from '@trilogue/core';
import { evaluatorOf } from './rate.mjs';

const A = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const E = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

export function ode(game, metrics, { delta = 0.05 } = {}) {
  const first = game.players.map((_, p) =>
    game.players.slice(0, p).reduce((n, { strategies }) => n + strategies.length, 0),
  );
  return {
    at(set, horizon) {
      const point = pointAt(game, { set });
      const payoffs = evaluatorOf(game, point);
      const sharesOf = (u) =>
        game.players.map(({ strategies }, p) => {
          const own = strategies.map((_, s) => u[first[p] + s]);
          const most = Math.max(...own);
          const weights = own.map((each) => Math.exp(each - most));
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          return weights.map((weight) => weight / total);
        });
      const gaps = metrics.filter(({ kind }) => kind === 'gap');
      const rates = (u) => {
        const x = sharesOf(u);
        const f = payoffs(x);
        // relative to the mean payoff, so that logarithms stay near their size; the gaps are integrated beside them
        const own = f.flatMap((each, p) => {
          const mean = each.reduce((sum, value, s) => sum + value * x[p][s], 0);
          return each.map((value) => value - mean);
        });
        return [...own, ...gaps.map(({ a, b }) => Math.abs(x[a.player][a.strategy] - x[b.player][b.strategy]))];
      };
      const tolerance = 1e-10;
      let u = [...point.initial.flat().map((x) => (x > 0 ? Math.log(x) : -1e9)), ...gaps.map(() => 0)];
      const stepped = (from, h) => {
        const k = [];
        for (let stage = 0; stage < 7; stage++) {
          k.push(rates(from.map((value, i) => value + h * A[stage].reduce((sum, a, j) => sum + a * k[j][i], 0))));
        }
        const to = from.map((value, i) => value + h * A[6].reduce((sum, a, j) => sum + a * k[j][i], 0));
        const error = Math.max(...from.map((_, i) => Math.abs(h * E.reduce((sum, e, j) => sum + e * k[j][i], 0))));
        return { to, error };
      };
      const inside = (values, pattern) => {
        const x = sharesOf(values);
        return pattern.every((s, p) => s === null || x[p][s] >= 1 - delta);
      };
      const passages = new Map(metrics.filter(({ kind }) => kind === 'T').map((metric) => [metric, null]));
      for (const metric of passages.keys()) if (inside(u, metric.pattern)) passages.set(metric, 0);
      let [t, h] = [0, Math.min(horizon / 100, 0.01)];
      while (t < horizon) {
        h = Math.min(h, horizon - t);
        const { to, error } = stepped(u, h);
        if (error > tolerance && h > 1e-9) {
          h *= Math.max(0.2, 0.9 * (tolerance / error) ** 0.2);
          continue;
        }
        for (const [metric, time] of passages) {
          if (time !== null || !inside(to, metric.pattern)) continue;
          let [low, high] = [0, h];
          for (let round = 0; round < 40; round++) {
            const middle = (low + high) / 2;
            if (inside(stepped(u, middle).to, metric.pattern)) high = middle;
            else low = middle;
          }
          passages.set(metric, t + high);
        }
        t += h;
        u = to;
        h *= Math.min(3, 0.9 * (tolerance / (error + 1e-300)) ** 0.2);
        if (gaps.length > 0) h = Math.min(h, horizon / 5000);
      }
      const x = sharesOf(u);
      return metrics.map((metric) => {
        const error = 1e-6;
        switch (metric.kind) {
          case 'P': {
            const near = metric.pattern.some((s, p) => s !== null && Math.abs(x[p][s] - 1 + delta) < 1e-5);
            return near ? { value: null, error } : { value: inside(u, metric.pattern) ? 1 : 0, error: 0 };
          }
          case 'T':
            return { value: passages.get(metric), error: 1e-8 * horizon };
          case 'sd':
            return { value: 0, error: 0 };
          case 'gap':
            return {
              value: u[first.at(-1) + game.players.at(-1).strategies.length + gaps.indexOf(metric)] / horizon,
              error: 1e-6,
            };
          default:
            return { value: x[metric.share.player][metric.share.strategy], error };
        }
      });
    },
    close() {},
  };
}
