/**
 * A measure says what is kept of many paths: a few exact whole numbers that add up. Tallies of parts of an ensemble
 * are summed in any order to the same bits, so results do not depend on chunks, threads or machines.
 *
 * A measure is data (workers receive it); each kind's file owns its size and how a path is counted in.
 */
import type { Region } from '../observe/region.js';
import type { Columns } from './columns.js';
import { countDistribution, type DistributionMeasure, distributionSize } from './distribution.js';
import { countPassage, type PassageMeasure, passageSize } from './passage.js';
import { countProfiles, type ProfilesMeasure, profilesSize } from './profiles.js';
import { countRegion } from './region.js';

/** Paths inside a region at the last record. */
export interface RegionMeasure {
  readonly kind: 'region';
  readonly region: Region;
}

/** Sum of a register that holds whole numbers. */
export interface TotalMeasure {
  readonly kind: 'total';
  readonly register: number;
}

export type Measure = RegionMeasure | ProfilesMeasure | DistributionMeasure | PassageMeasure | TotalMeasure;

/** How many numbers a measure keeps. */
export function measureSize(measure: Measure): number {
  switch (measure.kind) {
    case 'region':
    case 'total':
      return 1;
    case 'profiles':
      return profilesSize(measure);
    case 'distribution':
      return distributionSize(measure);
    case 'passage':
      return passageSize(measure);
  }
}

/** Numbers that a list of measures keeps together. */
export function tallySize(measures: readonly Measure[]): number {
  return measures.reduce((sum, measure) => sum + measureSize(measure), 0);
}

/** Where each measure's numbers begin in the tally. */
export function tallyOffsets(measures: readonly Measure[]): number[] {
  let next = 0;
  return measures.map((measure) => {
    const offset = next;
    next += measureSize(measure);
    return offset;
  });
}

/** The record that a measure looks at. */
export function recordOf(measure: Measure, lastRecord: number): number {
  return measure.kind === 'distribution' ? (measure.record ?? lastRecord) : lastRecord;
}

/**
 * Counts the paths of one cell into its tally.
 *
 * @param lastRecord index of the record at the horizon
 * @param tally receives the counts, from index `from`; numbers already there stay
 * @param only where given, measures of other records are left for another call
 */
export function countPaths(
  measures: readonly Measure[],
  columns: Columns,
  lastRecord: number,
  tally: Float64Array,
  from: number,
  only?: number,
): void {
  let offset = from;
  for (const measure of measures) {
    if (only === undefined || recordOf(measure, lastRecord) === only) {
      countMeasure(measure, columns, lastRecord, tally, offset);
    }
    offset += measureSize(measure);
  }
}

function countMeasure(
  measure: Measure,
  columns: Columns,
  lastRecord: number,
  tally: Float64Array,
  offset: number,
): void {
  switch (measure.kind) {
    case 'region':
      tally[offset] += countRegion(measure.region, columns, lastRecord);
      break;
    case 'total': {
      const { data, offset: at, group, lane } = columns.column(measure.register, lastRecord);
      for (let p = 0; p < columns.paths; p++) tally[offset] += data[at + (p >> 2) * group + (p & 3) * lane];
      break;
    }
    case 'profiles':
      countProfiles(measure, columns, lastRecord, tally, offset);
      break;
    case 'distribution':
      countDistribution(measure, columns, lastRecord, tally, offset);
      break;
    case 'passage':
      countPassage(measure, columns, lastRecord, tally, offset);
      break;
  }
}
