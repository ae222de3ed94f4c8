/** Reduction in this thread, by the functions of `reduce/`, of states that are brought here. */
import type { Columns } from '../../../measures/reduce/columns.js';
import { countPaths, tallySize } from '../../../measures/reduce/measure.js';
import type { Kernel } from '../../contract.js';
import type { States } from '../states.js';
import type { Reducer } from './contract.js';

/** Numbers that are waited for at a time: enough to hide how long each record takes, few enough that an aborted run ends soon. */
const MOST_ON_THEIR_WAY = 2 ** 17;

export function reducerInMemory(
  { measures, records }: Pick<Kernel, 'measures' | 'records'>,
  { width, download }: Pick<States, 'width' | 'download'>,
): Reducer {
  const size = tallySize(measures);
  /** Counts of earlier records, oldest first. */
  let onTheirWay: { readonly numbers: number; readonly done: Promise<unknown> }[] = [];
  return {
    mostCells: Number.POSITIVE_INFINITY,
    async start(record, states, { cells, paths }, tallies) {
      // asked for before this returns, so that what becomes of the states afterwards does not matter
      const arriving = Promise.all(states.map(download));
      const count = async () => {
        const arrays = await arriving;
        for (let cell = 0; cell < cells.count; cell++) {
          const columns = columnsOf(arrays, cell, paths, width);
          countPaths(measures, columns, records.length - 1, tallies, cell * size, record);
        }
      };
      const done = count();
      onTheirWay.push({ numbers: states.length * cells.count * paths * width, done: done.catch(() => {}) });
      while (onTheirWay.length > 1 && onTheirWay.reduce((sum, { numbers }) => sum + numbers, 0) > MOST_ON_THEIR_WAY) {
        const [oldest, ...rest] = onTheirWay;
        onTheirWay = rest;
        await oldest.done;
      }
      return { done };
    },
    close() {},
  };
}

/** The columns of the record that a launch has reached. */
function columnsOf(states: readonly Float32Array[], cell: number, paths: number, width: number): Columns {
  return {
    paths,
    column: (register) => ({
      data: states[Math.floor(register / width)],
      offset: cell * paths * width + (register % width),
      group: 4 * width,
      lane: width,
    }),
  };
}
