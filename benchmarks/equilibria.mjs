/**
 * How long it takes to find all equilibria with a proof: random games by players and strategies, and bundled games as the
 * command meets them, in a process that has computed nothing before. Prints Markdown.
 *
 * node benchmarks/equilibria.mjs [GAMES, default 50]
 */
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { equilibria } from '@trilogue/analysis';
import { readGame } from '@trilogue/core';
import { randomGameText } from '../scripts/random-game.mjs';

const root = join(import.meta.dirname, '..');
const games = Number(process.argv[2] ?? 50);
const shapes = [
  [2, 2],
  [3, 3],
  [4, 4],
  [2, 2, 2],
  [3, 2, 2],
  [3, 3, 2],
  [3, 3, 3],
  [2, 2, 2, 2],
  [3, 2, 2, 2],
  [2, 2, 2, 2, 2],
];
/** Shapes that take long get fewer games. */
const budget = 40_000;

console.log(`load average ${loadavg()[0].toFixed(1)}\n`);
console.log(
  '| strategies by player | games | faces | boxes, median | ms, median | ms, worst | proven |\n|---|---|---|---|---|---|---|',
);
for (const shape of shapes) {
  equilibria(readGame(randomGameText(shape, 0)));
  const rows = [];
  const start = performance.now();
  for (let seed = 1; seed <= games && performance.now() - start < budget; seed++) {
    const game = readGame(randomGameText(shape, seed));
    const before = performance.now();
    const { method, complete } = equilibria(game);
    rows.push({ ms: performance.now() - before, boxes: method.boxes, faces: method.faces, complete });
  }
  const ms = rows.map((row) => row.ms).sort((a, b) => a - b);
  const boxes = rows.map((row) => row.boxes).sort((a, b) => a - b);
  const proven = rows.filter(({ complete }) => complete).length;
  const cells = [
    shape.join(' x '),
    rows.length,
    rows[0].faces,
    middle(boxes),
    middle(ms).toFixed(1),
    ms.at(-1).toFixed(0),
  ];
  console.log(`| ${[...cells, `${proven} of ${rows.length}`].join(' | ')} |`);
}

console.log(
  '\n| bundled game, fresh process | equilibria, ms | conditions, ms | the whole command, ms |\n|---|---|---|---|',
);
for (const name of ['data-sharing', 'hawk-dove-asymmetric', 'rock-paper-scissors']) {
  const fresh = Array.from({ length: 5 }, () => ownProcess(name));
  const command = Array.from({ length: 5 }, () => wholeCommand(name));
  const cells = [fresh.map(([found]) => found), fresh.map(([, formulas]) => formulas), command].map((times) =>
    middle(times.sort((a, b) => a - b)).toFixed(0),
  );
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
const bare = Array.from({ length: 5 }, () => timed(['--eval', '0']));
console.log(`\nnode itself, doing nothing: ${middle(bare.sort((a, b) => a - b)).toFixed(0)} ms`);

/** @param {readonly number[]} sorted */
function middle(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}

/** @param {string} name */
function ownProcess(name) {
  const script = `
    import { conditions, equilibria } from '@trilogue/analysis';
    import { bundledGame } from '@trilogue/core';
    const game = bundledGame(${JSON.stringify(name)});
    const start = performance.now();
    equilibria(game);
    const found = performance.now();
    conditions(game);
    console.log(JSON.stringify([found - start, performance.now() - found]));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

/** @param {string} name */
function wholeCommand(name) {
  return timed([join(root, 'apps', 'cli', 'bin', 'trilogue.js'), 'equilibria', name]);
}

/** @param {readonly string[]} args */
function timed(args) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}
