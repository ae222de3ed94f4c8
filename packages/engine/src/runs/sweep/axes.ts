/** Axes of a sweep, and the grid of cells that they span. */
import { type Game, type PointOptions, settableNames } from '@trilogue/core';
import { EngineError } from '../../errors.js';
import { type Axis, axisValues } from './axis-values.js';

/** An axis with its values and, where the name is a parameter, the game's words for it. */
export interface AxisValues {
  readonly name: string;
  readonly title?: string;
  readonly values: readonly number[];
}

/** Cell `y index * columns + x index` is the point with these two values. */
export interface Grid {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly columns: number;
  readonly rows: number;
}

/** The most cells of a sweep. */
const MAX_CELLS = 10_000_000;

/** Throws EngineError for axes that cannot be. */
export function gridOf(game: Game, x: Axis, y: Axis | undefined): Grid {
  const xValues = checkedAxis(game, x);
  const yValues = y ? checkedAxis(game, y) : null;
  if (y && y.name === x.name)
    throw new EngineError('option', `both axes vary "${x.name}"; choose two different names.`);
  const columns = xValues.values.length;
  const rows = yValues?.values.length ?? 1;
  if (columns * rows > MAX_CELLS) {
    throw new EngineError('option', `${columns * rows} cells are more than ${MAX_CELLS}.`);
  }
  return { x: xValues, y: yValues, columns, rows };
}

/** What a cell sets, on top of what the whole sweep sets. */
export function settingsOf(grid: Grid, cell: number, set: PointOptions['set']): Record<string, number> {
  const { x, y, columns } = grid;
  return {
    ...set,
    [x.name]: x.values[cell % columns],
    ...(y ? { [y.name]: y.values[Math.floor(cell / columns)] } : {}),
  };
}

/** The smallest number with all its digits. */
const narrowest = 2 ** -1022;
/** Of the larger end: a million million steps between 0 and it are more than a picture can name. */
const leastPart = 1e-12;

function checkedAxis(game: Game, axis: Axis): AxisValues {
  const { name, from, to, count } = axis;
  const known = settableNames(game);
  if (!known.includes(name)) {
    throw new EngineError('option', `axis "${name}" is not a name that can be set. Known: ${known.join(', ')}.`);
  }
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new EngineError('option', `axis "${name}" needs a whole number of values from 1; found ${count}.`);
  }
  if (!(Number.isFinite(from) && Number.isFinite(to) && Number.isFinite(to - from))) {
    throw new EngineError(
      'option',
      `axis "${name}" needs two finite ends at a finite distance; found ${from} and ${to}.`,
    );
  }
  if (count > 1 && !(from < to)) {
    throw new EngineError('option', `axis "${name}" must go from a lower to a higher value; found ${from} to ${to}.`);
  }
  if (count > 1 && to - from < Math.max(narrowest, leastPart * Math.max(Math.abs(from), Math.abs(to)))) {
    throw new EngineError(
      'option',
      `axis "${name}" is ${to - from} wide, less than can be told apart; found ${from} to ${to}.`,
    );
  }
  if (count === 1 && from !== to) {
    throw new EngineError(
      'option',
      `axis "${name}" has one value but two ends, ${from} and ${to}; use at least 2 values.`,
    );
  }
  const title = game.parameters.find((parameter) => parameter.name === name)?.title;
  const values = axisValues(axis);
  const same = values.findIndex((value, i) => i > 0 && !(value > values[i - 1]));
  if (same > 0) {
    throw new EngineError(
      'option',
      `axis "${name}" has ${count} values from ${from} to ${to}, more than there are numbers between: ${values[same]} is there twice. Use fewer values or a wider axis.`,
    );
  }
  return { name, title, values };
}
