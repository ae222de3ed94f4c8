/**
 * `npm run test:octave`: exports games as MATLAB scripts, runs them in GNU Octave and compares their figures with ours: drift
 * and Jacobian at some states, the path without noise, eigenvalues at the pure profiles, outcome probabilities and means.
 * Installs Octave where Debian's package manager may be used without a question. Not part of `npm test`. An argument is the
 * seed of the random game.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { run } from './run.mjs';

await bootstrap();
const system = await run(['node', join('scripts', 'system.mjs'), 'octave']);
if (system.code !== 0) process.exit(system.code);
// Not before: these need what was built.
const { byHandQuestion, compareByHand } = await import('./octave/by-hand.mjs');
const { games } = await import('./octave/games.mjs');
const { answers, compare, question } = await import('./octave/compare.mjs');

const folder = mkdtempSync(join(tmpdir(), 'trilogue-octave-'));
try {
  for (const { name, text, dt } of games(Number(process.argv[2] ?? Date.now() % 1e6))) {
    const problems = await check(name, text, dt);
    report(problems);
  }
  const { code, text } = await octave(byHandQuestion());
  const name = 'the script of docs/guides/matlab.md';
  report(code === 0 ? judged(name, await compareByHand(answers(text))) : [`${name}: Octave failed: ${text}`]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {readonly string[]} problems */
function report(problems) {
  for (const problem of problems) process.stdout.write(`    ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

/** @param {string} statements */
function octave(statements) {
  writeFileSync(join(folder, 'ask.m'), statements);
  return run(['octave-cli', '--quiet', '--path', folder, join(folder, 'ask.m')], { output: 'keep' });
}

/**
 * Prints what was compared, and returns what is too far off.
 * @param {string} name
 * @param {readonly { name: string, value: number, limit: number }[]} rows
 */
function judged(name, rows) {
  process.stdout.write(`${name}\n${rows.map((row) => `    ${row.name}: ${row.value.toPrecision(2)}\n`).join('')}`);
  return rows.filter(({ value, limit }) => !(value <= limit)).map((row) => `${row.name} is above ${row.limit}`);
}

/**
 * Prints one line, and returns what is wrong.
 * @param {string} name
 * @param {string} text
 * @param {number} dt
 */
async function check(name, text, dt) {
  const file = join(folder, 'exported.game.yaml');
  writeFileSync(file, text);
  const trilogue = ['node', join('apps', 'cli', 'bin', 'trilogue.js'), 'export', file, '--to', 'matlab'];
  const exported = await run([...trilogue, '--out', join(folder, 'exported.m')], { output: 'keep' });
  if (exported.code !== 0) return [`${name}: export failed: ${exported.text}`];
  const { code, text: output } = await octave(question('exported', text, dt));
  if (code !== 0) return [`${name}: Octave failed: ${output}`];
  return judged(name, await compare(text, dt, answers(output)));
}
