/**
 * Seconds of `trilogue sensitivity data-sharing` as it is without options, from the shell and back, and how they grow with the
 * samples and the factors; and the estimators alone, without any model.
 *
 *   node benchmarks/sensitivity.mjs [--runs 1] [--growth]
 *
 * The totals of the groups are printed beside those of an independent computation with other code, each known to 0.02.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  createAnswers,
  latinHypercubeDesign,
  morrisDesign,
  morrisEffects,
  prcc,
  saltelliDesign,
  sobolIndices,
} from '@trilogue/sensitivity';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1' }, growth: { type: 'boolean', default: false } },
});
const cli = fileURLToPath(new URL('../apps/cli/dist/main.js', import.meta.url));
const expected = { management: 0.64, conceptual: 0.5, business: 0.13, technical: 0.09, environment: 0.01 };

const load = () => loadavg()[0].toFixed(1);
const timed = (work) => {
  const started = performance.now();
  const result = work();
  return { seconds: (performance.now() - started) / 1000, result };
};

/** The fastest of some runs of the command, since other work on the machine only slows one down. */
function command(options) {
  const words = ['sensitivity', 'data-sharing', '--backend', 'wasm', '--json', ...options];
  const one = () =>
    timed(() =>
      JSON.parse(
        execFileSync(process.execPath, [cli, ...words], {
          ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 },
        }),
      ),
    );
  return Array.from({ length: Number(values.runs) }, one).reduce((a, b) => (b.seconds < a.seconds ? b : a));
}

/** @returns seconds of the estimate; the model is a sum and costs nothing to speak of */
function estimateOf(design, estimate) {
  const answers = createAnswers(design);
  for (let row = 0; row < design.runs; row++) {
    const point = design.point(row);
    answers.tell(
      row,
      point.reduce((sum, x, i) => sum + x / (i + 1), point[0] * point.at(-1)),
    );
  }
  return timed(() => estimate(answers)).seconds;
}

const factors = (count) => Array.from({ length: count }, (_, i) => ({ name: `x${i + 1}`, range: [0, 1] }));

console.log(`load average ${load()} before`);
const { seconds, result } = command([]);
console.log(`default analysis: ${seconds.toFixed(1)} s, ${result.runs} runs of ${result.paths} paths, dt ${result.dt}`);
for (const { group, total, totalLow, totalHigh } of result.groups.toSorted((a, b) => b.total - a.total)) {
  const [found, low, high] = [total, totalLow, totalHigh].map((value) => value.toFixed(3));
  console.log(`  ${group.padEnd(12)} ${found} (${low} to ${high})  other code ${expected[group]}`);
}
if (values.growth) {
  console.log('\nsamples x factors (no groups): seconds of the command');
  const all = result.factors.map(({ name }) => name);
  for (const [samples, count] of [
    [1024, 22],
    [2048, 22],
    [4096, 22],
    [2048, 11],
    [2048, 5],
  ]) {
    const options = ['--samples', String(samples), '--factors', all.slice(0, count).join(','), '--dt', '0.5'];
    const groups = ['--group', `one=${all[0]}`];
    console.log(`  ${samples} x ${count}: ${command([...options, ...groups]).seconds.toFixed(1)}`);
  }
}
console.log('\nestimators alone, 1000 resamples, factors: seconds at n and at 2 n samples');
const cases = [
  ['Sobol', [22, 100], 2048, (count, samples) => saltelliDesign(factors(count), { samples }), sobolIndices],
  ['PRCC', [22, 50], 1024, (count, samples) => latinHypercubeDesign(factors(count), { samples }), prcc],
  [
    'Morris',
    [22, 100],
    64,
    (count, samples) => morrisDesign(factors(count), { trajectories: samples, candidates: samples }),
    morrisEffects,
  ],
];
for (const [name, counts, samples, design, estimate] of cases) {
  for (const count of counts) {
    const [one, two] = [samples, 2 * samples].map((n) => estimateOf(design(count, n), estimate).toFixed(2));
    console.log(`  ${name}, ${count} factors, ${samples} samples: ${one}, ${two}`);
  }
}
console.log(`load average ${load()} after`);
