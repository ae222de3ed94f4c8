/**
 * The WebGPU backend beside a CUDA kernel of the same algorithm and beside JAX, on the bundled game: path-steps per second
 * of runs of about a second, and seconds of the heatmap of P(full sharing) over tau x p, 51 x 51 cells.
 *
 *   node benchmarks/gpu.mjs [--seconds 1] [--paths 10000] [--json]
 *
 * Seconds are of the wall, after a warm-up, the best of three. 10,000 paths a cell are a 95% half-width below 0.01. Where
 * there is no GPU it runs on a software adapter with fewer paths, to show that it works, and says that its figures are none
 * of a GPU. Programs that this machine lacks are named and left out. Exits 1 where programs disagree.
 */
import { parseArgs } from 'node:util';
import { findOurs, findPeers, start } from './gpu/programs.mjs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '1' }, paths: { type: 'string' }, json: { type: 'boolean' } },
});
const seconds = Number(values.seconds);
const ours = findOurs();
const programs = [ours, ...findPeers()];
const gpu = programs.some((program) => !program.missing && !program.software);
const paths = Number(values.paths ?? (gpu ? 10_000 : 50));
if (!(seconds > 0 && Number.isInteger(paths) && paths > 0)) {
  console.error('--seconds must be a positive number and --paths a whole number from 1.');
  process.exit(2);
}

/** Standard errors of a difference that is no accident: 6e-7 false alarms a comparison. */
const Z = 5;
const rows = [];
const missing = [];
for (const program of programs) {
  if (program.missing) {
    missing.push({ program: program.program, reason: program.missing });
    continue;
  }
  for (const increments of ['two-point', 'gaussian']) {
    console.error(`${program.program}, ${increments}`);
    rows.push({ program: program.program, increments, ...finished(program, ['rate', increments, String(seconds)]) });
  }
  console.error(`${program.program}, heatmap`);
  rows.push({ program: program.program, heatmap: true, ...finished(program, ['heatmap', String(paths)]) });
}

const report = {
  date: new Date().toISOString(),
  gpu: gpu ? undefined : 'no GPU here: no figure below is one of a GPU',
  paths,
  rates: rows.filter((row) => row.increments).map(judged),
  heatmaps: rows.filter((row) => row.heatmap).map(({ heatmap, ...row }) => row),
  missing,
};
if (values.json) console.log(JSON.stringify(report, null, 2));
else print(report);
process.exit(report.rates.every((row) => row.agrees) ? 0 : 1);

function finished(program, args) {
  const result = start(program, args);
  if (result.reason) throw new Error(`${program.program} ${args.join(' ')} failed: ${result.reason}`);
  return result;
}

/** Adds steps per second, their part of the CUDA kernel's, and whether the probability is that of ours. */
function judged(row) {
  const same = (name) => rows.find((other) => other.program === name && other.increments === row.increments);
  const [own, cuda] = [same('trilogue webgpu') ?? row, same('CUDA kernel')];
  const rate = ({ steps, seconds: spent }) => steps / spent;
  const error = ({ probability, paths: n }) => Math.sqrt((probability * (1 - probability)) / n);
  const agrees = Math.abs(row.probability - own.probability) <= Z * Math.hypot(error(row), error(own));
  return { ...row, stepsPerSecond: rate(row), ofCuda: cuda ? rate(row) / rate(cuda) : null, agrees };
}

function print({ date, gpu: none, rates, heatmaps }) {
  console.log(`${date.slice(0, 10)}${none ? `, ${none}` : ''}\n`);
  for (const { program, increments, stepsPerSecond, ofCuda, probability, agrees, device, version } of rates) {
    const part = ofCuda === null ? '' : `${ofCuda.toFixed(2)} of CUDA, `;
    const rate = `${(stepsPerSecond / 1e6).toFixed(1)} M steps/s`;
    const text = `${part}P = ${probability.toFixed(4)}${agrees ? '' : ' DIFFERS'}; ${device}, ${version}`;
    console.log(`${program.padEnd(16)} ${increments.padEnd(10)} ${rate.padStart(20)}   ${text}`);
  }
  for (const { program, seconds: spent, mean, device } of heatmaps) {
    const text = `${paths} paths a cell, mean ${mean.toFixed(4)}; ${device}`;
    console.log(`${program.padEnd(16)} heatmap    ${`${spent.toFixed(3)} s`.padStart(20)}   ${text}`);
  }
  for (const { program, reason } of missing) console.log(`${program.padEnd(16)} not run: ${reason}`);
}
