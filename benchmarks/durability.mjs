/**
 * What it costs that a sweep survives: seconds and memory of the command, which keeps every cell on the disk and writes
 * tables and pictures, beside those of the engine's `sweep`, which keeps nothing. Each run is a process of its own.
 *
 *   node benchmarks/durability.mjs [--cells 1000,10000,100000,1000000] [--paths 100] [--tolerance E]
 *
 * Without a tolerance every cell has `--paths` paths of 100 steps.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    cells: { type: 'string', default: '1000,10000,100000,1000000' },
    paths: { type: 'string', default: '100' },
    tolerance: { type: 'string' },
    child: { type: 'string' },
    out: { type: 'string' },
  },
});
const metric = 'P(share,share,coordinate)';
const side = (cells) => Math.round(Math.sqrt(cells));

if (values.child !== undefined) await child(Number(values.cells));
else {
  console.log('cells | without: s, CPU s, MB | durable: s, CPU s, MB | ratio of CPU s | MB on the disk | load');
  for (const cells of values.cells.split(',').map(Number)) {
    const without = measure('engine', cells);
    const folder = mkdtempSync(join(tmpdir(), 'trilogue-durability-'));
    const durable = measure('command', cells, join(folder, 'out'));
    const disk = sizeOf(folder) / 1e6;
    rmSync(folder, { recursive: true });
    const words = ({ seconds, cpu, megabytes }) => [seconds, cpu, megabytes].map((n) => n.toFixed(1)).join(', ');
    const ratio = (durable.cpu / without.cpu).toFixed(2);
    const row = [side(cells) ** 2, words(without), words(durable), ratio, disk.toFixed(1), loadavg()[0].toFixed(1)];
    console.log(row.join(' | '));
  }
}

function measure(kind, cells, out) {
  const { paths, tolerance } = values;
  const accuracy = tolerance === undefined ? ['--paths', paths] : ['--tolerance', tolerance];
  const args = ['--child', kind, '--cells', String(cells), ...accuracy, ...(out === undefined ? [] : ['--out', out])];
  const script = fileURLToPath(import.meta.url);
  const text = execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(text.trim().split('\n').at(-1));
}

/** In a process of its own: one sweep, then what it took. */
async function child(cells) {
  const { paths, tolerance, out } = values;
  const count = side(cells);
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cpu = (userCPUTime + systemCPUTime) / 1e6;
    process.stdout.write(`${JSON.stringify({ seconds: performance.now() / 1000, cpu, megabytes: maxRSS / 1000 })}\n`);
  });
  if (values.child === 'command') {
    const accuracy = tolerance === undefined ? ['--paths', paths, '--dt', '0.1'] : ['--tolerance', tolerance];
    const words = ['sweep', 'data-sharing', '--x', `tau=0:1:${count}`, '--y', `p=0:2:${count}`, '--metric', metric];
    process.argv = [
      process.execPath,
      'trilogue',
      ...words,
      ...accuracy,
      '--horizon',
      '10',
      '--backend',
      'wasm',
      '--out',
      out,
    ];
    await import('../apps/cli/dist/main.js');
  } else {
    const { bundledGame } = await import('@trilogue/core');
    const { sweep } = await import('@trilogue/engine');
    const accuracy = tolerance === undefined ? { paths: Number(paths), dt: 0.1 } : { tolerance: Number(tolerance) };
    const [x, y] = [
      { name: 'tau', from: 0, to: 1, count },
      { name: 'p', from: 0, to: 2, count },
    ];
    await sweep({ game: bundledGame('data-sharing'), x, y, metric, horizon: 10, backend: 'wasm', ...accuracy });
  }
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true }).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
