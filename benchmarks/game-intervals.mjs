/**
 * How often intervals and recommendations of games with closed forms hold the truth, by the engine's paths and with the default
 * options of the commands.
 *
 *   node benchmarks/game-intervals.mjs [--repeats 20] [--recommendations 40] [--cases multiplicative]
 *
 * Of every kind of noise metrics that are known as functions of one number g: Phi(g) under replicator noise, Kimura's fixation under
 * demographic noise, the logistic curve without noise; under multiplicative noise the Kolmogorov equation, solved on a grid; g has
 * strong, weak and interacting factors. One line a family: of how many intervals the truth lay inside. Then random games, what
 * `recommend` says of them, and what is exact.
 */
import { parseArgs } from 'node:util';
import { defineGame, fieldShape } from '@trilogue/core';
import { accurateScheme, openBackend, parseMetric } from '@trilogue/engine';
import { createAnswers, prcc, sobolPointsDesign } from '@trilogue/sensitivity';
import { findingsOf, indicesTrial, methods, recommend, runDesign, studyStep } from '@trilogue/study';
import { chain } from './stated-errors/chain.mjs';

const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '20' },
    recommendations: { type: 'string', default: '40' },
    cases: { type: 'string', default: '' },
  },
});
const repeats = Number(values.repeats);
const { backend } = await openBackend('wasm');
const { signal } = new AbortController();

/** P(Z <= x), by Marsaglia's series (2004). */
function normalBelow(x) {
  if (Math.abs(x) > 8) return x > 0 ? 1 : 0;
  let [term, sum] = [x, x];
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

const ranges = { a: [-1, 1], b: [-1, 1], c: [-1, 1] };
const factors = Object.entries(ranges).map(([name, range]) => ({ name, range }));
const parameters = (all) => Object.fromEntries(all.map(({ name }) => [name, { value: 0 }]));
const players = { P: { strategies: ['new', 'old'] } };
const gameOf = (payoff, noise, horizon, all = factors, sigma = 1, initial = 0.5) =>
  defineGame({
    ...{ game: 'closed', players, against: 'self', parameters: parameters(all), horizon },
    payoffs: { P: { new: payoff, old: 0 } },
    ...{ noise: noise === 'none' ? { kind: 'none' } : { kind: noise, sigma: { P: sigma } }, initial: { P: initial } },
  });
/** P(new) = Phi(g): the logit ends at ln 19 + g + W(1). */
const replicator = (g, all) => gameOf(`2.94443897916644 + (${g}) + 0.5 - P.new`, 'replicator', 1, all);

/** A metric under multiplicative noise, for payoffs g up to 2 either way: the polynomial through 33 solutions of Kolmogorov's equation. */
function multiplicative(metric, sigma, initial) {
  const game = (text, all) => gameOf(text, 'multiplicative', 2, all, sigma, initial);
  const alone = game('g', [{ name: 'g' }]);
  const nodes = Array.from({ length: 33 }, (_, i) => 2 * Math.cos((Math.PI * i) / 32));
  let known;
  // in the second barycentric form (Berrut and Trefethen 2004)
  const of = (g) => {
    known ??= nodes.map((node) => chain(alone, [parseMetric(alone, metric)]).at({ g: node }, 2, [1e-4])[0].value);
    if (nodes.includes(g)) return known[nodes.indexOf(g)];
    const parts = nodes.map((node, i) => ((i % 32 === 0 ? 0.5 : 1) * (-1) ** i) / (g - node));
    return parts.reduce((sum, part, i) => sum + part * known[i], 0) / parts.reduce((sum, part) => sum + part, 0);
  };
  return { game, of };
}
const stopped = multiplicative('P(new)', 0.5, 0.5);
const growing = multiplicative('mean(P.new)', 1, 0.1);

const cases = [
  ['strong and weak', 'a + 0.3*b + 0.02*c', ([a, b, c]) => a + 0.3 * b + 0.02 * c],
  ['interaction', '1.5*a*b + 0.3*b + 0.1*c', ([a, b, c]) => 1.5 * a * b + 0.3 * b + 0.1 * c],
].flatMap(([title, text, g]) => [
  [`replicator, ${title}`, replicator(text), 'P(new)', (x) => normalBelow(g(x))],
  [`demographic, ${title}`, gameOf(text, 'demographic', 10), 'P(new)', (x) => 1 / (1 + Math.exp(-g(x)))],
  [`multiplicative, P, ${title}`, stopped.game(text), 'P(new)', (x) => stopped.of(g(x))],
  [`multiplicative, mean, ${title}`, growing.game(text), 'mean(P.new)', (x) => growing.of(g(x))],
  [`none, ${title}`, gameOf(text, 'none', 1), 'mean(P.new)', (x) => 1 / (1 + Math.exp(-g(x)))],
]);

const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
const variance = (list) => mean(list.map((value) => value ** 2)) - mean(list) ** 2;
const grid = (at) => at.flatMap((a) => at.flatMap((b) => at.map((c) => [a, b, c])));

/** Exact first and total indices, by midpoints. */
function sobolTruth(f) {
  const n = 40;
  const at = Array.from({ length: n }, (_, i) => (2 * i + 1) / n - 1);
  const points = grid(at);
  const outputs = points.map(f);
  const all = variance(outputs);
  const by = (key) => {
    const groups = new Map();
    for (const [i, point] of points.entries()) {
      const name = key(point);
      groups.set(name, [...(groups.get(name) ?? []), outputs[i]]);
    }
    return variance([...groups.values()].map(mean)) / all;
  };
  return factors.flatMap((_, i) => [by((point) => point[i]), 1 - by((point) => point.toSpliced(i, 1).join())]);
}

/** Exact mu, mu* and sigma of Morris's grid of four levels. */
function morrisTruth(f) {
  const levels = [-1, -1 / 3, 1 / 3, 1];
  return factors.flatMap((_, i) => {
    const effects = grid(levels)
      .filter((point) => point[i] < 0)
      .map((point) => (f(point.with(i, point[i] + 4 / 3)) - f(point)) / (2 / 3));
    return [mean(effects), mean(effects.map(Math.abs)), Math.sqrt(variance(effects))];
  });
}

function prccTruth(f) {
  const design = sobolPointsDesign(factors, { samples: 2 ** 16 });
  const answers = createAnswers(design);
  for (let row = 0; row < design.runs; row++) answers.tell(row, f(design.point(row)));
  return prcc(answers, { resamples: 20 }).coefficients.map(({ value }) => value);
}

const families = {
  sobol: { truth: sobolTruth, of: ({ indices }) => indices.flatMap(({ first, total }) => [first, total]) },
  morris: { truth: morrisTruth, of: ({ effects }) => effects.flatMap(({ mu, muStar, sigma }) => [mu, muStar, sigma]) },
  prcc: { truth: prccTruth, of: ({ coefficients }) => coefficients },
};

console.log('| family | case | step | inside, of intervals |\n|---|---|---|---|');
const totals = {};
for (const [title, game, metric, f] of repeats > 0 ? cases : []) {
  if (!title.includes(values.cases)) continue;
  const modelOf = (seed) => ({
    ...{ game, metric, set: {}, seed, horizon: game.horizon, delta: 0.05 },
    ...{ scheme: accurateScheme(fieldShape(game)), backend, signal },
  });
  const { dt } = await studyStep(modelOf('coverage'), factors, null, indicesTrial);
  for (const [method, { truth, of }] of Object.entries(families)) {
    const exact = truth(f);
    let inside = 0;
    const { samples, paths, independent } = methods[method];
    for (let repeat = 0; repeat < repeats; repeat++) {
      const seed = `coverage ${repeat}`;
      const design = methods[method].design(factors, { samples, seed, base: [] });
      const job = { model: modelOf(seed), design, paths, dt, independent, finished: new Map() };
      const { outputs } = await runDesign({ ...job, onBatch: () => {}, onProgress: () => {} });
      const found = of(findingsOf(design, outputs, { method, seed, independent }));
      // what rounding of single precision leaves is no error of an interval
      for (const [i, { low, high }] of found.entries()) inside += low - 2e-5 <= exact[i] && exact[i] <= high + 2e-5;
    }
    const count = repeats * exact.length;
    totals[method] = [(totals[method]?.[0] ?? 0) + inside, (totals[method]?.[1] ?? 0) + count];
    console.log(`| ${method} | ${title} | ${dt} | ${inside} of ${count} (${((100 * inside) / count).toFixed(0)}%) |`);
  }
}
for (const [method, [inside, count]] of Object.entries(totals)) {
  console.log(`${method}: ${inside} of ${count}, ${((100 * inside) / count).toFixed(1)}%`);
}

/** Numbers from 0 to 1. Source: Park and Miller (1988), multiplier 48271. */
let state = 20_261_130;
const next = () => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};
const between = (low, high) => low + next() * (high - low);

/** A random g of two levers: slopes, a bump of random width and place, and what both do together. */
function randomGame() {
  const [p, q, r] = [between(-1.5, 1.5), between(-1.5, 1.5), between(-2, 2)].map((value) => Number(value.toFixed(3)));
  const [h, m, w] = [between(0, 2), between(-0.8, 0.8), between(0.05, 0.4)].map((value) => Number(value.toFixed(3)));
  const text = `-1 + ${p}*a + ${q}*b + ${r}*a*b + ${h}*2.718281828459045^(-((a - ${m})/${w})^2)`
    .replaceAll('+ -', '- ')
    .replaceAll('- -', '+ ');
  const f = (a, b) => normalBelow(-1 + p * a + q * b + r * a * b + h * Math.exp(-(((a - m) / w) ** 2)));
  return { text, f };
}

const line = (n, at) => Array.from({ length: n + 1 }, (_, i) => at((2 * i) / n - 1));
const levers = factors.slice(0, 2);
const score = { nearest: [0, 0], pair: [0, 0], optimum: [0, 0] };
const judge = (name, right, words) => {
  score[name][0] += right ? 1 : 0;
  score[name][1]++;
  if (!right) console.log(`  ${name}: ${words}`);
};
for (let number = 0; number < Number(values.recommendations); number++) {
  const { text, f } = randomGame();
  const game = replicator(text, levers);
  const target = { value: Number(between(0.3, 0.8).toFixed(2)), goal: 'at-least' };
  const model = {
    ...{ game, metric: 'P(new)', set: {}, seed: `random ${number}`, horizon: 1, delta: 0.05 },
    ...{ scheme: accurateScheme(fieldShape(game)), backend, signal },
  };
  if (f(0, 0) >= target.value - 0.02) continue;
  const advice = await recommend({ model, factors: levers, base: [0, 0], target, dt: 0.05 }, () => {});
  const alone = [(x) => f(x, 0), (x) => f(0, x)];
  for (const [i, along] of alone.entries()) {
    const lever = advice.levers.find(({ parameter }) => parameter === levers[i].name);
    const points = line(20_000, (x) => [x, along(x)]);
    const reached = points.filter(([, p]) => p >= target.value).map(([x]) => x);
    const nearest = reached.reduce((top, x) => (Math.abs(x) < Math.abs(top) ? x : top), Number.POSITIVE_INFINITY);
    const most = Math.max(...points.map(([, p]) => p));
    const words = `${text}, target ${target.value}, ${levers[i].name}: ${lever.outcome} ${lever.value} (${lever.low} to ${lever.high}), exact ${nearest}`;
    if (Number.isFinite(nearest)) {
      // near a top that hardly reaches the target, noise decides; then it must be said
      const marginal = most - target.value < 0.015;
      const inside = lever.low - 1e-3 <= nearest && nearest <= lever.high + 1e-3;
      judge('nearest', lever.value === null ? marginal : inside || marginal, words);
    } else judge('nearest', lever.value === null || target.value - most < 0.015, words);
    if (lever.optimum !== null) {
      const top = points.reduce((best, point) => (point[1] > best[1] ? point : best));
      const { value, low, high, output } = lever.optimum;
      const said = low <= top[0] && top[0] <= high;
      judge(
        'optimum',
        said && Math.abs(output.value - along(value)) < 0.01,
        `${text}: ${value} (${low} to ${high}), exact ${top[0]}`,
      );
    }
  }
  const at = line(200, (x) => x);
  const costs = at.flatMap((a) => at.flatMap((b) => (f(a, b) >= target.value ? [(a * a + b * b) / 4] : [])));
  const least = Math.min(...costs);
  const single = Math.min(...advice.levers.map(({ change }) => (change === null ? 9 : change ** 2)));
  const found = Math.min(single, advice.pair?.cost ?? 9);
  const most = Math.max(...at.flatMap((a) => at.map((b) => f(a, b))));
  const right = Number.isFinite(least) ? found < least + 0.02 || most - target.value < 0.02 : found === 9;
  judge('pair', right, `${text}, target ${target.value}: cost ${found}, exact ${least}`);
}
for (const [name, [right, count]] of Object.entries(score)) console.log(`${name}: ${right} of ${count} right`);
await backend.close();
