import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { accuracyOfCells, type CellGrid } from '../../../src/runs/accuracy/cells.js';
import type { AxisValues } from '../../../src/runs/sweep/axes.js';

type Rows = readonly (readonly (number | null)[])[];

interface GridRows extends Record<'values' | 'low' | 'high' | 'bias', Rows> {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
}

function gridOf({ x, y, values, low, high, bias }: GridRows): CellGrid {
  const column = (rows: Rows) => Float64Array.from(rows.flat(), (value) => value ?? Number.NaN);
  return { x, y, columns: { value: column(values), low: column(low), high: column(high) }, bias: column(bias) };
}

const game = bundledGame('data-sharing');
/** Four cells with a value, errors 0.01 + 0.002, 0.03 + 0.001, 0.02 + unknown and 0.005 + 0.005, and one without. */
const rows: GridRows = {
  x: { name: 'tau', values: [0, 0.25, 0.5, 0.75, 1] },
  y: null,
  values: [[0.1, 0.5, 0.5, 0.9, null]],
  low: [[0.09, 0.48, 0.48, 0.896, null]],
  high: [[0.105, 0.53, 0.51, 0.905, null]],
  bias: [[0.002, 0.001, null, 0.005, null]],
};
const recipe = { tolerance: 0.025, metric: 'P(share,share,coordinate)', horizon: 20 };

describe('the accuracy of cells', () => {
  it('is the wider side of the interval and the bias, and a bias that is not known is the worst', () => {
    expect(accuracyOfCells(game, recipe, gridOf(rows))).toEqual({
      wanted: 0.025,
      noise: expect.closeTo(0.03, 12),
      bias: 0.005,
      outside: 2,
      worst: { x: 0.5, y: null, noise: expect.closeTo(0.02, 12), bias: null },
    });
  });

  it('names the cell with the largest error, on two axes too', () => {
    const known: GridRows = { ...rows, y: { name: 'p', values: [7] }, bias: [[0.002, 0.001, 0.001, 0.005, null]] };
    expect(accuracyOfCells(game, recipe, gridOf(known))).toMatchObject({
      outside: 1,
      worst: { x: 0.25, y: 7, bias: 0.001 },
    });
  });

  it('is kept where the error is the tolerance, and counts times in parts of the horizon', () => {
    const one: GridRows = { ...rows, bias: [[0, 0, 0, 0, null]] };
    expect(accuracyOfCells(game, { ...recipe, tolerance: 0.03 }, gridOf(one)).outside).toBe(0);
    const time = { ...recipe, metric: 'T(share,share,coordinate)', tolerance: 0.03 / 20 };
    expect(accuracyOfCells(game, time, gridOf(one))).toMatchObject({ wanted: expect.closeTo(0.03, 12), outside: 0 });
  });

  it('is not judged where no tolerance was asked for, and says nothing of cells without values', () => {
    expect(accuracyOfCells(game, { ...recipe, tolerance: null }, gridOf(rows))).toMatchObject({
      ...{ wanted: null, outside: null, worst: null, noise: expect.closeTo(0.03, 12) },
    });
    const empty = [[null]];
    const nothing: GridRows = {
      ...rows,
      x: { name: 'tau', values: [0] },
      values: empty,
      low: empty,
      high: empty,
      bias: empty,
    };
    expect(accuracyOfCells(game, recipe, gridOf(nothing))).toEqual({
      ...{ wanted: 0.025, noise: null, bias: null, outside: 0, worst: null },
    });
  });
});
