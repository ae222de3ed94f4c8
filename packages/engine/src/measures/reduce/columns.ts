/**
 * Values of many paths, however a backend lays them out: one column for each register and record.
 */

/** Where the values of one register at one record stand: path p at offset + (p >> 2) group + (p & 3) lane. */
export interface Column {
  readonly data: Float32Array | Float64Array;
  readonly offset: number;
  /** Distance between groups of four paths. */
  readonly group: number;
  /** Distance between the paths of a group. */
  readonly lane: number;
}

/** What the paths of one cell left behind. */
export interface Columns {
  readonly paths: number;
  column(register: number, record: number): Column;
}

/** The value of path `path`, counted from the first of the chunk. */
export function valueAt(column: Column, path: number): number {
  return column.data[column.offset + (path >> 2) * column.group + (path & 3) * column.lane];
}
