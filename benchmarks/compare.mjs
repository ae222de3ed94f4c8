/**
 * Our speed beside what people use instead, on the bundled game: three players of two strategies, replicator noise, 200
 * steps of 0.1, final states counted into the probability of full sharing. And how our cost grows with the size of a run.
 *
 *   node benchmarks/compare.mjs [--seconds 1] [--json]
 *
 * And what the heatmap of `headline.mjs` takes us, whole command, and would take each of them.
 *
 * One run, programs in turn, one core each. Below a second a measurement, what a run costs besides its paths (compiling the
 * kernel above all) weighs on our own rates. Exits 1 where the programs disagree on the probability or where the cost of a
 * path-step grows with the number of paths, steps or cells. Programs that this machine lacks are named and left out.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge } from './compare/agree.mjs';
import { measureGrowth } from './compare/growth.mjs';
import { headlineSeconds } from './compare/headline.mjs';
import { printReport } from './compare/print.mjs';
import { findPrograms } from './compare/programs.mjs';
import { measureRates } from './compare/rates.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '1' }, json: { type: 'boolean' } } });
const seconds = Number(values.seconds);
if (!(seconds > 0)) {
  console.error(`--seconds must be a positive number; found "${values.seconds}".`);
  process.exit(2);
}

const load = () => loadavg()[0].toFixed(1);
const loadBefore = load();
const folder = mkdtempSync(join(tmpdir(), 'trilogue-compare-'));
try {
  const found = findPrograms(folder);
  const started = found.filter((program) => program.start);
  const rates = measureRates(started, seconds, ({ program, increments }, round) =>
    console.error(`${round === 0 ? 'warm-up' : `round ${round}`}: ${program}, ${increments}`),
  );
  console.error('growth');
  const growth = await measureGrowth();
  const report = {
    date: new Date().toISOString(),
    cpu: cpus()[0].model,
    cores: cpus().length,
    node: process.version,
    load: [loadBefore, load()],
    programs: judge(rates).map((row) => ({ ...row, ofC: shareOfC(row, rates), headline: headlineSeconds(row) })),
    headline: measureHeadline(),
    missing: found.filter((program) => program.missing),
    growth,
  };
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report);
  const failed = report.programs.some((row) => !row.agrees) || growth.some((row) => row.flat === false);
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** Our own seconds to the headline heatmap, as measured in the same run. */
function measureHeadline() {
  console.error('headline');
  const script = fileURLToPath(new URL('headline.mjs', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8' })).headline;
}

/** The rate as a part of that of C with the same increments; null where there is none. */
function shareOfC({ increments, stepsPerSecond }, rates) {
  const c = rates.find((row) => row.program.startsWith('C,') && row.increments === increments);
  return c ? stepsPerSecond / c.stepsPerSecond : null;
}
