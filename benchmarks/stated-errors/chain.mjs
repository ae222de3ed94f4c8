/**
 * References for one population of two strategies: the Kolmogorov forward equation on a grid (`grid.mjs`) by implicit steps of time (TR-BDF2: Bank et
 * al. 1985), which keep probabilities and grow from the start. The error is what halving both the grid and the steps changes; both are halved until it is a
 * quarter of what is wanted, four times at most.
 */
import { pointAt } from '@trilogue/core';
import { coordinates, gridOf } from './grid.mjs';
import { evaluatorOf, rateOf } from './rate.mjs';

const { sqrt, abs, max, min } = Math;

/** Probabilities by node over time: `visit(t, p)` at every step. */
function evolve({ up, down, place }, horizon, steps, visit) {
  const n = up.length;
  const p = new Float64Array(n);
  const at = min(Math.floor(place), n - 2);
  p[at] = 1 - (place - at);
  p[at + 1] = place - at;
  const gamma = 2 - sqrt(2);
  const [work, right] = [new Float64Array(n), new Float64Array(n)];
  const apply = (q, out) => {
    for (let i = 0; i < n; i++) {
      out[i] =
        -(up[i] + down[i]) * q[i] + (i > 0 ? up[i - 1] * q[i - 1] : 0) + (i < n - 1 ? down[i + 1] * q[i + 1] : 0);
    }
  };
  /** (1 - c A) q = r, in place of r. */
  const solve = (c, r) => {
    let before = 0;
    for (let i = 0; i < n; i++) {
      const lower = i > 0 ? -c * up[i - 1] : 0;
      const pivot = 1 + c * (up[i] + down[i]) - lower * before;
      const upper = i < n - 1 ? -c * down[i + 1] : 0;
      before = upper / pivot;
      work[i] = before;
      r[i] = (r[i] - lower * (i > 0 ? r[i - 1] : 0)) / pivot;
    }
    for (let i = n - 2; i >= 0; i--) r[i] -= work[i] * r[i + 1];
  };
  // steps grow from the start, where all is in one place, with the square of their number
  const time = (k) => horizon * (k / steps) ** 2;
  visit(0, p);
  const flow = new Float64Array(n);
  for (let k = 0; k < steps; k++) {
    const dt = time(k + 1) - time(k);
    const c = (gamma * dt) / 2;
    apply(p, flow);
    for (let i = 0; i < n; i++) right[i] = p[i] + c * flow[i];
    solve(c, right);
    const [a, b] = [1 / (gamma * (2 - gamma)), (1 - gamma) ** 2 / (gamma * (2 - gamma))];
    for (let i = 0; i < n; i++) p[i] = a * right[i] - b * p[i];
    solve(((1 - gamma) / (2 - gamma)) * dt, p);
    visit(time(k + 1), p);
  }
  return p;
}

/** Probability that the share of strategy 0 is at most x, spread evenly over each node's cell but for what has stopped. */
function below({ nodes, up, down }, p, z) {
  const h = nodes[1] - nodes[0];
  return p.reduce((total, each, i) => {
    const stopped = up[i] === 0 && down[i] === 0;
    return total + each * (stopped ? Number(nodes[i] <= z) : min(1, max(0, (z - nodes[i] + h / 2) / h)));
  }, 0);
}

function solveOnce(metric, setting, cells, steps) {
  const { noise, start, horizon, delta } = setting;
  const place = coordinates[noise];
  if (metric.kind === 'T') {
    const first = metric.pattern[0] === 0;
    const bound = first ? { share: 1 - delta, above: true } : { share: delta, above: false };
    if (first ? start >= 1 - delta : start <= delta) return 0;
    const made = gridOf(setting, cells, bound);
    const end = first ? made.share.length - 1 : 0;
    let [integral, lastTime, lastEntered] = [0, 0, 0];
    evolve(made, horizon, steps, (t, p) => {
      integral += ((t - lastTime) * (lastEntered + p[end])) / 2;
      [lastTime, lastEntered] = [t, p[end]];
    });
    // E[time; entered] = horizon P - integral of P(entered by t)
    return lastEntered < 1e-7 ? null : horizon - integral / lastEntered;
  }
  const made = gridOf(setting, cells, null);
  const { share, rest } = made;
  let [integral, lastTime, lastGap] = [0, 0, 0];
  const isGap = metric.kind === 'gap';
  const p = evolve(made, horizon, steps, (t, q) => {
    if (!isGap) return;
    let gap = 0;
    for (let i = 0; i < q.length; i++) gap += q[i] * abs(share[i] - rest[i]);
    integral += ((t - lastTime) * (lastGap + gap)) / 2;
    [lastTime, lastGap] = [t, gap];
  });
  if (isGap) return metric.a.strategy === metric.b.strategy ? 0 : integral / horizon;
  if (metric.kind === 'P') {
    return metric.pattern[0] === 0 ? 1 - below(made, p, place(1 - delta)) : below(made, p, place(delta));
  }
  const of = metric.share.strategy === 0 ? share : rest;
  const expect = (f) => of.reduce((sum, x, i) => sum + p[i] * f(x), 0);
  const mean = expect((x) => x);
  if (metric.kind === 'mean') return mean;
  if (metric.kind === 'sd')
    return sqrt(
      max(
        0,
        expect((x) => (x - mean) ** 2),
      ),
    );
  const first = metric.share.strategy === 0;
  const part = first ? metric.part : 1 - metric.part;
  let [low, high] = [0, 1];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (below(made, p, place(middle)) < part) low = middle;
    else high = middle;
  }
  return first ? high : 1 - high;
}

/** Whether the game is one that this file can solve: one population of two strategies, under noise. */
export const isChain = (game) =>
  game.players.length === 1 && game.players[0].strategies.length === 2 && game.noise.kind !== 'none';

/** References as of `monteCarlo`. */
export function chain(game, metrics, { delta = 0.05 } = {}) {
  return {
    at(set, horizon, wanted) {
      const point = pointAt(game, { set });
      const payoffs = evaluatorOf(game, point);
      const advantage = (x) => {
        const [[a, b]] = payoffs([[x, 1 - x]]);
        return a - b;
      };
      const setting = {
        ...{ noise: game.noise.kind, advantage, sigma: point.sigma[0], start: point.initial[0][0] },
        ...{ horizon, rate: rateOf(game, point), delta },
      };
      return metrics.map((metric, m) => {
        let coarse = solveOnce(metric, setting, 1000, 350);
        for (let times = 2; ; times *= 2) {
          const fine = solveOnce(metric, setting, 1000 * times, 350 * times);
          if (fine === null || coarse === null) return { value: null, error: Number.POSITIVE_INFINITY };
          // of second order: a third of the change is taken off, and all of it counts as error
          const change = fine - coarse;
          const found = { value: metric.kind === 'quantile' ? fine : fine + change / 3, error: abs(change) + 1e-7 };
          if (found.error <= wanted[m] / 4 || times === 16) return found;
          coarse = fine;
        }
      });
    },
    close() {},
  };
}
