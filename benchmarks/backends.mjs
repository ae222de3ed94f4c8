/**
 * Steps per second of each backend and scheme that works on this machine, on the bundled game: three players, two
 * strategies each, replicator noise (demographic for absorbing-euler), 200 steps, paths counted into outcome probabilities.
 *
 *   node benchmarks/backends.mjs [--seconds 1] [--json]
 *
 * Each figure is the best of three runs, since other work on the machine only ever slows one down. "Per core" is the
 * WebAssembly backend on one thread; the others use one core, or a GPU.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { bundledGame, fieldShape, lacking } from '@trilogue/core';
import { backendNames, openBackend, schemes, simulate } from '@trilogue/engine';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '1' }, json: { type: 'boolean' } } });
const target = Number(values.seconds);
const game = bundledGame('data-sharing');
/** The same under the noise that a scheme is made for, where it is not made for the game's own. */
const games = [game, { ...game, noise: { ...game.noise, kind: 'demographic' } }];
const gameFor = (scheme) =>
  games.find((candidate) => lacking(fieldShape(candidate), schemes[scheme].needs) === undefined);
const DT = 0.1;
const STEPS = game.horizon / DT;

/** Runs as many paths as take about the target time; the best of three. */
async function measure(backend, scheme) {
  const run = (paths) => simulate({ game: gameFor(scheme), backend, scheme, paths, dt: DT, times: 0, passages: false });
  let paths = 4096;
  let result = await run(paths);
  // a first run builds the kernel: measured again until it takes long enough to trust
  for (;;) {
    result = await run(paths);
    if (result.performance.seconds > target / 4 || paths >= 2 ** 30) break;
    paths *= 4;
  }
  const rates = [result.performance.stepsPerSecond];
  for (let i = 0; i < 2; i++) rates.push((await run(paths)).performance.stepsPerSecond);
  return { paths, stepsPerSecond: Math.max(...rates) };
}

const rows = [];
for (const name of backendNames) {
  for (const threads of name === 'wasm' ? [1, 2] : [undefined]) {
    let opened;
    try {
      opened = await openBackend(name, { threads });
    } catch (error) {
      rows.push({ backend: name, unavailable: error.message });
      continue;
    }
    for (const scheme of Object.keys(schemes)) {
      const { backend } = opened;
      const { paths, stepsPerSecond } = await measure(backend, scheme);
      rows.push({ backend: name, threads, device: backend.device, scheme, paths, steps: STEPS, stepsPerSecond });
    }
    await opened.backend.close();
  }
}

if (values.json) {
  console.log(
    JSON.stringify({ date: new Date().toISOString(), cpu: cpus()[0].model, node: process.version, rows }, null, 2),
  );
} else {
  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus()[0].model}, Node ${process.version}`);
  for (const { backend, threads, device, scheme, stepsPerSecond, unavailable } of rows) {
    const label = threads ? `${backend} (${threads} thread${threads > 1 ? 's' : ''})` : backend;
    if (unavailable) console.log(`${label.padEnd(18)} not available: ${unavailable}`);
    else
      console.log(
        `${label.padEnd(18)} ${scheme.padEnd(11)} ${(stepsPerSecond / 1e6).toFixed(1).padStart(9)} M steps/s   ${device}`,
      );
  }
}
process.exit(0);
