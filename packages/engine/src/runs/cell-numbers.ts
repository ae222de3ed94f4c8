/** The numbers of cells, whatever the step: the field's coefficients, noise intensities and starts at each cell's point. */
import { channels, type FieldShape, fieldCompiler, type Game, GameError, type Point } from '@trilogue/core';

/** The cells of a run. */
export interface CellPlan {
  readonly count: number;
  /** The point of a cell. */
  pointOf(cell: number): Point;
  /** The cell number in a cell's stream address. */
  streamOf(cell: number): number;
  /**
   * Called with each cell at which the game is not defined. It is then run as a game in which nothing moves, and its numbers mean nothing.
   * Without it the error is thrown.
   */
  impossible?(cell: number, error: GameError): void;
}

/** Bounds over all cells of a run, from which steps follow. */
export interface Bounds {
  /** Of the payoff advantages over all states. */
  readonly rate: number;
  /** Of the noise intensities. */
  readonly sigma: number;
}

/** Cells, one after the other. */
export interface CellNumbers {
  readonly count: number;
  readonly shape: FieldShape;
  /** The field's coefficients and each player's noise intensity, cell after cell. */
  readonly numbers: Float64Array;
  /** Shares at the start of every strategy, player after player, cell after cell. */
  readonly starts: Float32Array;
  readonly streams: Uint32Array;
}

/** Reads some cells of a run. */
export type CellReader = (cells: ArrayLike<number>) => CellNumbers;

/**
 * What reads the cells of a game, which is compiled once. The reader throws GameError for a point that cannot be, where the plan
 * does not hear of it.
 */
export function cellReader(game: Game, plan: Omit<CellPlan, 'count'>): CellReader {
  const { shape, coefficientsAt } = fieldCompiler(game);
  const terms = termsOf(shape);
  const width = terms + shape.strategies.length;
  const strategies = shape.strategies.reduce((sum, own) => sum + own, 0);
  return (cells) => {
    const count = cells.length;
    const numbers = new Float64Array(count * width);
    const starts = new Float32Array(count * strategies);
    for (let i = 0; i < count; i++) {
      try {
        const point = plan.pointOf(cells[i]);
        numbers.set(coefficientsAt(point), i * width);
        numbers.set(point.sigma, i * width + terms);
        starts.set(point.initial.flat(), i * strategies);
      } catch (error) {
        if (!(error instanceof GameError) || plan.impossible === undefined) throw error;
        plan.impossible(cells[i], error);
        starts.set(
          shape.strategies.flatMap((k) => new Array<number>(k).fill(1 / k)),
          i * strategies,
        );
      }
    }
    const streams = Uint32Array.from(cells, plan.streamOf);
    return { count, shape, numbers, starts, streams };
  };
}

/** Reads all cells of a run, for as many steps as are tried. */
export function readCells(game: Game, plan: CellPlan): CellNumbers {
  return cellReader(game, plan)(Array.from({ length: plan.count }, (_, cell) => cell));
}

export function boundsOf({ count, shape, numbers }: CellNumbers): Bounds {
  const terms = termsOf(shape);
  const width = terms + shape.strategies.length;
  let rate = 0;
  let sigma = 0;
  for (let i = 0; i < count; i++) {
    const [from, to] = [i * width, (i + 1) * width];
    rate = Math.max(rate, largestAdvantage(shape, numbers.subarray(from, from + terms)));
    if (channels(shape) > 0) for (let k = from + terms; k < to; k++) sigma = Math.max(sigma, numbers[k]);
  }
  return { rate, sigma };
}

/** The field's coefficients in the numbers of a cell. */
export function termsOf(shape: FieldShape): number {
  return shape.advantages.flat().reduce((sum, monomials) => sum + monomials.length, 0);
}

/** A bound of the payoff advantages over all states: shares lie in [0, 1], so each monomial does. */
function largestAdvantage(shape: FieldShape, coefficients: Float64Array): number {
  let largest = 0;
  let next = 0;
  for (const monomials of shape.advantages.flat()) {
    let [low, high] = [0, 0];
    for (const exponents of monomials) {
      const coefficient = coefficients[next++];
      const constant = exponents.every((power) => power === 0);
      if (constant || coefficient > 0) high += coefficient;
      if (constant || coefficient < 0) low += coefficient;
    }
    largest = Math.max(largest, Math.abs(low), Math.abs(high));
  }
  return largest;
}
