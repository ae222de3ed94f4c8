/**
 * How the cost of a path-step grows with the size of a run, on our WebAssembly backend with one thread and two-point
 * increments: with paths, steps and cells it must not; with players and strategies it may, by the terms of the payoffs.
 */
import { bundledGame, defineGame, fieldShape } from '@trilogue/core';
import { openBackend, simulate, sweep } from '@trilogue/engine';

const ROUNDS = 3;
/** The most that ten times the paths, steps or cells may cost a path-step; work on the machine moves it by a third. */
const FLAT = 1.5;

/** Players of two strategies whose advantage is linear in everybody's share. */
function playersGame(count) {
  const names = Array.from({ length: count }, (_, i) => `P${i + 1}`);
  const advantage = names.map((name, i) => `${0.2 + 0.1 * i}*${name}.yes`).join(' + ');
  return defineGame({
    game: `players-${count}`,
    players: Object.fromEntries(names.map((name) => [name, { strategies: ['yes', 'no'] }])),
    payoffs: Object.fromEntries(names.map((name) => [name, { yes: `${advantage} - 0.3`, no: 0 }])),
    noise: { kind: 'replicator', sigma: Object.fromEntries(names.map((name) => [name, 0.5])) },
    horizon: 20,
  });
}

/** One population that meets itself; each strategy beats the one before it. */
function strategiesGame(count) {
  const strategies = Array.from({ length: count }, (_, i) => `s${i + 1}`);
  const pay = strategies.map((own, i) => [own, `0.5*crowd.${strategies[(i + count - 1) % count]}`]);
  return defineGame({
    game: `strategies-${count}`,
    against: 'self',
    players: { crowd: { strategies } },
    payoffs: { crowd: Object.fromEntries(pay) },
    noise: { kind: 'replicator', sigma: { crowd: 0.3 } },
    horizon: 20,
  });
}

const study = bundledGame('data-sharing');
const common = { scheme: 'weak-euler', dt: 0.1 };

function ensemble(game, label, paths, extra = {}) {
  const run = (backend) => simulate({ ...common, ...extra, game, backend, paths, times: 0, passages: false });
  return { label, game, run };
}

function grid(label, columns, rows) {
  const x = { name: 'tau', from: 0, to: 1, count: columns };
  const y = { name: 'p', from: 0, to: 2, count: rows };
  const metric = 'P(share,share,coordinate)';
  return {
    label,
    game: study,
    run: (backend) => sweep({ ...common, game: study, backend, x, y, metric, paths: 10_000 }),
  };
}

/** Pairs where the second is ten times the first come first. */
const pairs = [
  [ensemble(study, '200,000 paths', 200_000), ensemble(study, '2,000,000 paths', 2_000_000)],
  [ensemble(study, '200 steps', 200_000), ensemble(study, '2,000 steps', 200_000, { horizon: 200 })],
  [grid('20 cells', 5, 4), grid('200 cells', 20, 10)],
];
const families = [
  ...[1, 2, 3, 4].map((count) => ensemble(playersGame(count), `${count} player${count > 1 ? 's' : ''}`, 200_000)),
  ...[2, 3, 4].map((count) => ensemble(strategiesGame(count), `${count} strategies`, 200_000)),
];

function sizeOf(game) {
  const { coordinates, advantages } = fieldShape(game);
  return { coordinates, terms: advantages.flat(2).length };
}

/** Processor nanoseconds of a path-step, kernel and reduction included. */
async function nanoseconds(backend, run) {
  const before = process.cpuUsage();
  const { performance } = await run(backend);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / performance.steps;
}

/** Rows `{ label, coordinates, terms, nanoseconds, growth?, flat? }`, the best of three alternating rounds. */
export async function measureGrowth() {
  const { backend } = await openBackend('wasm', { threads: 1 });
  const rows = [...pairs.flat(), ...families].map((row) => ({ ...row, nanoseconds: Number.POSITIVE_INFINITY }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of rows) row.nanoseconds = Math.min(row.nanoseconds, await nanoseconds(backend, row.run));
  }
  await backend.close();
  return rows.map(({ label, game, nanoseconds }, i) => {
    const row = { label, ...sizeOf(game), nanoseconds };
    if (i >= 2 * pairs.length || i % 2 === 0) return row;
    const growth = nanoseconds / rows[i - 1].nanoseconds;
    return { ...row, growth, flat: growth <= FLAT };
  });
}
