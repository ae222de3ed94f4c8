/** Reduction in this thread, by the functions of `reduce/`, of states that are brought here. */
import type { Columns } from '../../../reduce/columns.js';
import { countPaths, tallySize } from '../../../reduce/measure.js';
import type { Kernel } from '../../contract.js';
import type { States } from '../states.js';
import type { Reducer } from './contract.js';

export function reducerInMemory(
  { measures, records }: Pick<Kernel, 'measures' | 'records'>,
  { width, download }: Pick<States, 'width' | 'download'>,
): Reducer {
  const size = tallySize(measures);
  /** The states of the record before: at most two are on their way, so that a run that is aborted ends soon. */
  let before: Promise<unknown> = Promise.resolve();
  return {
    mostCells: Number.POSITIVE_INFINITY,
    async start(record, states, { cells, paths }, tallies) {
      // asked for before this returns, so that what becomes of the states afterwards does not matter
      const arriving = Promise.all(states.map(download));
      await before;
      before = arriving.catch(() => {});
      const count = async () => {
        const arrays = await arriving;
        for (let cell = 0; cell < cells.count; cell++) {
          const columns = columnsOf(arrays, cell, paths, width);
          countPaths(measures, columns, records.length - 1, tallies, cell * size, record);
        }
      };
      return { done: count() };
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
