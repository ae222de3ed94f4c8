/**
 * References by Monte Carlo for any game: its payoffs are printed as C, compiled with one of two programs (`logarithmic.c`,
 * `sampling.c`) and run with Gaussian or sampled steps that are refined until they do not matter. Shares with the engine only the
 * reading of game files.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pointAt } from '@trilogue/core';
import { rateOf } from './rate.mjs';

const sources = { replicator: 'logarithmic.c', multiplicative: 'logarithmic.c', demographic: 'sampling.c' };

/** An expression as C. */
function printC(expression, read) {
  const print = (e) => {
    switch (e.kind) {
      case 'number':
        return Number.isInteger(e.value) ? `${e.value}.0` : `${e.value}`;
      case 'negate':
        return `(-${print(e.of)})`;
      case 'binary':
        return e.operator === '^' ? power(e, print) : `(${print(e.left)} ${e.operator} ${print(e.right)})`;
      default:
        return read(e);
    }
  };
  return print(expression);
}

function power({ left, right }, print) {
  if (right.kind === 'number' && Number.isInteger(right.value) && right.value > 0 && right.value <= 6) {
    return `(${Array(right.value).fill(print(left)).join(' * ')})`;
  }
  return `pow(${print(left)}, ${print(right)})`;
}

/** The part of the program that is the game's own. */
function header(game, metrics, delta) {
  const first = [];
  let n = 0;
  for (const { strategies } of game.players) {
    first.push(n);
    n += strategies.length;
  }
  const place = (player, strategy) => {
    const p = game.players.findIndex(({ name }) => name === player);
    return first[p] + game.players[p].strategies.indexOf(strategy);
  };
  const parameters = game.parameters.map(({ name }) => name);
  const where = game.where.map(({ name }) => name);
  const read = (e) => {
    if (e.kind === 'share') return `x[${place(e.player, e.strategy)}][w]`;
    const k = parameters.indexOf(e.name);
    return k >= 0 ? `par[${k}]` : `where${where.indexOf(e.name)}`;
  };
  const patterns = metrics.filter(({ kind }) => kind === 'T').map(({ pattern }) => pattern.map((s) => s ?? -1));
  const gaps = metrics
    .filter(({ kind }) => kind === 'gap')
    .map(({ a, b }) => [first[a.player] + a.strategy, first[b.player] + b.strategy]);
  const list = (rows, width) =>
    `{${(rows.length > 0 ? rows : [Array(width).fill(0)]).map((row) => `{${row.join()}}`).join()}}`;
  const lanes = game.noise.kind === 'demographic' ? 1 : 'W';
  return [
    game.noise.kind === 'multiplicative' ? '#define MULTIPLICATIVE' : '',
    `#define N ${n}`,
    `#define PLAYERS ${game.players.length}`,
    `#define NPAR ${parameters.length}`,
    `#define NPAT ${patterns.length}`,
    `#define NGAP ${gaps.length}`,
    `#define DELTA ${delta}`,
    `static const int FIRST[] = {${first}};`,
    `static const int COUNT[] = {${game.players.map(({ strategies }) => strategies.length)}};`,
    `static const int PAT[][PLAYERS] = ${list(patterns, game.players.length)};`,
    `static const int GAP[][2] = ${list(gaps, 2)};`,
    `static inline void payoffs(double x[N][${lanes}], double f[N][${lanes}], const double *par) {`,
    `  _Pragma("omp simd") for (int w = 0; w < ${lanes}; w++) {`,
    ...game.where.map(({ expression }, i) => `    double where${i} = ${printC(expression, read)};`),
    ...game.payoffs.flat().map((expression, s) => `    f[${s}][w] = ${printC(expression, read)};`),
    ...where.map((_, i) => `    (void)where${i};`),
    '  }\n  (void)x, (void)par;\n}\n',
  ].join('\n');
}

/**
 * A compiled game: `run(point, horizon, { paths, steps, seed })` gives rows of numbers, each the shares, gaps and passage times of a path;
 * with two levels of steps (`levels` 2) fine and coarse rows take turns.
 */
function compile(game, metrics, delta) {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-reference-'));
  writeFileSync(join(folder, 'game.h'), header(game, metrics, delta));
  const flags = ['-O3', '-march=native', '-ffast-math', '-fopenmp-simd', `-DGAME="${join(folder, 'game.h')}"`];
  const source = join(import.meta.dirname, sources[game.noise.kind]);
  const program = join(folder, 'game');
  execFileSync('gcc', [...flags, '-o', program, source, '-lm'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const numbers = game.players.flatMap(({ strategies }) => strategies).length;
  const width = numbers + metrics.filter(({ kind }) => kind === 'gap' || kind === 'T').length;
  return {
    width,
    levels: game.noise.kind === 'demographic' ? 1 : 2,
    run(point, horizon, { paths, steps, seed }) {
      const parameters = game.parameters.map(({ name }) => point.parameters[name]);
      const values = [paths, seed, horizon, steps, ...parameters, ...point.sigma, ...point.initial.flat()];
      const bytes = execFileSync(program, values.map(String), { maxBuffer: 2 ** 30 });
      return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Where a metric stands in a row, and how a path's number is read from it. */
function readerOf(game, metrics, metric, delta) {
  const first = game.players.map((_, p) =>
    game.players.slice(0, p).reduce((sum, { strategies }) => sum + strategies.length, 0),
  );
  const numbers = first.at(-1) + game.players.at(-1).strategies.length;
  if (metric.kind === 'P') {
    const places = metric.pattern.flatMap((s, p) => (s === null ? [] : [first[p] + s]));
    return (rows, at) => (places.every((place) => rows[at + place] >= 1 - delta) ? 1 : 0);
  }
  if (metric.kind === 'gap' || metric.kind === 'T') {
    const alike = metrics.filter(({ kind }) => kind === metric.kind);
    const gaps = metrics.filter(({ kind }) => kind === 'gap').length;
    const place = numbers + (metric.kind === 'gap' ? 0 : gaps) + alike.indexOf(metric);
    return (rows, at) => rows[at + place];
  }
  const place = first[metric.share.player] + metric.share.strategy;
  return (rows, at) => rows[at + place];
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** Value and two standard errors of a metric from the numbers of paths. */
function estimate(metric, all) {
  const values = metric.kind === 'T' ? all.filter((time) => time >= 0) : all;
  const n = values.length;
  if (n < 10) return { value: null, error: Number.POSITIVE_INFINITY };
  const mean = sum(values) / n;
  if (metric.kind === 'quantile') {
    const sorted = Float64Array.from(values).sort();
    const at = (rank) => sorted[Math.min(n - 1, Math.max(0, Math.round(rank)))];
    const spread = 2 * Math.sqrt(n * metric.part * (1 - metric.part)) + 1;
    const rank = metric.part * n - 0.5;
    return { value: at(rank), low: at(rank - spread), high: at(rank + spread) };
  }
  const square = values.reduce((total, value) => total + (value - mean) ** 2, 0) / n;
  if (metric.kind === 'sd') {
    const fourth = values.reduce((total, value) => total + (value - mean) ** 4, 0) / n;
    const sd = Math.sqrt((square * n) / (n - 1));
    return { value: sd, error: sd > 0 ? Math.sqrt(Math.max(0, fourth - square ** 2) / n) / sd : 3 / n };
  }
  // 3 / n: what so many paths may hide where all agree
  return { value: mean, error: Math.max(2 * Math.sqrt(square / n), metric.kind === 'T' ? 0 : 3 / n) };
}

/**
 * References of metrics of one game at some points: `at(point, horizon, wanted)` gives `{ value, error }` for each metric, `error` being two
 * standard errors and what the step may still do. It ends when every error is below `wanted`, or after `seconds`.
 */
export function monteCarlo(game, metrics, { delta = 0.05, seconds = 20, firstSeed = 1 } = {}) {
  const program = compile(game, metrics, delta);
  const readers = metrics.map((metric) => readerOf(game, metrics, metric, delta));
  let seed = firstSeed;
  return {
    at(set, horizon, wanted) {
      const point = pointAt(game, { set });
      const fast = rateOf(game, point);
      const noise = Math.max(...point.sigma) ** 2;
      const demographic = game.noise.kind === 'demographic';
      const passing = metrics.some(({ kind }) => kind === 'T') ? 0.4 : 1;
      const longest = demographic
        ? Math.min(horizon / 20, 0.1 / fast, 0.01 / noise)
        : Math.min(
            horizon / 20,
            (0.5 * passing) / (fast + noise / 2),
            ((game.noise.kind === 'multiplicative' ? 0.05 : 0.4) * passing) / noise,
          );
      let steps = Math.ceil(horizon / longest);
      let found = metrics.map(() => [[], []]);
      const take = (paths, number, level) => {
        const rows = program.run(point, horizon, { paths, steps: number, seed: seed++ });
        const stride = program.width * program.levels;
        for (let at = 0; at < rows.length; at += stride) {
          for (const [m, reader] of readers.entries()) {
            if (program.levels === 1) found[m][level].push(reader(rows, at));
            else {
              found[m][0].push(reader(rows, at));
              found[m][1].push(reader(rows, at + program.width));
            }
          }
        }
      };
      const started = performance.now();
      for (let paths = 4096; ; ) {
        const before = performance.now();
        take(paths, steps, 0);
        // coarse paths of their own where they cannot share noise
        if (program.levels === 1) take(paths, Math.ceil(steps / 2), 1);
        const last = performance.now() - before;
        const results = metrics.map((metric, m) => judge(metric, found[m], program.levels));
        const worst = Math.max(...results.map(({ error }, m) => error / wanted[m]));
        const left = seconds * 1000 - (performance.now() - started);
        if (worst <= 1 || left < last * 0.7) return results;
        const stepped = Math.max(...results.map(({ step, clear }, m) => (clear ? step / wanted[m] : 0)));
        if (stepped > 0.4 && left > 3 * last) {
          steps *= 2;
          found = metrics.map(() => [[], []]);
          paths = Math.min(paths, 100_000);
          continue;
        }
        const more = found[0][0].length * Math.min(8, Math.max(1, worst ** 2 - 1));
        paths = Math.max(4096, Math.min(more, 200_000, (paths * left) / last));
        paths = Math.ceil(paths / 64) * 64;
      }
    },
    close: () => program.close(),
  };
}

/** Parts of the paths whose differences between levels show the noise of that difference. */
const BATCHES = 16;

/** The fine paths' estimate. What the step may still do: what halving it did (half of that where the order is 2), or the noise of that. */
function judge(metric, [fine, coarse], levels) {
  const best = estimate(metric, fine);
  const other = estimate(metric, coarse);
  if (best.value === null || other.value === null) return { ...best, step: 0, clear: false };
  const change = Math.abs(best.value - other.value);
  const noise = levels === 2 ? pairedNoise(metric, fine, coarse) : Math.hypot(best.error, other.error) / 2;
  const clear = change > 2 * noise;
  if (metric.kind === 'quantile') return { ...best, error: best.high - best.low, step: 0, clear: false };
  const left = metric.kind === 'T' ? 1 : 0.5;
  const step = left * (levels === 2 ? Math.max(change, noise) : clear ? change : 0);
  return { value: best.value, error: best.error + step, step, clear };
}

function pairedNoise(metric, fine, coarse) {
  const batch = (values, b) => values.filter((_, i) => i % BATCHES === b);
  const differences = Array.from({ length: BATCHES }, (_, b) => {
    const [one, two] = [estimate(metric, batch(fine, b)), estimate(metric, batch(coarse, b))];
    return one.value === null || two.value === null ? 0 : one.value - two.value;
  });
  const mean = sum(differences) / BATCHES;
  return Math.sqrt(sum(differences.map((d) => (d - mean) ** 2)) / (BATCHES - 1) / BATCHES);
}
