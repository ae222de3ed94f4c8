/** The numbers of cells, whatever the step: the field's coefficients, noise intensities and starts at each cell's point. */
import {
  channels,
  dynamicsOf,
  type Field,
  type FieldShape,
  fieldCompiler,
  type Game,
  GameError,
  memoryName,
  type Point,
  polynomialsOf,
  rangeOf,
  ratesOf,
  regimesOf,
  sum,
} from '@trilogue/core';

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
  /** Shares at the start of every strategy, player after player, then the environment's states as parts of their ranges, cell after cell. */
  readonly starts: Float64Array;
  readonly streams: Uint32Array;
  /** Bounds of each cell, where its coefficients alone do not tell them. */
  readonly bounds?: readonly Bounds[];
}

/** Reads some cells of a run. */
export type CellReader = (cells: ArrayLike<number>) => CellNumbers;

/**
 * What reads the cells of a game, which is compiled once. The reader throws GameError for a point that cannot be, where the plan
 * does not hear of it.
 */
export function cellReader(game: Game, plan: Omit<CellPlan, 'count'>): CellReader {
  const { shape, coefficientsAt, fieldAt } = fieldCompiler(game);
  const plain = isPlain(shape);
  const terms = termsOf(shape);
  const width = terms + shape.strategies.length;
  const states = shape.states ?? [];
  const strategies = shape.strategies.reduce((sum, own) => sum + own, 0) + states.length;
  return (cells) => {
    const count = cells.length;
    const numbers = new Float64Array(count * width);
    const starts = new Float64Array(count * strategies);
    const bounds: Bounds[] = [];
    for (let i = 0; i < count; i++) {
      try {
        const point = plan.pointOf(cells[i]);
        numbers.set(coefficientsAt(point), i * width);
        numbers.set(point.sigma, i * width + terms);
        const parts = states.map(({ low, high }, s) => (point.environment![s] - low) / (high - low));
        starts.set([...point.initial.flat(), ...parts], i * strategies);
        if (!plain) bounds[i] = boundsAt(fieldAt(point), game.horizon);
      } catch (error) {
        if (!(error instanceof GameError) || plan.impossible === undefined) throw error;
        plan.impossible(cells[i], error);
        starts.set(
          shape.strategies.flatMap((k) => new Array<number>(k).fill(1 / k)),
          i * strategies,
        );
        if (!plain) bounds[i] = { rate: 0, sigma: 0 };
      }
    }
    const streams = Uint32Array.from(cells, plan.streamOf);
    return { count, shape, numbers, starts, streams, ...(plain ? {} : { bounds }) };
  };
}

/** Reads all cells of a run, for as many steps as are tried. */
export function readCells(game: Game, plan: CellPlan): CellNumbers {
  return cellReader(game, plan)(Array.from({ length: plan.count }, (_, cell) => cell));
}

export function boundsOf({ count, shape, numbers, bounds }: CellNumbers): Bounds {
  if (bounds !== undefined) {
    return {
      rate: Math.max(0, ...bounds.map(({ rate }) => rate)),
      sigma: channels(shape) > 0 ? Math.max(0, ...bounds.map(({ sigma }) => sigma)) : 0,
    };
  }
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

/**
 * Whether the velocity is as large as payoff advantages and nothing else: replicator dynamics with polynomial payoffs and constant
 * noise. Coefficients then have the unit of payoffs.
 */
export function isPlain({ dynamics, mutation, atoms, levels, intensities, rates, numbers }: FieldShape): boolean {
  return (
    dynamicsOf({ dynamics }).facts.includes('homogeneous') &&
    mutation === undefined &&
    [atoms, levels, intensities, rates, numbers].every((list) => list.length === 0)
  );
}

/** Bounds at a point by intervals. */
function boundsAt(field: Field, horizon: number): Bounds {
  const { rate = (difference: number) => difference } = dynamicsOf(field);
  const range = (polynomials: Parameters<typeof rangeOf>[1]) => rangeOf(field, polynomials, horizon);
  const size = (polynomials: Parameters<typeof rangeOf>[1]) => {
    const { low, high } = range(polynomials);
    return Math.max(0, -low, high);
  };
  const payoffs = field.levels.flatMap((level, player) => [
    level,
    ...field.advantages[player].map((advantage) => sum(level, advantage)),
  ]);
  const own = rate(size(field.advantages.flat()), range(payoffs).low, (key) => field.numbers[`dynamics.${key}`]);
  const rates = Object.entries(field.numbers).filter(([name]) => /^mutation\.\d+$/.test(name));
  const mutating = Math.max(0, ...rates.map(([, value]) => value)) * Math.max(...field.strategies);
  const matrix = field.mutation?.includes('matrix') ? size(payoffs) : 0;
  const factor = field.intensities.length === 0 ? 1 : size(field.intensities);
  // states of the environment count by the part of their range that they move by
  const parts = (field.states ?? []).map(({ low, high }, i) => ({
    rate: size([field.rates[i]]) / (high - low),
    noise: size([field.stateNoises[i]]) / (high - low),
  }));
  const memory = field.numbers[memoryName];
  return {
    rate: Math.max(
      own + mutating + matrix,
      ...exitRates(field),
      memory === undefined ? 0 : 1 / memory,
      ...parts.map((part) => part.rate),
    ),
    sigma: Math.max(factor * Math.max(0, ...field.sigma), ...parts.map((part) => part.noise)),
  };
}

/** Rate out of each regime. */
function exitRates(field: Field): number[] {
  return ratesOf(regimesOf(field), (name) => field.numbers[name]).map((row) =>
    row.reduce((sum: number, rate) => sum + (rate ?? 0), 0),
  );
}

/** The field's coefficients and numbers in the numbers of a cell. */
export function termsOf(shape: FieldShape): number {
  return polynomialsOf(shape).reduce((sum, monomials) => sum + monomials.length, 0) + shape.numbers.length;
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
