/** Counts paths inside the neighbourhood of a profile. Thresholds are in single precision, as in the kernels. */
import type { Region } from '../observe/region.js';
import type { Share } from '../observe/share.js';
import { type Columns, valueAt } from './columns.js';

export function countRegion(region: Region, columns: Columns, record: number): number {
  const tests = region.shares.map((share) => shareTest(share, region.delta, columns, record));
  let count = 0;
  for (let p = 0; p < columns.paths; p++) {
    let inside = true;
    for (let i = 0; inside && i < tests.length; i++) inside = tests[i](p);
    if (inside) count++;
  }
  return count;
}

/** Whether a path's share is at least 1 - delta. */
export function shareTest(share: Share, delta: number, columns: Columns, record: number): (path: number) => boolean {
  const high = Math.fround(1 - delta);
  const low = Math.fround(delta);
  const columnsOf = share.coordinates.map((coordinate) => columns.column(coordinate, record));
  if (!share.complement) return (path) => valueAt(columnsOf[0], path) >= high;
  if (columnsOf.length === 1) return (path) => valueAt(columnsOf[0], path) <= low;
  return (path) => {
    let rest = 1;
    for (const column of columnsOf) rest -= valueAt(column, path);
    return rest >= high;
  };
}
