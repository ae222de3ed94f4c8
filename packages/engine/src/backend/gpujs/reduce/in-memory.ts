/** Reduction in this thread, by the functions of `reduce/`: for states that are plain arrays here. */
import type { Columns } from '../../../reduce/columns.js';
import { countPaths, tallySize } from '../../../reduce/measure.js';
import type { Kernel } from '../../contract.js';
import type { Reducer } from './contract.js';

/** @param width registers in each state array */
export function reducerInMemory({ measures, records }: Pick<Kernel, 'measures' | 'records'>, width: number): Reducer {
  const size = tallySize(measures);
  return {
    mostCells: Number.POSITIVE_INFINITY,
    async start(record, states, chunk, tallies) {
      for (let cell = 0; cell < chunk.cells.count; cell++) {
        const columns = columnsOf(states as Float32Array[], cell, chunk.paths, width);
        countPaths(measures, columns, records.length - 1, tallies, cell * size, record);
      }
      return { done: Promise.resolve() };
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
