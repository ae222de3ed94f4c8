/**
 * Whether the references can be believed: known answers beside the chain and the paths, and the two beside each other on drawn games.
 *
 *   node benchmarks/stated-errors/check.mjs [--draws 2] [--seconds 6]
 *
 * A ratio is the difference over the errors that both state; more than some 1.5 would be a fault of a reference.
 */
import { parseArgs } from 'node:util';
import { defineGame } from '@trilogue/core';
import { parseMetric } from '@trilogue/engine';
import { chain } from './chain.mjs';
import { draw, kinds, noises, shapes } from './draw.mjs';
import { monteCarlo } from './monte-carlo.mjs';
import { ode } from './ode.mjs';

const { values } = parseArgs({
  options: { draws: { type: 'string', default: '2' }, seconds: { type: 'string', default: '6' } },
});
const seconds = Number(values.seconds);
const figure = (x) => (x === null ? '-' : x.toPrecision(5));
let worst = 0;

function line(name, exact, exactError, { value, error }) {
  const ratio = value === null || exact === null ? Number.NaN : Math.abs(value - exact) / (error + exactError + 1e-12);
  if (ratio > worst) worst = ratio;
  console.log(
    `${name.padEnd(58)} ${figure(exact)} +- ${exactError.toExponential(1)}  ${figure(value)} +- ${error.toExponential(1)}  ${ratio.toFixed(2)}`,
  );
}

const beta = (x) =>
  [5, 6, 7, 8, 9].reduce((sum, k) => sum + [126, 84, 36, 9, 1][k - 5] * x ** k * (1 - x) ** (9 - k), 0);
const kimura = (k, x) => Math.expm1(-k * x) / Math.expm1(-k);
const one = (kind, x, y, sigma, initial, horizon) => ({
  ...{ game: 'known', against: 'self', players: { P: { strategies: ['x', 'y'] } }, payoffs: { P: { x, y } } },
  ...{ noise: { kind, sigma: { P: sigma } }, initial: { P: initial }, horizon },
});
const three = {
  ...{ game: 'known', against: 'self', players: { P: { strategies: ['x', 'y', 'z'] } } },
  ...{ payoffs: { P: { x: '0.5', y: '0', z: '0' } }, noise: { kind: 'demographic', sigma: { P: 1 } } },
  ...{ initial: { P: [0.3, 0.2, 0.5] }, horizon: 20 },
};
const pair = (kind) => ({
  ...{ game: 'known', players: { A: { strategies: ['x', 'y'] }, B: { strategies: ['u', 'v', 'w'] } } },
  ...{ payoffs: { A: { x: '0', y: '0' }, B: { u: '0', v: '0', w: '0' } } },
  ...{ noise: { kind, sigma: { A: 0.9, B: 0.7 } }, initial: { A: 0.3, B: [0.2, 0.3, 0.5] }, horizon: 4 },
});
const known = [
  ['coordination: I_0.62(5, 5)', one('replicator', '2*P.x', '2*P.y', 1, 0.62, 30), 'P(x)', beta(0.62)],
  [
    'logit is a Brownian motion: normal law',
    one('replicator', '0.25*(0.5-P.x)', '0', 0.5, 0.94, 20),
    'P(x)',
    0.4656262,
  ],
  ['its passage: inverse Gaussian', one('replicator', '0.05+0.25*(0.5-P.x)', '0', 0.5, 0.94, 20), 'T(x)', 1.2849694],
  ['Kimura', one('demographic', '0.2', '0', 0.8, 0.5, 60), 'P(x)', kimura(0.625, 0.5)],
  ['neutral variance', one('demographic', '0', '0', 0.7, 0.3, 2), 'sd(P.x)', Math.sqrt(0.21 * -Math.expm1(-0.98))],
  ['stops at 1 under multiplicative noise', one('multiplicative', '-0.2', '0', 0.8, 0.5, 120), 'P(x)', 0.389652],
  ['three strategies: Kimura', three, 'P(x)', kimura(1, 0.3)],
  ['three strategies: the rest in proportion', three, 'P(y)', ((1 - kimura(1, 0.3)) * 0.2) / 0.7],
  ['martingale, replicator', pair('replicator'), 'mean(B.v)', 0.3],
  ['martingale, demographic', pair('demographic'), 'mean(B.v)', 0.3],
  ['martingale, multiplicative', pair('multiplicative'), 'mean(A.x)', 0.3],
];
for (const [name, definition, text, exact] of known) {
  const game = defineGame(definition);
  const metrics = [parseMetric(game, text)];
  const unit = metrics[0].kind === 'T' ? game.horizon : 1;
  if (definition.players.P?.strategies.length === 2) {
    line(`${name}, chain`, exact, 0, chain(game, metrics).at({}, game.horizon, [1e-4 * unit])[0]);
  }
  const paths = monteCarlo(game, metrics, { seconds });
  line(`${name}, paths`, exact, 0, paths.at({}, game.horizon, [0.001 * unit])[0]);
  paths.close();
}

for (const noise of noises) {
  for (const kind of noise === 'none' ? [] : kinds) {
    for (let number = 0; number < Number(values.draws); number++) {
      const { game, candidates } = draw('check', { noise, kind, shape: shapes[0] }, number);
      const text = candidates[0] ?? `${kind}(${kind === 'P' ? game.players[0].strategies[0] : 'P0.s00'})`;
      const metrics = [parseMetric(game, text)];
      const paths = monteCarlo(game, metrics, { seconds });
      const unit = kind === 'T' ? game.horizon : 1;
      const [{ value, error }] = chain(game, metrics).at({}, game.horizon, [1e-3 * unit]);
      line(`${noise} ${text}, draw ${number}`, value, error, paths.at({}, game.horizon, [0.001 * unit])[0]);
      paths.close();
    }
  }
}

// with hardly any noise, paths are those of the equation
for (const shape of shapes.slice(1)) {
  for (const kind of ['mean', 'T', 'gap']) {
    const { game, candidates } = draw('check', { noise: 'replicator', kind, shape }, 0);
    const metrics = [parseMetric(game, candidates[0] ?? 'mean(P0.s00)')];
    const set = Object.fromEntries(game.players.map(({ name }) => [`sigma_${name}`, 1e-4]));
    const paths = monteCarlo(game, metrics, { seconds });
    const [{ value, error }] = ode({ ...game, noise: { ...game.noise, kind: 'none' } }, metrics).at({}, game.horizon);
    const [found] = paths.at(set, game.horizon, [1e-4]);
    line(`hardly any noise, ${shape} ${kind}`, value, error + 1e-3, found);
    paths.close();
  }
}
console.log(`worst ${worst.toFixed(2)}`);
