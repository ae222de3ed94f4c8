/**
 * A grid with more cells than a picture has pixels, as a smaller one: means over blocks of neighbouring cells. The numbers
 * themselves stay in `cells.csv` and `cells.parquet`.
 */
import type { AxisValues } from '@trilogue/engine';
import type { Grid } from '@trilogue/results';

type Rows = (number | null)[][];

/** Rows of a picture, null where nothing is known. */
export interface Thinned {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly values: Rows;
  readonly low: Rows;
  readonly high: Rows;
  /** Such as `means of 4 x 4 cells`; null where every cell is drawn. */
  readonly words: string | null;
}

/** @param most blocks along an axis */
export function thinned({ x, y, columns }: Grid, most: number): Thinned {
  const [across, down] = [blocksOf(x.values.length, most), blocksOf(y?.values.length ?? 1, most)];
  const width = x.values.length;
  const rows = (numbers: Float64Array): Rows =>
    down.map(([top, bottom]) =>
      across.map(([left, right]) => {
        let [sum, known] = [0, 0];
        for (let j = top; j < bottom; j++) {
          for (let i = left; i < right; i++) {
            const value = numbers[j * width + i]!;
            if (Number.isNaN(value)) continue;
            sum += value;
            known++;
          }
        }
        return known === 0 ? null : sum / known;
      }),
    );
  const alone = across.length === width && down.length === (y?.values.length ?? 1);
  const length = (blocks: readonly (readonly [number, number])[]) => blocks[0]![1] - blocks[0]![0];
  const size = y === null ? `${length(across)}` : `${length(across)} x ${length(down)}`;
  return {
    x: { ...x, values: middles(x.values, across) },
    y: y === null ? null : { ...y, values: middles(y.values, down) },
    ...{ values: rows(columns.value), low: rows(columns.low), high: rows(columns.high) },
    words: alone ? null : `means of ${size} cells`,
  };
}

/** First cell of each block and the one after its last: blocks of equal length, but for the last. */
function blocksOf(cells: number, most: number): [number, number][] {
  const length = Math.ceil(cells / most);
  return Array.from({ length: Math.ceil(cells / length) }, (_, block) => [
    block * length,
    Math.min(cells, (block + 1) * length),
  ]);
}

function middles(values: readonly number[], blocks: readonly (readonly [number, number])[]): number[] {
  return blocks.map(([from, to]) => (values[from]! + values[to - 1]!) / 2);
}
