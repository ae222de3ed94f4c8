/**
 * Whether the error that is stated beside a number covers the true one: random games of all kinds (`stated-errors/draw.mjs`), each beside a reference
 * that shares nothing with the engine (`stated-errors/reference.mjs`).
 *
 *   node benchmarks/coverage.mjs [--family "replicator T"] [--values 9] [--seed coverage] [--out FILE] [--limit 30] [--seconds 12]
 *   node benchmarks/coverage.mjs --write --out FILE     writes docs/validation/stated-errors.md from what the file has
 *   node benchmarks/coverage.mjs --list --out FILE      prints the misses in it: game file, command, what is stated, reference
 *
 * A family is a kind of noise, a metric and a shape (`one`, `two`, `more`); `--family` takes those that have all of its words. Each
 * family gets `--values` values. What was found is kept in FILE, a line a draw, from which the same command goes on. `--limit`
 * and `--seconds` bound the time that the engine and the reference may take for a draw. Needs gcc.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { axisValues, openBackend, parseMetric, simulate, sweep } from '@trilogue/engine';
import { commandOf, draw, kinds, noises, shapes } from './stated-errors/draw.mjs';
import { referenceOf } from './stated-errors/reference.mjs';
import { listMisses, ratioOf, writeTables } from './stated-errors/tables.mjs';

const { values: given } = parseArgs({
  options: {
    family: { type: 'string', default: '' },
    values: { type: 'string', default: '9' },
    seed: { type: 'string', default: 'coverage' },
    out: { type: 'string', default: 'coverage.jsonl' },
    limit: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '12' },
    write: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
const kept = existsSync(given.out)
  ? readFileSync(given.out, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  : [];
if (given.write) {
  writeTables(kept);
  process.exit(0);
}

if (given.list) {
  console.log(listMisses(kept));
  process.exit(0);
}

const words = given.family.split(/[\s/]+/).filter((word) => word !== '');
const families = noises
  .flatMap((noise) => kinds.flatMap((kind) => shapes.map((shape) => ({ noise, kind, shape }))))
  .filter((family) => words.every((word) => Object.values(family).includes(word)));

/** The candidate that noise decides most, by a coarse look; null where noise decides nothing, but for every fourth draw. */
async function metricOf({ game, candidates, rare }, backend, signal) {
  if (rare) return candidates[0];
  if (game.noise.kind === 'none') {
    if (candidates[0] === null) return null;
    const metrics = candidates.map((text) => parseMetric(game, text));
    const references = referenceOf(game, metrics, {}).at({}, game.horizon);
    return candidates[
      Math.max(
        0,
        references.findIndex(({ value }) => value !== null && value > 0),
      )
    ];
  }
  const { outcomes, final } = await simulate({ game, backend, signal, paths: 1000, times: 0, passages: false });
  const openness = (text) => {
    const metric = text === null ? { kind: '' } : parseMetric(game, text);
    if (metric.kind !== 'P' && metric.kind !== 'T') return Math.max(...Object.values(final).map(({ sd }) => sd));
    const part = outcomes
      .filter(({ profile }) =>
        metric.pattern.every((s, p) => s === null || game.players[p].strategies[s] === profile[p]),
      )
      .reduce((total, { probability }) => total + probability, 0);
    return Math.min(part, metric.kind === 'T' ? 1 : 1 - part);
  };
  const [best] = candidates.map((text) => ({ text, open: openness(text) })).sort((a, b) => b.open - a.open);
  return best.open < 0.02 ? undefined : best.text;
}

/** What is stated: one entry a number that has a bound of its bias. */
async function stated(drawn, metric, backend, signal) {
  const { game, command, options, cells } = drawn;
  const common = { game, backend, signal, ...options };
  if (command === 'simulate') {
    const { outcomes, final } = await simulate({ ...common, times: 0, passages: false });
    const all =
      drawn.kind === 'P'
        ? outcomes.map(({ profile, probability: value, low, high, bias }) => ({
            ...{ cell: 0, text: `P(${profile.join(',')})`, value, low, high, bias },
          }))
        : Object.entries(final).map(([name, { mean: value, low, high, bias }]) => ({
            ...{ cell: 0, text: `mean(${name})`, value, low, high, bias },
          }));
    // the three that are least certain
    return all.sort((a, b) => Math.abs(a.value - 0.5) - Math.abs(b.value - 0.5)).slice(0, 3);
  }
  const found = await sweep({ ...common, metric });
  const columns = found.x.values.length;
  return cells.map((cell) => {
    const [i, j] = [cell % columns, Math.floor(cell / columns)];
    const [value, low, high, bias] = ['values', 'low', 'high', 'bias'].map((name) => found[name][j][i]);
    return { cell, text: metric, value, low, high, bias };
  });
}

/** What a cell of a sweep sets. */
function settingsOf({ options: { x, y } }, cell) {
  if (!x) return {};
  const columns = x.count;
  return {
    [x.name]: axisValues(x)[cell % columns],
    ...(y ? { [y.name]: axisValues(y)[Math.floor(cell / columns)] } : {}),
  };
}

/** Compares a draw; null where nothing is to be compared. */
async function compare(family, number, backend) {
  const drawn = draw(given.seed, family, number);
  const { game, text } = drawn;
  const started = performance.now();
  const signal = AbortSignal.timeout(Number(given.limit) * 1000);
  const common = { ...family, seed: given.seed, number, tolerance: drawn.options.tolerance, command: drawn.command };
  let rows;
  let metric;
  try {
    metric = await metricOf(drawn, backend, signal);
    if (metric === undefined) return { ...common, passed: true };
    rows = await stated(drawn, metric, backend, signal);
  } catch (error) {
    const late = signal.aborted;
    return {
      ...common,
      metric,
      line: commandOf(drawn, metric),
      text,
      [late ? 'late' : 'error']: late || error.message,
    };
  }
  const engineSeconds = (performance.now() - started) / 1000;
  const metrics = [...new Set(rows.map(({ text: name }) => name))].map((name) => parseMetric(game, name));
  const unit = family.kind === 'T' ? game.horizon : 1;
  const bounds = { seconds: Number(given.seconds) / drawn.cells.length, firstSeed: 1 + number * 1000 };
  const reference = referenceOf(game, metrics, { neutral: drawn.neutral, ...bounds });
  const results = [];
  try {
    for (const cell of new Set(rows.map((row) => row.cell))) {
      const own = rows.filter((row) => row.cell === cell);
      const wanted = own.map(({ value, low, high, bias }) =>
        value === null
          ? 0.002 * unit
          : Math.max(0.25 * (Math.max(high - value, value - low) + (bias ?? 0)), 1e-4 * unit),
      );
      const references = reference.at(settingsOf(drawn, cell), game.horizon, wanted);
      for (const [m, row] of own.entries()) {
        const { value, error, low, high } = references[m];
        results.push({
          ...row,
          at: settingsOf(drawn, cell),
          reference: value,
          error,
          referenceLow: low ?? null,
          referenceHigh: high ?? null,
        });
      }
    }
  } finally {
    reference.close();
  }
  const seconds = [engineSeconds, (performance.now() - started) / 1000 - engineSeconds].map((s) =>
    Number(s.toFixed(1)),
  );
  return { ...common, metric, line: commandOf(drawn, metric), text, by: reference.by, seconds, results };
}

/** Draws of a family until it has so many values; draws in which nothing can be judged are bounded. */
async function fill(family, goal, backend) {
  const name = Object.values(family).join(' ');
  const own = kept.filter((entry) => Object.keys(family).every((key) => entry[key] === family[key]));
  let number = own.length === 0 ? 0 : Math.max(...own.map((entry) => entry.number)) + 1;
  let count = own.flatMap((entry) => entry.results ?? []).filter((row) => ratioOf(row).ratio !== null).length;
  for (; count < goal && number < 6 * goal; number++) {
    const entry = await compare(family, number, backend);
    kept.push(entry);
    appendFileSync(given.out, `${JSON.stringify(entry)}\n`);
    for (const row of entry.results ?? []) {
      if (ratioOf(row).ratio !== null) count++;
      console.log(`${name.padEnd(26)} ${`${number}`.padStart(3)} ${lineOf(entry, row)}`);
    }
    if (entry.late) console.log(`${name.padEnd(26)} ${number} not done in ${given.limit} s: ${entry.line}`);
    if (entry.error) console.log(`${name.padEnd(26)} ${number} ${entry.error}: ${entry.line}`);
  }
}

function lineOf({ by, seconds }, row) {
  const { ratio, why } = ratioOf(row);
  const figures = [row.value, row.low, row.high, row.bias, row.reference, row.error].map(
    (x) => x?.toPrecision(5) ?? '-',
  );
  const mark = ratio === null ? `(${why})` : ratio > 1 ? `MISS ${ratio.toFixed(2)}` : ratio.toFixed(2);
  const stated = `${figures[0]} [${figures[1]}, ${figures[2]}] bias ${figures[3]}`;
  return `${`${row.cell}`.padEnd(3)} ${row.text.padEnd(22)} ${stated}  ${by} ${figures[4]} +- ${figures[5]}  ${mark}  ${seconds.join('+')} s`;
}

const { backend } = await openBackend('auto');
// in rounds, so that what is there after a while has all families
for (let goal = 3; goal < Number(given.values) + 3; goal += 3) {
  for (const family of families) await fill(family, Math.min(goal, Number(given.values)), backend);
}
await backend.close();
process.exit(0);
