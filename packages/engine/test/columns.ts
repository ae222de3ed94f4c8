/** Hand-made columns: what backends leave in memory, from plain lists. */
import type { Columns } from '../src/measures/reduce/columns.js';

/** Values by [record][register][path]. */
export type Values = readonly (readonly ArrayLike<number>[])[];

/** Columns as the WebAssembly backend lays them out: [four paths][record][register][lane], in single precision. */
export function columnsOf(values: Values): Columns {
  const [records, registers, paths] = [values.length, values[0].length, values[0][0].length];
  const group = records * registers * 4;
  const data = new Float32Array(Math.ceil(paths / 4) * group).fill(Number.NaN);
  const offset = (register: number, record: number) => (record * registers + register) * 4;
  for (const [record, own] of values.entries()) {
    for (const [register, column] of own.entries()) {
      for (let p = 0; p < paths; p++) data[offset(register, record) + (p >> 2) * group + (p & 3)] = column[p];
    }
  }
  return { paths, column: (register, record) => ({ data, offset: offset(register, record), group, lane: 1 }) };
}

/** Paths `from` to `to - 1` of values. */
export function part(values: Values, from: number, to: number): Values {
  return values.map((own) => own.map((column) => Array.from(column).slice(from, to)));
}
