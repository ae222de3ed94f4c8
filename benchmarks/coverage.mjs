/**
 * Whether the error that a run states covers the true one: random games by the default tolerance, each beside a reference
 * of steps 16 times smaller and paths of their own.
 *
 *   node benchmarks/coverage.mjs [--games 30] [--tolerance 0.01] [--seed coverage]
 *
 * Every game is a curve of four cells over one start, of a number that noise decides; games where nothing is open are passed over.
 * The reference's own noise is a tenth of the tolerance (one standard error), and counts against us.
 */
import { parseArgs } from 'node:util';
import { defineGame } from '@trilogue/core';
import { openBackend, simulate, sweep } from '@trilogue/engine';
import { createStream, keyOf } from '@trilogue/random';

const { values } = parseArgs({
  options: {
    games: { type: 'string', default: '30' },
    tolerance: { type: 'string', default: '0.01' },
    seed: { type: 'string', default: 'coverage' },
  },
});
const tolerance = Number(values.tolerance);
/** Under `multiplicative` noise steps are small already. */
const refined = ({ noise }) => (noise.kind === 'multiplicative' ? 4 : 16);
const shapes = [[2, 2, 2], [2, 2, 2], [2, 2], [2, 2, 2, 2], [3], [2, 3]];
const noises = ['replicator', 'replicator', 'replicator', 'multiplicative', 'demographic'];

/** A game of random payoffs between -2 and 2. */
function randomGame(number) {
  const stream = createStream(keyOf(values.seed), 0, number);
  const between = (low, high) => low + (high - low) * stream.unit();
  const pick = (list) => list[Math.floor(stream.unit() * list.length)];
  const counts = pick(shapes);
  const kind = pick(noises);
  const players = Object.fromEntries(
    counts.map((count, p) => [`P${p}`, { strategies: Array.from({ length: count }, (_, s) => `s${p}${s}`) }]),
  );
  const names = Object.keys(players);
  const profilesOf = ([first, ...rest]) =>
    first === undefined
      ? [[]]
      : players[first].strategies.flatMap((strategy) => profilesOf(rest).map((others) => [strategy, ...others]));
  const pay = () => Object.fromEntries(names.map((name) => [name, Number(between(-2, 2).toFixed(3))]));
  const initial = Object.fromEntries(
    names.map((name, p) => [name, counts[p] === 2 ? Number(between(0.3, 0.7).toFixed(2)) : [0.3, 0.3, 0.4]]),
  );
  return defineGame({
    game: `random-${number}`,
    players,
    payoffs: profilesOf(names).map((when) => ({ when, pay: pay() })),
    noise: { kind, sigma: Object.fromEntries(names.map((name) => [name, Number(between(0.2, 1).toFixed(2))])) },
    initial,
    horizon: 10,
  });
}

/** A metric that noise decides: the least certain outcome, or the mean share that spreads most; null where nothing does. */
async function metricOf(game, backend) {
  const { outcomes, final } = await simulate({ game, backend, paths: 2000, times: 0, passages: false });
  const [best] = [...outcomes].sort((a, b) => Math.abs(a.probability - 0.5) - Math.abs(b.probability - 0.5));
  if (Math.abs(best.probability - 0.5) < 0.4) return `P(${best.profile.join(',')})`;
  const [[name, widest]] = Object.entries(final).sort(([, a], [, b]) => b.sd - a.sd);
  return widest.sd > 0.1 ? `mean(${name})` : null;
}

const { backend } = await openBackend('auto');
let covered = 0;
let kept = 0;
let cells = 0;
let sumStated = 0;
let taken = 0;
for (let number = 0; taken < Number(values.games); number++) {
  const game = randomGame(number);
  const metric = await metricOf(game, backend);
  if (metric === null) continue;
  taken++;
  const [{ name, strategies }] = game.players;
  const x =
    strategies.length === 2
      ? { name: `initial.${name}`, from: 0.3, to: 0.7, count: 4 }
      : { name: `sigma_${name}`, from: 0.3, to: 0.9, count: 4 };
  const common = { game, backend, x, metric };
  const found = await sweep({ ...common, tolerance, seed: `found ${number}` });
  const paths = Math.ceil(0.25 / (tolerance / 10) ** 2);
  const reference = await sweep({
    ...common,
    ...{ scheme: found.scheme, dt: found.dt / refined(game), paths, seed: `reference ${number}`, independent: true },
  });
  const rows = found.values[0].map((value, i) => {
    const stated = Math.max(found.high[0][i] - value, value - found.low[0][i]) + found.bias[0][i];
    return { value, stated, true: Math.abs(value - reference.values[0][i]) };
  });
  cells += rows.length;
  covered += rows.filter((row) => row.true <= row.stated).length;
  kept += rows.filter((row) => row.stated <= tolerance).length;
  sumStated += rows.reduce((sum, row) => sum + row.stated, 0);
  const missed = rows.filter((row) => row.true > row.stated);
  console.log(
    `${game.name.padEnd(10)} ${game.noise.kind.padEnd(14)} ${metric.padEnd(22)} ${found.scheme.padEnd(15)} dt ${found.dt
      .toPrecision(3)
      .padEnd(7)} error ${rows.map((row) => row.true.toFixed(4)).join(' ')}  stated ${rows
      .map((row) => row.stated.toFixed(4))
      .join(' ')}${missed.length > 0 ? '  MISSED' : ''}`,
  );
}
await backend.close();
console.log(
  `${covered} of ${cells} cells covered (${((100 * covered) / cells).toFixed(1)}%), ${kept} keep the tolerance ${tolerance}, mean stated error ${(sumStated / cells).toFixed(4)}`,
);
process.exit(0);
