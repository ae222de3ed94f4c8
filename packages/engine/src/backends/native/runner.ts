/** One kernel in compiled code: as many processes as threads, each begun when there is work for it. */
import type { Columns } from '../../measures/reduce/columns.js';
import { countPaths, tallySize } from '../../measures/reduce/measure.js';
import { type Chunk, groupOf, type Kernel, type Runner } from '../contract.js';
import { reductionsOf } from '../wasm/reduce/print-reduction.js';
import { type Child, startChild } from './child.js';

interface Answer {
  readonly tallies: Float64Array;
  /** The last group of four paths of each cell, where paths are no whole groups: [cell][record][register][lane]. */
  readonly last: Float32Array;
}

/** @param program path of the compiled kernel */
export function openRunner(program: string, kernel: Kernel, threads: number): Runner {
  const registers = kernel.program.registers.length;
  const records = kernel.records.length;
  const size = tallySize(kernel.measures);
  const opening = openingOf(kernel, size);
  const children: Child[] = [];

  const free = (): Child => {
    const least = children.reduce<Child | undefined>((a, b) => (a && a.waiting() <= b.waiting() ? a : b), undefined);
    if (least && (least.waiting() === 0 || children.length === threads)) return least;
    const child = startChild(program, opening);
    children.push(child);
    return child;
  };
  const ask = async ({ cells, firstPath, paths }: Chunk): Promise<Answer> => {
    const head = Uint32Array.of(cells.count, firstPath % 2 ** 32, Math.floor(firstPath / 2 ** 32), paths);
    const lastSize = paths % 4 === 0 ? 0 : 4 * registers * records * cells.count;
    const request = [head, cells.coefficients, cells.start, cells.streams].map(bytesOf);
    const { buffer } = await free().ask(request, 8 * size * cells.count + 4 * lastSize);
    return {
      tallies: new Float64Array(buffer, 0, size * cells.count),
      last: new Float32Array(buffer, 8 * size * cells.count, lastSize),
    };
  };
  /** The paths of the group that is not whole. */
  const columns = (last: Float32Array, cell: number, paths: number): Columns => ({
    paths,
    column: (register, record) => ({
      data: last,
      offset: ((cell * records + record) * registers + register) * 4,
      group: 4 * registers,
      lane: 1,
    }),
  });

  return {
    async run(chunk) {
      const { tallies, last } = await ask(chunk);
      const rest = chunk.paths % 4;
      for (let cell = 0; rest > 0 && cell < chunk.cells.count; cell++) {
        countPaths(kernel.measures, columns(last, cell, rest), records - 1, tallies, cell * size);
      }
      return tallies;
    },
    async trace(chunk) {
      const { group, lane } = groupOf(chunk);
      const { last } = await ask({ ...group, paths: 1 });
      return Float32Array.from({ length: records * registers }, (_, i) => last[4 * i + lane]);
    },
    async close() {
      await Promise.all(children.map((child) => child.end()));
    },
  };
}

function openingOf({ key, records, measures }: Kernel, size: number): Uint8Array[] {
  const gaps = records.map((step, i) => step - (records[i - 1] ?? 0));
  const lists = reductionsOf(measures, records.length - 1).flatMap(({ places }) => [
    places.length,
    ...places.flatMap(({ record, offset }) => [record, offset]),
  ]);
  return [bytesOf(Uint32Array.of(key.lo, key.hi, records.length, size)), bytesOf(Int32Array.from([...gaps, ...lists]))];
}

/** A copy, since what is written to a pipe must not change before it has gone. */
function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}
