/**
 * What workers answer, computed again here in part: some cells by chance, one at a time, and one of each worker that has not been
 * looked at. Whoever can write to the queue may answer with whatever numbers look right; only running them again says.
 */
import { randomInt } from 'node:crypto';
import {
  type BackendName,
  openBackend,
  openSweepRunner,
  type SweepDefinition,
  type SweepPart,
  type SweepPlan,
  type SweepRunner,
  type SweepTrial,
} from '@trilogue/engine';
import { Failed } from '../../errors/kinds.js';

export interface Recheck {
  /** Rejects with Failed where a cell that was looked at has other numbers here. */
  cells(plan: SweepPlan, part: SweepPart, records: Float64Array, worker: string): Promise<void>;
  trial(trial: SweepTrial, numbers: Float64Array): Promise<void>;
  /** Cells that were computed again. */
  count(): number;
  close(): Promise<void>;
}

/** Steps of chance. */
const grain = 2 ** 32;

/** @param part of all cells that are looked at, from 0 to 1 */
export function recheck(
  definition: SweepDefinition,
  backend: BackendName,
  part: number,
  signal?: AbortSignal,
): Recheck {
  const seen = new Set<string>();
  let opening: Promise<{ readonly runner: SweepRunner; close(): Promise<void> }> | undefined;
  let busy = false;
  let cells = 0;
  const open = async () => {
    const opened = await openBackend(backend, { threads: 1 });
    const runner = openSweepRunner(definition, opened.backend);
    return {
      runner,
      async close() {
        await runner.close();
        await opened.backend.close();
      },
    };
  };
  /** The place in a list of one that is to be looked at, by chance; undefined for none, and while another one is. */
  const choose = (count: number, certainly: boolean): number | undefined => {
    const chosen = certainly || randomInt(grain) < grain * (1 - (1 - part) ** count);
    return part > 0 && chosen && !busy ? randomInt(count) : undefined;
  };
  /** @throws Failed where the numbers are not those that a run gives here. */
  const compare = async (
    numbers: Float64Array,
    what: string,
    who: string,
    run: (runner: SweepRunner) => Promise<Float64Array>,
  ): Promise<void> => {
    busy = true;
    try {
      opening ??= open();
      const own = await run((await opening).runner);
      const same = own.length === numbers.length && own.every((value, i) => Object.is(value, numbers[i]));
      if (!same) throw different(what, who);
    } finally {
      cells++;
      busy = false;
    }
  };
  return {
    async cells(plan, { cells, bias, known }, records, worker) {
      const i = choose(cells.length, !seen.has(worker));
      if (i === undefined) return;
      seen.add(worker);
      const size = plan.recordSize;
      const own = (list: Float64Array) => list.slice(i * size, (i + 1) * size);
      const one: SweepPart = {
        cells: [cells[i]!],
        ...(bias === undefined ? {} : { bias: [bias[i]!] }),
        ...(known === undefined ? {} : { known: own(known) }),
      };
      const run = async (runner: SweepRunner) => (await runner.cells(plan, one, { signal })).records;
      await compare(own(records), `cell ${cells[i]}`, `worker "${worker}"`, run);
    },
    async trial(trial, numbers) {
      const i = choose(trial.cells.length, false);
      if (i === undefined) return;
      const one = { ...trial, cells: [trial.cells[i]!], pairs: [trial.pairs[i]!] };
      const run = (runner: SweepRunner) => runner.trial(one, { signal });
      await compare(numbers.slice(2 * i, 2 * i + 2), `trial paths of cell ${trial.cells[i]}`, 'a worker', run);
    },
    count: () => cells,
    async close() {
      const open = opening;
      opening = undefined;
      await (await open)?.close();
    },
  };
}

function different(what: string, who: string): Failed {
  return new Failed(
    [
      `${who} answered ${what} with other numbers than this machine computes: it is not what it says, or one of the two computes wrongly.`,
      'Earlier answers of it may be in the folder: trilogue verify finds them, or begin again in another folder, with a password that it does not have.',
    ].join('\n'),
  );
}
