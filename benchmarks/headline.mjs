/**
 * Seconds to the heatmap that this project is for: the probability of full sharing over trust and penalty, 51 x 51 cells,
 * every cell within 0.01 at 95%, the bias of the step included. The whole command is timed, from the shell and back.
 *
 *   node benchmarks/headline.mjs [--runs 3] [--check 30] [--growth] [--json]
 *
 * `--check N` computes N cells again with a tenth of the step and a million paths, and says how far off the map was there.
 * `--growth` adds grids and tolerances around it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundledGame } from '@trilogue/core';
import { metricAt } from '@trilogue/engine';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    check: { type: 'string', default: '0' },
    growth: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const cli = fileURLToPath(new URL('../apps/cli/dist/main.js', import.meta.url));
const METRIC = 'P(share,share,coordinate)';
const REFERENCE_PATHS = 1_000_000;

/** One run of the command in an empty folder: its wall seconds and its document. */
function run(count, tolerance) {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-headline-'));
  try {
    const words = ['sweep', 'data-sharing', '--x', `tau=0:1:${count}`, '--y', `p=0:2:${count}`, '--metric', METRIC];
    const started = performance.now();
    const text = execFileSync(
      process.execPath,
      [cli, ...words, '--tolerance', String(tolerance), '--backend', 'wasm', '--out', join(folder, 'out'), '--json'],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 },
    );
    const seconds = (performance.now() - started) / 1000;
    const manifest = JSON.parse(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8'));
    return { seconds, document: JSON.parse(text), manifest };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The best of some runs, since other work on the machine only slows one down. */
function best(count, tolerance, runs) {
  const all = Array.from({ length: runs }, () => run(count, tolerance));
  return all.reduce((least, next) => (next.seconds < least.seconds ? next : least));
}

/** How far the map is from a reference, in cells spread over it. */
async function check({ x, y, xName, yName, values: map, dt, scheme }, count) {
  const total = x.length * y.length;
  // steps of the golden ratio visit the map evenly
  const cells = Array.from({ length: count }, (_, i) => Math.floor((((i + 0.5) * 0.6180339887498949) % 1) * total));
  const at = (cell) => ({ i: cell % x.length, j: Math.floor(cell / x.length) });
  const points = cells.map((cell) => ({ [xName]: x[at(cell).i], [yName]: y[at(cell).j] }));
  const reference = await metricAt({
    game: bundledGame('data-sharing'),
    ...{ points, metric: METRIC, scheme, dt: dt / 10, paths: REFERENCE_PATHS, seed: 'reference' },
  });
  const errors = cells.map((cell, k) => Math.abs(map[at(cell).j][at(cell).i] - reference.values[k]));
  return {
    cells: count,
    largest: Math.max(...errors),
    within: errors.filter((error) => error <= 0.01).length,
  };
}

const load = () => loadavg()[0].toFixed(1);
const before = load();
const headline = best(51, 0.01, Number(values.runs));
const { document } = headline;
const row = ({ seconds, document: { values: map, performance: speed, dt, scheme, tolerance } }) => ({
  ...{ cells: map.flat().length, tolerance, seconds, scheme, dt, pathSteps: speed.steps },
});
const report = {
  date: new Date().toISOString(),
  cpu: cpus()[0].model,
  cores: cpus().length,
  load: before,
  headline: row(headline),
  checked: Number(values.check) > 0 ? await check(document, Number(values.check)) : null,
  growth: values.growth
    ? [
        [26, 0.01],
        [101, 0.01],
        [51, 0.02],
        [51, 0.005],
      ].map(([count, tolerance]) => row(run(count, tolerance)))
    : [],
};
if (values.json) console.log(JSON.stringify(report, null, 2));
else {
  console.log(`${report.date.slice(0, 10)}, ${report.cpu}, ${report.cores} cores, load average ${before} before`);
  for (const { cells, tolerance, seconds, scheme, dt, pathSteps } of [report.headline, ...report.growth]) {
    const million = (pathSteps / 1e6).toFixed(0);
    console.log(
      `${cells} cells within ${tolerance}: ${seconds.toFixed(2)} s (${scheme}, dt ${dt}, ${million} M path-steps)`,
    );
  }
  if (report.checked) {
    const { cells, largest, within } = report.checked;
    console.log(
      `of ${cells} cells computed again, ${within} are within 0.01; the largest error is ${largest.toFixed(4)}`,
    );
  }
}
process.exit(0);
