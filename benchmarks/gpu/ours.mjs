/**
 * The WebGPU backend through the public interface: a rate, or the seconds of a heatmap. Prints JSON.
 *
 *   node ours.mjs rate INCREMENTS SECONDS
 *   node ours.mjs heatmap PATHS
 *
 * One cell of a sweep is the least that a run can measure: the one probability that the other programs count, too.
 */
import { bundledGame } from '@trilogue/core';
import { openBackend, sweep } from '@trilogue/engine';

const STEPS = 200;
const DT = 0.1;
const SCHEMES = { gaussian: 'euler', 'two-point': 'weak-euler' };
const game = bundledGame('data-sharing');
const { backend } = await openBackend('webgpu');

async function run(options) {
  const started = performance.now();
  const result = await sweep({ game, backend, dt: DT, metric: 'P(share,share,coordinate)', ...options });
  return {
    seconds: (performance.now() - started) / 1000,
    values: result.values.flat(),
    steps: result.performance.steps,
  };
}

async function rate(increments, target) {
  const x = { name: 'tau', from: 0.5, to: 0.5, count: 1 };
  const one = (paths, seed) => run({ x, paths, seed, scheme: SCHEMES[increments] });
  let paths = 1 << 16;
  await one(paths, 'warm-up');
  while ((await one(paths, 'length')).seconds < target && paths < 2 ** 30) paths *= 2;
  const runs = [];
  for (const seed of ['1', '2', '3']) runs.push(await one(paths, seed));
  const probability = runs.reduce((sum, { values }) => sum + values[0] / runs.length, 0);
  return { steps: paths * STEPS, seconds: fastest(runs), paths: runs.length * paths, probability };
}

async function heatmap(paths) {
  const x = { name: 'tau', from: 0, to: 1, count: 51 };
  const y = { name: 'p', from: 0, to: 2, count: 51 };
  const one = (seed) => run({ x, y, paths, seed, scheme: SCHEMES['two-point'] });
  await one('warm-up');
  const runs = [await one('1'), await one('2'), await one('3')];
  const { values } = runs[0];
  return { seconds: fastest(runs), mean: values.reduce((sum, value) => sum + value / values.length, 0) };
}

function fastest(runs) {
  return Math.min(...runs.map(({ seconds }) => seconds));
}

const [what, ...args] = process.argv.slice(2);
const rows = what === 'rate' ? await rate(args[0], Number(args[1])) : await heatmap(Number(args[0]));
await backend.close();
console.log(JSON.stringify({ device: backend.device, version: process.version, ...rows }));
process.exit(0);
