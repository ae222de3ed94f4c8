/** Runs sweeps in this process, into folders of a small game: what a command would do, without its start. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledGame } from '@trilogue/core';
import { gameRecord, type Part } from '@trilogue/results';
import type { Terminal } from '../../src/output/terminal.js';
import type { SweepOutcome } from '../../src/sweep/conclude.js';
import type { WantedSweep } from '../../src/sweep/folder.js';
import { runSweep } from '../../src/sweep/run-sweep.js';
import { versions } from '../../src/versions.js';

const game = bundledGame('stag-hunt');
const { core, random, engine } = versions();
const [player] = game.players;

export const wanted: WantedSweep = {
  game: gameRecord(game),
  x: { name: `initial.${player!.name}`, from: 0.2, to: 0.8, count: 7 },
  y: null,
  metric: `mean(${player!.name}.${player!.strategies[0]})`,
  ...{ scenario: null, set: {}, seed: 'x', tolerance: null, paths: 64, dt: 0.1, horizon: 5, scheme: null, delta: 0.05 },
  ...{ independent: false, backend: 'wasm', versions: { core, random, engine } },
};

/** A terminal that keeps what is said. */
export function listener(signal = new AbortController().signal) {
  const notes: string[] = [];
  const warnings: string[] = [];
  const terminal: Terminal = {
    ...{ signal, print() {}, write: async () => {} },
    note: (text) => void notes.push(text),
    warn: (text) => void warnings.push(text),
  };
  return { ...terminal, notes, warnings };
}

export async function run(out: string, change: Partial<WantedSweep> = {}, part: Part | null = null) {
  const terminal = listener();
  const outcome = (await runSweep(
    { game, wanted: { ...wanted, ...change }, out, part, threads: 1 },
    terminal,
  )) as SweepOutcome;
  return { ...outcome, ...terminal };
}

/** The files of a result, and its manifest but for times. */
export function resultOf(out: string, names = ['cells.csv', 'cells.parquet', 'curve.svg', 'curve.png']) {
  const { times: _, ...manifest } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  return {
    manifest,
    files: Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name)).toString('base64')])),
  };
}
