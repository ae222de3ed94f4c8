/**
 * The heatmap of the field's papers without noise: a share at time 10 over two costs of a game of four parties, 100 x 100 cells, beside
 * SciPy's solve_ivp and Octave's ode45, one call a cell as scripts have it. Peers run some of the cells and are told by the cell.
 *
 *   node benchmarks/deterministic.mjs [--cells 12] [--json]
 *
 * Needs Python 3 with SciPy and Octave; a program that is not there is left out. How far each is off is taken beside solve_ivp of the shares'
 * logits with a tolerance of 1e-10: shares themselves become as small as 1e-80 on the way, which no absolute tolerance sees.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { cells: { type: 'string', default: '12' }, json: { type: 'boolean', default: false } },
});
const few = Number(options.cells);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const cli = here('../apps/cli/dist/main.js');
const game = here('peers/four-party.game.yaml');

/** Wall seconds of the whole command and of its computation, and its values. */
function ours(count, ...more) {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-deterministic-'));
  const axes = ['--x', `C1=5:40:${count}`, '--y', `C2=20:120:${count}`, '--metric', 'mean(seller.honest)'];
  try {
    const started = performance.now();
    const text = execFileSync(
      process.execPath,
      [cli, 'sweep', game, ...axes, '--out', join(folder, 'out'), '--json', ...more],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 },
    );
    const seconds = (performance.now() - started) / 1000;
    const { values, bias, performance: own } = JSON.parse(text);
    return { seconds, own: own.seconds, values, bias };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What another program says; null where it is not there. */
function peer(program, ...words) {
  try {
    const text = execFileSync(program, words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
    const line = text
      .slice(text.indexOf('{'))
      .replace(
        /\[([^[\]]*;[^[\]]*)\]/,
        (_, rows) => `[${rows.split(';').map((row) => `[${row.trim().split(/\s+/).join(', ')}]`)}]`,
      );
    return JSON.parse(line);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

const python = (...words) => peer('python3', here('peers/four_party.py'), String(few), ...words);
const exact = python('DOP853', '1e-10', '1e-10', 'exact');
const farthest = (values) =>
  exact === null
    ? null
    : Math.max(...values.flatMap((row, j) => row.map((value, i) => Math.abs(value - exact.values[j][i]))));

const whole = [ours(100), ours(100), ours(100)].sort((a, b) => a.seconds - b.seconds)[0];
const small = ours(few);
const close = ours(few, '--tolerance', '1e-6');
const rows = [
  ['trilogue, whole command, within 0.01', whole.seconds / 1e4, farthest(small.values)],
  ['trilogue, its paths alone, within 0.01', whole.own / 1e4, farthest(small.values)],
  ['trilogue, its paths alone, within 1e-6', close.own / few ** 2, farthest(close.values)],
];
for (const [name, found] of [
  ['solve_ivp, RK45, rtol 1e-3, atol 1e-6', python('RK45', '1e-3', '1e-6')],
  ['solve_ivp, RK45, rtol 1e-8, atol 1e-10', python('RK45', '1e-8', '1e-10')],
  ['solve_ivp, LSODA, rtol 1e-8, atol 1e-10', python('LSODA', '1e-8', '1e-10')],
  ['Octave, ode45, rtol 1e-3, atol 1e-6', peer('octave-cli', '--quiet', here('peers/four_party.m'), String(few))],
]) {
  if (found !== null) rows.push([name, found.seconds / few ** 2, farthest(found.values)]);
}
const stated = Math.max(...whole.bias.flat());

if (options.json) {
  console.log(JSON.stringify({ seconds: whole.seconds, stated, rows, cells: few ** 2 }));
} else {
  console.log(
    `100 x 100 cells: ${whole.seconds.toFixed(2)} s whole command, every cell within ${stated.toPrecision(2)} as stated`,
  );
  for (const [name, seconds, error] of rows) {
    const off = error === null ? '' : `, at most ${error.toPrecision(2)} off in ${few ** 2} cells`;
    console.log(`${name.padEnd(42)} ${(1e4 * seconds).toFixed(1).padStart(8)} s for 10,000 cells${off}`);
  }
  const load = loadavg()[0].toFixed(1);
  console.log(`${cpus().length} cores (${cpus()[0].model}), load ${load}, Node ${process.versions.node}`);
}
