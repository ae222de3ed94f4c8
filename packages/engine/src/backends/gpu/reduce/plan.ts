/**
 * Which reduction kernels a run needs: the measures of a record together, as far as their registers fit into one
 * kernel's arguments, and one set of kernels for all records with the same measures. Pure.
 */
import { type Measure, recordOf, tallyOffsets } from '../../../measures/reduce/measure.js';
import type { Bins, Sums } from './part.js';
import { partsOf } from './parts.js';
import { readState } from './print.js';

/** A measure's part of a kernel. */
type OfMeasure<Part> = Part & {
  /** Number of the measure in its group. */
  readonly measure: number;
};

/** Measures that are reduced together. */
export interface Group {
  /** State arrays that they read. */
  readonly arrays: readonly number[];
  readonly sums: readonly OfMeasure<Sums>[];
  readonly bins: readonly OfMeasure<Bins>[];
}

/** A group at a record: where the tally of each of its measures begins. */
export interface Use {
  readonly group: Group;
  readonly offsets: readonly number[];
}

/**
 * The groups of each record, record after record.
 *
 * @param width registers in each state array
 * @param most state arrays that a kernel can read
 */
export function planReductions(measures: readonly Measure[], records: number, width: number, most: number): Use[][] {
  const offsets = tallyOffsets(measures);
  const groups = new Map<string, Group>();
  const uses = Array.from({ length: records }, (): Use[] => []);
  for (let record = 0; record < records; record++) {
    const here = measures.map((_, i) => i).filter((i) => recordOf(measures[i], records - 1) === record);
    for (const together of split(here, measures, width, most)) {
      const own = together.map((i) => measures[i]);
      const key = JSON.stringify(own, (name, value) => (name === 'record' ? undefined : value));
      const group = groups.get(key) ?? groupOf(own, width);
      groups.set(key, group);
      uses[record].push({ group, offsets: together.map((i) => offsets[i]) });
    }
  }
  return uses;
}

/** Runs of measures that read no more arrays than a kernel can. */
function split(here: readonly number[], measures: readonly Measure[], width: number, most: number): number[][] {
  const runs: number[][] = [];
  let arrays = new Set<number>();
  for (const i of here) {
    const own = arraysOf([measures[i]], width);
    const joined = new Set([...arrays, ...own]);
    if (runs.length > 0 && joined.size <= most) {
      runs[runs.length - 1].push(i);
      arrays = joined;
    } else {
      runs.push([i]);
      arrays = new Set(own);
    }
  }
  return runs;
}

function groupOf(measures: readonly Measure[], width: number): Group {
  const parts = measures.map((measure) => partsOf(measure, readState(width)));
  return {
    arrays: arraysOf(measures, width),
    sums: parts.flatMap(({ sums }, measure) => sums.map((part) => ({ ...part, measure }))),
    bins: parts.flatMap(({ bins }, measure) => bins.map((part) => ({ ...part, measure }))),
  };
}

function arraysOf(measures: readonly Measure[], width: number): number[] {
  const arrays = new Set<number>();
  const read = (register: number) => {
    arrays.add(Math.floor(register / width));
    return 'x';
  };
  for (const measure of measures) partsOf(measure, read);
  return [...arrays].sort((a, b) => a - b);
}
