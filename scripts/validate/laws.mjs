/**
 * Laws that the stated errors are held to: where coordination ends, when a share is passed, which of three strategies takes over, and that the
 * order in which players and strategies are listed does not matter.
 */
import { bundledGame, readGame, writeGame } from '@trilogue/core';
import { simulate, sweep } from '@trilogue/engine';

/** Times of what a run states that a single number may be off: 1.5 times a 95% interval is 3 standard errors. */
const times = 1.5;
const allowance = `at most ${times} times as far off as the run itself says, which is some three standard errors`;

/**
 * @typedef {{ value: number, low: number, high: number, bias: number | null }} Stated
 * @typedef {import('./answers.mjs').Backend} Backend
 * @typedef {import('./answers.mjs').Tell} Tell
 * @typedef {import('./answers.mjs').Problems} Problems
 */

/** @param {Stated} stated */
const reach = ({ value, low, high, bias }) => Math.max(high - value, value - low) + Number(bias);

/** @param {number} exact @param {Stated} stated */
const beside = (exact, stated) => ({
  exact,
  ours: stated.value,
  distance: { error: Math.abs(stated.value - exact), limit: times * reach(stated) },
});

/**
 * A metric of one cell.
 *
 * @param {import('@trilogue/core').Game} game
 * @param {string} metric
 * @param {string} name of a parameter that stays at its value
 * @param {number} tolerance
 * @param {Backend} backend
 * @returns {Promise<Stated>}
 */
async function cellOf(game, metric, name, tolerance, backend) {
  const value = Number(game.parameters.find((parameter) => parameter.name === name)?.value);
  const found = await sweep({ game, metric, x: { name, from: value, to: value, count: 1 }, tolerance, backend });
  const [[v], [low], [high], [bias]] = [found.values[0], found.low[0], found.high[0], found.bias[0]];
  return { value: Number(v), low: Number(low), high: Number(high), bias };
}

/** @param {Problems} problems @param {Backend} backend @param {Tell} tell */
export async function coordinationAnswers({ coordinationGame, coordinationProbability }, backend, tell) {
  const group = {
    title: 'Which convention wins',
    source: `A regularised incomplete beta function, by the scale function (Karlin and Taylor 1981, chapter 15). Within a tolerance; ${allowance}.`,
  };
  for (const [a, b, sigma, initial, horizon, tolerance] of [
    [2, 2, 1, 0.62, 30, 0.01],
    [2, 2, 0.5, 0.56, 100, 0.03],
    [1, 3, 1, 0.75, 30, 0.01],
    [0.5, 1, 1.4, 0.5, 60, 0.01],
  ]) {
    const problem = { a, b, sigma, initial };
    const game = readGame(coordinationGame({ ...problem, horizon }));
    const { outcomes } = await simulate({ game, tolerance, times: 0, passages: false, backend });
    const [{ probability: value, low, high, bias }] = outcomes;
    const question = `payoffs ${a} and ${b}, sigma ${sigma}, from ${initial}, tolerance ${tolerance}`;
    tell({ group, question, ...beside(coordinationProbability(problem), { value, low, high, bias }) });
  }
  const problem = { a: 2, b: 2, sigma: 1 };
  const game = readGame(coordinationGame({ ...problem, initial: 0.5, horizon: 30 }));
  const x = { name: 'x0', from: 0.2, to: 0.8, count: 31 };
  const found = await sweep({ game, x, metric: 'P(first)', tolerance: 0.01, backend });
  const ratios = found.x.values.map((initial, i) => {
    const [value, low, high] = [found.values[0][i], found.low[0][i], found.high[0][i]].map(Number);
    const exact = coordinationProbability({ ...problem, initial });
    return Math.abs(value - exact) / reach({ value, low, high, bias: found.bias[0][i] });
  });
  const worst = Math.max(...ratios);
  tell({
    group,
    question: 'a sweep of 31 starts: largest error, in parts of what its cell states',
    exact: 'at most 1.5',
    ours: worst,
    distance: { error: worst, limit: times },
  });
}

/** @param {Problems} problems @param {Backend} backend @param {Tell} tell */
export async function passageAnswers({ logitBrownianGame, aboveAt, meanPassageBy, passedBy }, backend, tell) {
  const group = {
    title: 'Passing a share, where the logit is a Brownian motion',
    source: `Normal and inverse Gaussian laws (Karatzas and Shreve 1991, section 3.5.C). Sweeps of one cell within a tolerance; ${allowance}.`,
  };
  for (const [drift, sigma, initial, horizon, tolerance] of [
    [0.05, 0.5, 0.94, 20, 0.002],
    [0.2, 0.5, 0.5, 20, 0.01],
    [-0.1, 1, 0.7, 10, 0.01],
  ]) {
    const problem = { drift, sigma, initial };
    const game = readGame(logitBrownianGame({ ...problem, horizon }));
    const where = `drift ${drift}, sigma ${sigma}, from ${initial}, time ${horizon}, tolerance ${tolerance}`;
    const above = await cellOf(game, 'P(up)', 'm', tolerance, backend);
    tell({ group, question: `above 0.95, ${where}`, ...beside(aboveAt(problem, horizon, 0.95), above) });
    const time = await cellOf(game, 'T(up)', 'm', Math.max(tolerance, 0.005), backend);
    tell({ group, question: `mean time to 0.95, ${where}`, ...beside(meanPassageBy(problem, horizon, 0.95), time) });
    const { passages } = await simulate({ game, tolerance: 0.005, times: 0, backend });
    const [{ probability: value, low, high }] = passages;
    const exact = passedBy(problem, horizon, 0.95);
    const passed = { value, low, high, bias: null };
    tell({ group, question: `passes 0.95, ${where}`, ...beside(exact, passed) });
  }
}

/** @param {Problems} problems @param {Backend} backend @param {Tell} tell */
export async function threeStrategyAnswers({ oneAgainstEqualsGame, takesOver }, backend, tell) {
  const group = {
    title: 'Which of three strategies takes over, under demographic noise',
    source: `Kimura (1962) for the one that pays more; the two that pay the same share the rest in proportion to their starts. A tolerance of 0.03; ${allowance}.`,
  };
  const starts = { odd: 0.3, one: 0.2, two: 0.5 };
  for (const order of /** @type {const} */ ([
    ['odd', 'one', 'two'],
    ['one', 'two', 'odd'],
    ['two', 'odd', 'one'],
  ])) {
    const problem = {
      advantage: 0.5,
      sigma: 1,
      initial: Object.fromEntries(order.map((name) => [name, starts[name]])),
    };
    const game = readGame(oneAgainstEqualsGame({ ...problem, horizon: 15 }));
    const { outcomes } = await simulate({ game, tolerance: 0.03, times: 0, passages: false, backend });
    for (const [s, name] of order.entries()) {
      const { probability: value, low, high, bias } = outcomes[s];
      const question = `${name}, listed as ${order.join(', ')}`;
      tell({ group, question, ...beside(takesOver(problem, name), { value, low, high, bias }) });
    }
  }
  const extinct = {
    title: 'A strategy that is not there',
    source: 'It stays away, in whatever place it is listed. `euler` and `weak-euler`, a step of 0.1.',
  };
  for (const order of [
    ['odd', 'one', 'two'],
    ['one', 'two', 'odd'],
  ]) {
    const initial = Object.fromEntries(order.map((name) => [name, name === 'odd' ? 0 : 0.5]));
    const game = readGame(oneAgainstEqualsGame({ advantage: 2, sigma: 0.05, initial, horizon: 20 }));
    for (const scheme of /** @type {const} */ (['euler', 'weak-euler'])) {
      const { final } = await simulate({ game, scheme, dt: 0.1, paths: 10_000, times: 0, passages: false, backend });
      const ours = final['P.odd'].mean;
      const question = `mean share of odd, listed as ${order.join(', ')}, \`${scheme}\``;
      tell({ group: extinct, question, exact: 0, ours, distance: { error: Math.abs(ours), limit: 1e-6 } });
    }
  }
}

/** Three strategies that chase each other, in a finite population; an example with all three at the start. */
const chase = `game: chase
against: self
players:
  P: { strategies: [defend, abstain, disrupt] }
payoffs:
  P:
    defend: 0.5*P.disrupt - P.abstain
    abstain: P.defend - 3*P.disrupt
    disrupt: P.abstain - P.defend
noise: { kind: demographic, sigma: { P: 0.25 } }
initial: { P: [13/27, 8/27, 6/27] }
horizon: 60
`;

/** @param {Backend} backend @param {Tell} tell */
export async function orderAnswers(backend, tell) {
  const group = {
    title: 'The order in which strategies and players are listed',
    source:
      'The same game written in another order, beside the first order. A tolerance of 0.03; at most as far apart as both runs together say.',
  };
  const sharing = bundledGame('data-sharing');
  const [first, ...rest] = sharing.players;
  const game = readGame(chase);
  const [{ name, strategies }] = game.players;
  const [a, b, c] = strategies;
  for (const { title, games } of [
    {
      title: 'sharing',
      games: [
        sharing,
        reordered(
          sharing,
          [...rest, first].map((p) => [p.name, [...p.strategies].reverse()]),
        ),
      ],
    },
    { title: 'chase', games: [game, reordered(game, [[name, [b, c, a]]]), reordered(game, [[name, [c, a, b]]])] },
  ]) {
    const [here, ...others] = await Promise.all(games.map((each) => outcomesOf(each, backend)));
    for (const [k, there] of others.entries()) {
      for (const [profile, stated] of here) {
        const other = /** @type {Stated} */ (there.get(profile));
        const distance = { error: Math.abs(other.value - stated.value), limit: reach(stated) + reach(other) };
        const question = `${title}, order ${k + 2}: ${profile}`;
        tell({ group, question, exact: stated.value, ours: other.value, distance });
      }
    }
  }
}

/**
 * Outcomes by the names of the profile, whatever their order.
 *
 * @param {import('@trilogue/core').Game} game
 * @param {Backend} backend
 * @returns {Promise<Map<string, Stated>>}
 */
async function outcomesOf(game, backend) {
  const { outcomes } = await simulate({ game, tolerance: 0.03, times: 0, passages: false, backend });
  return new Map(
    outcomes.map(({ profile, probability: value, low, high, bias }) => {
      const names = profile.map((strategy, p) => `${game.players[p].name}.${strategy}`);
      return [names.sort().join(' '), { value, low, high, bias }];
    }),
  );
}

/**
 * The game with its players and their strategies in another order.
 *
 * @param {import('@trilogue/core').Game} game
 * @param {[name: string, strategies: string[]][]} order
 */
function reordered(game, order) {
  const places = order.map(([name]) => game.players.findIndex((player) => player.name === name));
  const pick = (/** @type {number} */ p, /** @type {string} */ strategy) =>
    game.players[p].strategies.indexOf(strategy);
  /** @type {<T>(rows: readonly (readonly T[])[]) => T[][]} */
  const byStrategy = (rows) =>
    order.map(([, strategies], k) => strategies.map((s) => rows[places[k]][pick(places[k], s)]));
  const { table: _, ...withoutTable } = game;
  return readGame(
    writeGame({
      ...withoutTable,
      players: order.map(([, strategies], k) => ({ ...game.players[places[k]], strategies })),
      payoffs: byStrategy(game.payoffs),
      noise: { ...game.noise, sigma: places.map((p) => game.noise.sigma[p]) },
      initial: byStrategy(game.initial),
    }),
  );
}
