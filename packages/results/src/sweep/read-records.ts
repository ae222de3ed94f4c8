/**
 * What the chunks of a folder are good for in the sweep that is wanted: records that are final, and records that spare a cell
 * its first paths. A damaged or missing chunk is reported and costs its own cells only.
 */
import { type Axis, axisValues, EngineError } from '@trilogue/engine';
import { listNumbered } from '../sealed/numbered.js';
import { type Chunk, type ChunkHeader, readChunk } from './chunk.js';
import type { SweepRecords } from './records.js';

/** What the records of a folder are good for in a sweep. */
export interface FoundRecords {
  /** 1 for each cell whose record is final. */
  readonly done: Uint8Array;
  /** Where the record of a cell with fewer paths is: its chunk, 0 where there is none, and its place there. */
  readonly knownChunk: Uint32Array;
  readonly knownPlace: Uint32Array;
  /** Paths of the program in that record. */
  readonly knownPaths: Float64Array;
  /** Chunks without a final record: what another sweep of the folder has left. */
  readonly spent: readonly number[];
  /** Chunks that are damaged or missing. */
  readonly lost: readonly LostChunks[];
  readonly last: number;
}

/** Chunks that cannot be used, one or neighbours. */
export interface LostChunks {
  readonly numbers: readonly number[];
  /** Such as `chunk 3 of the records cannot be used: its checksum differs`. */
  readonly words: string;
}

/**
 * Reads the records of a sweep, one chunk at a time.
 *
 * @param onFinal called with the final records, each cell once, and awaited
 */
export async function readRecords(
  wanted: SweepRecords,
  onFinal: (cells: readonly number[], records: Float64Array) => void | Promise<void>,
): Promise<FoundRecords> {
  const count = wanted.plan.cells;
  const found = {
    done: new Uint8Array(count),
    knownChunk: new Uint32Array(count),
    knownPlace: new Uint32Array(count),
    knownPaths: new Float64Array(count),
  };
  const numbers = await listNumbered(wanted.folder);
  const spent: number[] = [];
  const gone = new Set<number>();
  const lost: [number: number, reason: string][] = [];
  let last = 0;
  for (const number of numbers) {
    for (let between = last + 1; between < number; between++) lost.push([between, missing]);
    last = number;
    const chunk = await readChunk(wanted.folder, number);
    if (typeof chunk === 'string') {
      lost.push([number, chunk]);
      continue;
    }
    for (const other of chunk.header.gone ?? []) gone.add(other);
    if (chunk.cells.length === 0) continue;
    const taken = take(chunk, number, wanted, found);
    if (typeof taken === 'string') lost.push([number, taken]);
    else if (taken.cells.length === 0) spent.push(number);
    else await onFinal(taken.cells, taken.records);
  }
  return { ...found, spent, lost: grouped(lost.filter(([number]) => !gone.has(number))), last };
}

const missing = 'missing';

/** Missing chunks with consecutive numbers are reported together. */
function grouped(lost: readonly (readonly [number: number, reason: string])[]): LostChunks[] {
  const groups: { readonly numbers: number[]; readonly reason: string }[] = [];
  for (const [number, reason] of lost) {
    const before = groups.at(-1);
    const joins = reason === missing && before?.reason === missing && before.numbers.at(-1) === number - 1;
    if (joins) before.numbers.push(number);
    else groups.push({ numbers: [number], reason });
  }
  return groups.map(({ numbers, reason }) => {
    const named = numbers.length === 1 ? `chunk ${numbers[0]}` : `chunks ${numbers[0]} to ${numbers.at(-1)}`;
    return { numbers, words: `${named} of the records cannot be used: ${reason}` };
  });
}

/** The cells whose final records the chunk has, with these; or in words why none of its records can be believed. */
function take(
  { header, cells, records }: Chunk,
  number: number,
  wanted: SweepRecords,
  found: Pick<FoundRecords, 'done' | 'knownChunk' | 'knownPlace' | 'knownPaths'>,
): { readonly cells: readonly number[]; readonly records: Float64Array } | string {
  const { plan, check } = wanted;
  const size = plan.recordSize;
  const same = header.sweep === wanted.sweep;
  if (!isAlike(header, wanted)) {
    // the key of a sweep holds all that its plan follows from
    if (same) return 'it is of this sweep by another plan, so that one of the two was changed';
    return { cells: [], records: new Float64Array(0) };
  }
  const place = same ? (cell: number) => cell : placeOf(header, wanted);
  const final: { cell: number; row: number }[] = [];
  const known: { cell: number; row: number }[] = [];
  for (const [row, there] of cells.entries()) {
    const cell = place(there);
    if (cell < 0 || cell >= plan.cells || found.done[cell] === 1) continue;
    const paths = records[row * size]!;
    if (same || (plan.paths !== null && paths === plan.paths)) final.push({ cell, row });
    else if (paths > found.knownPaths[cell]! && (plan.paths === null || paths < plan.paths)) known.push({ cell, row });
  }
  const numbers = (rows: typeof final) => rows.map(({ cell }) => cell);
  const picked = pickRecords(records, final, size);
  try {
    check(numbers(final), picked, 'final');
    check(numbers(known), pickRecords(records, known, size), 'known');
  } catch (error) {
    if (error instanceof EngineError) return error.message.replace(/\.$/, '');
    throw error;
  }
  for (const { cell } of final) found.done[cell] = 1;
  for (const { cell, row } of known) {
    found.knownPaths[cell] = records[row * size]!;
    found.knownChunk[cell] = number;
    found.knownPlace[cell] = row;
  }
  return { cells: numbers(final), records: picked };
}

/** Some of the records, in this order. */
function pickRecords(records: Float64Array, rows: readonly { readonly row: number }[], size: number): Float64Array {
  const picked = new Float64Array(rows.length * size);
  for (const [k, { row }] of rows.entries()) picked.set(records.subarray(row * size, (row + 1) * size), k * size);
  return picked;
}

/** Whether records of a chunk could be of the wanted sweep: the same program on the same numbers. */
function isAlike({ base, plan }: ChunkHeader, wanted: SweepRecords): boolean {
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
function placeOf(header: ChunkHeader, wanted: SweepRecords): (cell: number) => number {
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

/** Reads records that spare cells their first paths: zeros for a cell that has none, undefined where none has. */
export type KnownReader = (cells: readonly number[]) => Promise<Float64Array | undefined>;

/** Chunks that are held: cells that are run together mostly lie in one. */
const held = 4;

/** What reads the known records of some cells, one after the other, zeros where there is none. */
export function knownReader({ folder, plan }: SweepRecords, survey: FoundRecords): KnownReader {
  const size = plan.recordSize;
  const chunks = new Map<number, Promise<Chunk | string>>();
  const chunkOf = (number: number) => {
    const found = chunks.get(number) ?? readChunk(folder, number);
    chunks.delete(number);
    chunks.set(number, found);
    if (chunks.size > held) chunks.delete(chunks.keys().next().value!);
    return found;
  };
  return async (cells) => {
    if (!cells.some((cell) => survey.knownChunk[cell]! > 0)) return undefined;
    const records = new Float64Array(cells.length * size);
    for (const [i, cell] of cells.entries()) {
      const number = survey.knownChunk[cell]!;
      if (number === 0) continue;
      const chunk = await chunkOf(number);
      // it was whole a moment ago; without it the cell begins at its first path
      if (typeof chunk === 'string') continue;
      const place = survey.knownPlace[cell]!;
      records.set(chunk.records.subarray(place * size, (place + 1) * size), i * size);
    }
    return records;
  };
}
