/**
 * A sweep as the JSON document that `sweep --json` prints. It is printed in pieces: a million cells are never one text.
 */

import type { Grid } from '@trilogue/results';
import type { Terminal } from '../output/terminal.js';
import type { SweepOutcome } from './conclude.js';

type Rows = readonly (readonly (number | null)[])[];

/** What the document says beside the numbers of cells. */
export function sweepHead(out: string, { recipe, ran, times, grid, accuracy, impossible, reused }: SweepOutcome) {
  const { seed, horizon, delta, independent, backend, metric, tolerance } = recipe;
  const { paths, dt, steps, scheme } = ran;
  const { device, passedOver } = times;
  return {
    out,
    game: recipe.game.name,
    x: grid.x.values,
    /** Null where there is one axis. */
    y: grid.y?.values ?? null,
    xName: grid.x.name,
    yName: grid.y?.name ?? null,
    metric,
    /** Null where step or paths were given. */
    tolerance,
    accuracy,
    ...{ seed, paths, horizon, dt, steps, scheme, delta, independent, backend, device, passedOver },
    parameters: ran.parameters,
    initial: ran.initial,
    boundaryHits: ran.boundaryHits,
    /** Cells at which the game is not defined, whose values are null: number, place and reason. */
    impossible: impossible.map(([cell, reason]) => ({ cell, reason })),
    resumedCells: times.resumedCells,
    reused,
    performance: times.performance,
    /** Null where this machine computed it. */
    queue: times.queue ?? null,
  };
}

/** By [y][x], null where nothing is known. */
export interface SweepRows {
  readonly values: Rows;
  readonly low: Rows;
  readonly high: Rows;
  /** 95% bound of what the step adds to each cell. */
  readonly bias: Rows;
  readonly cellPaths: readonly (readonly number[])[];
}

export type SweepDocument = ReturnType<typeof sweepHead> & SweepRows;

export async function printDocument(terminal: Terminal, out: string, outcome: SweepOutcome): Promise<void> {
  await terminal.write(JSON.stringify(sweepHead(out, outcome)).slice(0, -1));
  const { columns, bias } = outcome.grid;
  const unknown = columns.value.map(() => Number.NaN);
  const named: Record<keyof SweepRows, Float64Array> = {
    ...{ values: columns.value, low: columns.low, high: columns.high },
    ...{ bias: bias ?? unknown, cellPaths: columns.paths },
  };
  for (const [name, numbers] of Object.entries(named)) {
    await terminal.write(`,"${name}":[`);
    for (const [j, row] of rowsOf(outcome.grid, numbers)) await terminal.write(`${j === 0 ? '' : ','}${row}`);
    await terminal.write(']');
  }
  await terminal.write('}\n');
}

/** Rows as JSON, which writes NaN as null. */
function* rowsOf({ x }: Grid, numbers: Float64Array): Generator<[number, string]> {
  const width = x.values.length;
  for (let j = 0; j < numbers.length / width; j++) {
    yield [j, JSON.stringify(Array.from(numbers.subarray(j * width, (j + 1) * width)))];
  }
}
