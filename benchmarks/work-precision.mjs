/**
 * The work-precision diagram of the schemes on the bundled game: the error of the step in the probability of full sharing,
 * the largest of three scenarios, against the processor time of a million paths on one thread.
 *
 *   node benchmarks/work-precision.mjs [--paths 2e6] [--out docs/images/work-precision.svg]
 *
 * The limit of small steps is that of logit-weak-2 with steps of 0.05 and eight times the paths.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { renderSvg, workPrecision } from '@trilogue/charts';
import { bundledGame } from '@trilogue/core';
import { openBackend, simulate } from '@trilogue/engine';

const { values } = parseArgs({ options: { paths: { type: 'string', default: '2e6' }, out: { type: 'string' } } });
const paths = Number(values.paths);
const game = bundledGame('data-sharing');
const scenarios = ['independent', 'added-functions', 'inner-division'];
const runs = {
  'weak-euler': [0.4, 0.2, 0.1, 0.05, 0.025],
  'weak-2': [0.4, 0.2, 0.1],
  'logit-weak-2': [1, 0.5, 0.4, 0.2],
  euler: [0.4, 0.2, 0.1],
  milstein: [0.4, 0.2, 0.1],
  'logit-euler': [0.4, 0.2, 0.1],
};

const { backend } = await openBackend('wasm', { threads: 1 });

async function full(scheme, dt, count, seed) {
  const options = { game, backend, scheme, dt, paths: count, times: 0, passages: false, seed };
  const before = process.cpuUsage();
  const found = [];
  for (const scenario of scenarios) found.push((await simulate({ ...options, scenario })).outcomes[0].probability);
  const { user, system } = process.cpuUsage(before);
  return { found, seconds: (user + system) / 1e6 / scenarios.length / (count / 1e6) };
}

const limit = await full('logit-weak-2', 0.05, 8 * paths, 'limit');
/** Standard error of the difference of two probabilities near one half. */
const noise = 0.5 * Math.sqrt(1 / paths + 1 / (8 * paths));
const schemes = [];
for (const [name, steps] of Object.entries(runs)) {
  const points = [];
  for (const dt of steps) {
    await full(name, dt, 20_000, 'warm-up');
    const { found, seconds } = await full(name, dt, paths, 'paths');
    const error = Math.max(...found.map((probability, i) => Math.abs(probability - limit.found[i])));
    const least = noise / 4;
    points.push({
      dt,
      cost: seconds,
      error: Math.max(error, least),
      interval: [Math.max(error - 2 * noise, least), error + 2 * noise],
    });
    console.log(
      `${name.padEnd(13)} dt ${String(dt).padEnd(6)} ${seconds.toFixed(3)} s a million paths, error ${error.toFixed(5)}`,
    );
  }
  schemes.push({ name, points });
}
await backend.close();
console.log(`noise of an error ${noise.toFixed(5)} (one standard error)`);
if (values.out !== undefined) {
  const chart = workPrecision({
    title: 'What a step costs and what it is wrong by',
    caption: 'Probability of full sharing in the data-sharing game, the largest error of three scenarios',
    cost: { name: 's', title: 'Processor time of a million paths, one thread' },
    error: { name: 'error', title: 'Bias of the step' },
    schemes,
    floor: 2 * noise,
  });
  writeFileSync(values.out, await renderSvg(chart));
}
process.exit(0);
