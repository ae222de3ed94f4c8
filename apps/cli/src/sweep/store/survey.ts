/**
 * What the chunks of a folder are good for in the sweep that is wanted: records that are final, and records that spare a cell
 * its first paths. A damaged or missing chunk is told of and costs its own cells only.
 */
import { type Axis, axisValues, type SweepPlan } from '@trilogue/engine';
import { type Chunk, type ChunkHeader, listChunks, readChunk } from './chunk.js';

/** The sweep whose cells are wanted. */
export interface WantedCells {
  readonly base: string;
  readonly sweep: string;
  readonly x: Axis;
  readonly y: Axis | null;
  readonly plan: SweepPlan;
  /** Each cell has random numbers of its own, by its number. */
  readonly independent: boolean;
}

export interface Survey {
  /** 1 for each cell whose record is final. */
  readonly done: Uint8Array;
  /** Where the record of a cell with fewer paths is: its chunk, 0 where there is none, and its place there. */
  readonly knownChunk: Uint32Array;
  readonly knownPlace: Uint32Array;
  /** Paths of the program in that record. */
  readonly knownPaths: Float64Array;
  /** Chunks without a final record: what another sweep of the folder has left. */
  readonly spent: readonly number[];
  /** Chunks that are damaged or gone, with the reason. */
  readonly lost: readonly { readonly number: number; readonly reason: string }[];
  readonly last: number;
}

/** @param onFinal hears of the final records, each cell once */
export async function survey(
  folder: string,
  wanted: WantedCells,
  onFinal: (cells: readonly number[], records: Float64Array) => void | Promise<void>,
): Promise<Survey> {
  const count = wanted.plan.cells;
  const found = {
    done: new Uint8Array(count),
    knownChunk: new Uint32Array(count),
    knownPlace: new Uint32Array(count),
    knownPaths: new Float64Array(count),
  };
  const numbers = await listChunks(folder);
  const present = new Set(numbers);
  const last = numbers.at(-1) ?? 0;
  const spent: number[] = [];
  const gone = new Set<number>();
  const lost: { number: number; reason: string }[] = [];
  for (let number = 1; number <= last; number++) {
    const chunk = present.has(number) ? await readChunk(folder, number) : 'it is missing';
    if (typeof chunk === 'string') {
      lost.push({ number, reason: chunk });
      continue;
    }
    for (const other of chunk.header.gone ?? []) gone.add(other);
    if (chunk.cells.length === 0) continue;
    const { cells, rows } = take(chunk, number, wanted, found);
    if (cells.length === 0) spent.push(number);
    else await onFinal(cells, pickRecords(chunk.records, rows, wanted.plan.recordSize));
  }
  return { ...found, spent, lost: lost.filter(({ number }) => !gone.has(number)), last };
}

/** The cells whose final records the chunk has, and the rows of these. */
function take(
  { header, cells, records }: Chunk,
  number: number,
  wanted: WantedCells,
  found: Pick<Survey, 'done' | 'knownChunk' | 'knownPlace' | 'knownPaths'>,
): { readonly cells: readonly number[]; readonly rows: readonly number[] } {
  const { plan } = wanted;
  const size = plan.recordSize;
  if (!isAlike(header, wanted)) return { cells: [], rows: [] };
  const same = header.sweep === wanted.sweep;
  const place = same ? (cell: number) => cell : placeOf(header, wanted);
  const final: number[] = [];
  const rows: number[] = [];
  for (const [i, there] of cells.entries()) {
    const cell = place(there);
    if (cell < 0 || cell >= plan.cells || found.done[cell] === 1) continue;
    const paths = records[i * size]!;
    if (same || (plan.paths !== null && paths === plan.paths)) {
      found.done[cell] = 1;
      final.push(cell);
      rows.push(i);
    } else if (paths > found.knownPaths[cell]! && (plan.paths === null || paths < plan.paths)) {
      found.knownPaths[cell] = paths;
      found.knownChunk[cell] = number;
      found.knownPlace[cell] = i;
    }
  }
  return { cells: final, rows };
}

/** Some of the records, in this order. */
function pickRecords(records: Float64Array, rows: readonly number[], size: number): Float64Array {
  const picked = new Float64Array(rows.length * size);
  for (const [k, row] of rows.entries()) picked.set(records.subarray(row * size, (row + 1) * size), k * size);
  return picked;
}

/** Whether records of a chunk could be of the wanted sweep: the same program on the same numbers. */
function isAlike({ base, plan }: ChunkHeader, wanted: WantedCells): boolean {
  const own = wanted.plan;
  return (
    base === wanted.base &&
    plan.dt === own.dt &&
    plan.scheme === own.scheme &&
    plan.recordSize === own.recordSize &&
    (plan.tolerance === null) === (own.tolerance === null)
  );
}

/** From a cell of a chunk to the wanted cell at the same point and with the same random numbers; -1 where there is none. */
function placeOf(header: ChunkHeader, wanted: WantedCells): (cell: number) => number {
  const x = indices(header.x, wanted.x);
  const y = indices(header.y, wanted.y);
  const columns = header.x.count;
  return (cell) => {
    const [i, j] = [x(cell % columns), y(Math.floor(cell / columns))];
    if (i < 0 || j < 0) return -1;
    const place = j * wanted.x.count + i;
    return wanted.independent && place !== cell ? -1 : place;
  };
}

/** From an index on one axis to that of the same value on another. */
function indices(there: Axis | null, here: Axis | null): (index: number) => number {
  if (there === null || here === null) return () => (there === here ? 0 : -1);
  if (there.name !== here.name) return () => -1;
  const places = new Map(axisValues(here).map((value, index) => [value, index]));
  const values = axisValues(there);
  return (index) => places.get(values[index]!) ?? -1;
}
