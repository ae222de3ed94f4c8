/** Parts of a sweep for several machines: `2/8` is the second of eight, and which cells it has follows from that alone. */
import { InvalidArgumentError } from 'commander';
import { readWhole } from '../options/number.js';

export interface Part {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

const form = 'Expected i/n, such as 2/8 for the second of eight parts.';
const most = 10_000;

/** @throws InvalidArgumentError that says what is wrong. */
export function readPart(text: string): Part {
  const [, i, n] = /^([^/]+)\/([^/]+)$/.exec(text.trim()) ?? [];
  if (i === undefined || n === undefined) throw new InvalidArgumentError(form);
  const of = readWhole(n, 1, most);
  if (of === undefined) throw new InvalidArgumentError(`"${n}" is not a whole number from 1 to ${most}. ${form}`);
  const index = readWhole(i, 1, of);
  if (index === undefined) throw new InvalidArgumentError(`"${i}" is not a whole number from 1 to ${of}. ${form}`);
  return { index, of };
}

export function partText({ index, of }: Part): string {
  return `${index}/${of}`;
}

/** Neighbouring cells that go together: few enough that every part has cells from all over the grid, and so as much to do. */
const longestRun = 32;
const runsEach = 4;

/** Whether a cell belongs to a part: runs of cells are dealt out in turn. */
export function isInPart(cells: number, part: Part | null): (cell: number) => boolean {
  if (part === null) return () => true;
  const run = Math.max(1, Math.min(longestRun, Math.floor(cells / (runsEach * part.of))));
  return (cell) => Math.floor(cell / run) % part.of === part.index - 1;
}
