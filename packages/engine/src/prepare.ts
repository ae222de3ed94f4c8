/**
 * From a game and points to what a backend runs: the step program, its increments, and the numbers of each cell.
 * Shared by simulate, sweep and replay, so that a path is the same in all three.
 */
import { type FieldShape, fieldCompiler, type Game, type Point } from '@trilogue/core';
import { type Key, keyOf } from '@trilogue/random';
import type { Cells, Kernel } from './backend/contract.js';
import { EngineError } from './errors.js';
import { type Tracker, trackerStart } from './observe/tracker.js';
import { defaultDt, longestDt, type TimeGrid, timeGrid } from './plan/time-grid.js';
import { copiesOf, type ProgramForm } from './program/form.js';
import { type IncrementLayout, incrementLayout } from './program/increments.js';
import type { Program } from './program/program.js';
import { stepProgram } from './program/step-program.js';
import type { Measure } from './reduce/measure.js';
import { chooseScheme } from './scheme/choose.js';
import type { Scheme, SchemeName } from './scheme/contract.js';

/** What every run may set. */
export interface RunOptions {
  readonly game: Game;
  readonly scenario?: string;
  /** Values by settable name: parameters, `sigma_A`, `initial.A`. */
  readonly set?: Readonly<Record<string, number>>;
  /** Any text; default `trilogue`. */
  readonly seed?: string;
  /** Time at the end; default the game's horizon. */
  readonly horizon?: number;
  /**
   * Step length, shortened so that it divides the horizon. Chosen by a tolerance where one is asked for; otherwise, by
   * default, by the size of payoffs and noise, at most 0.1.
   */
  readonly dt?: number;
  /**
   * Default where step or paths are given: `weak-euler`, but `absorbing-euler` for demographic noise of two strategies,
   * which spoils the other. Default within a tolerance: the highest weak order that the game admits.
   */
  readonly scheme?: SchemeName;
  /** Largest distance of a share from 1 that still counts as near a profile; default 0.05, below 0.5. */
  readonly delta?: number;
}

export interface Prepared {
  readonly shape: FieldShape;
  readonly scheme: Scheme;
  readonly grid: TimeGrid;
  readonly program: Program;
  readonly layout: IncrementLayout;
  readonly cells: Cells;
  readonly key: Key;
  readonly seed: string;
  readonly delta: number;
  /** Register of the first of the trackers that were asked for. */
  readonly firstTracker: number;
  /** Register that counts shares put back; null where it is proven that none is. */
  readonly hits: number | null;
  /** Registers of one copy of the state. */
  readonly width: number;
  /** The longest step that could do: where a search for a tolerance begins. */
  readonly longestDt: number;
}

const DEFAULT_SEED = 'trilogue';
export const DEFAULT_DELTA = 0.05;

/** The cells of a run. */
export interface CellPlan {
  readonly count: number;
  /** The point of a cell. */
  pointOf(cell: number): Point;
  /** The cell number in a cell's stream address. */
  streamOf(cell: number): number;
}

/** The numbers of cells, whatever the step: read once, for as many steps as are tried. */
export interface CellNumbers {
  readonly count: number;
  readonly shape: FieldShape;
  /** The field's coefficients and each player's noise intensity, cell after cell. */
  readonly numbers: Float64Array;
  /** Coordinates at the start, cell after cell. */
  readonly starts: Float32Array;
  readonly streams: Uint32Array;
  /** Bounds over all cells: of the payoff advantages, and of the noise intensities. */
  readonly rate: number;
  readonly sigma: number;
}

/** Reads the cells of a game. Throws GameError for a point that cannot be. */
export function readCells(game: Game, plan: CellPlan): CellNumbers {
  const { shape, coefficientsAt } = fieldCompiler(game);
  const terms = termsOf(shape);
  const width = terms + shape.strategies.length;
  const numbers = new Float64Array(plan.count * width);
  const starts = new Float32Array(plan.count * shape.coordinates);
  let rate = 0;
  let sigma = 0;
  for (let cell = 0; cell < plan.count; cell++) {
    const point = plan.pointOf(cell);
    const coefficients = coefficientsAt(point);
    numbers.set(coefficients, cell * width);
    numbers.set(point.sigma, cell * width + terms);
    starts.set(
      point.initial.flatMap((shares) => shares.slice(0, -1)),
      cell * shape.coordinates,
    );
    rate = Math.max(rate, largestAdvantage(shape, coefficients));
    if (shape.noise !== 'none') sigma = Math.max(sigma, ...point.sigma);
  }
  const streams = Uint32Array.from({ length: plan.count }, (_, cell) => plan.streamOf(cell));
  return { count: plan.count, shape, numbers, starts, streams, rate, sigma };
}

function termsOf(shape: FieldShape): number {
  return shape.advantages.flat().reduce((sum, monomials) => sum + monomials.length, 0);
}

export function prepare(
  options: RunOptions,
  cells: CellNumbers,
  trackers: readonly Tracker[],
  form: ProgramForm = 'single',
): Prepared {
  const delta = options.delta ?? DEFAULT_DELTA;
  if (!(delta > 0 && delta < 0.5))
    throw new EngineError('option', `delta must be above 0 and below 0.5; found ${delta}.`);
  const seed = options.seed ?? DEFAULT_SEED;
  const key = keyOf(seed);
  const horizon = options.horizon ?? options.game.horizon;
  const { shape, numbers, starts, rate, sigma } = cells;
  const scheme = chooseScheme(shape, options.scheme);

  const grid = timeGrid(horizon, options.dt ?? defaultDt(horizon, rate, sigma));
  const clamp = !scheme.keepsInside?.(shape, rate * grid.dt + sigma * Math.sqrt(grid.dt));
  const all: Tracker[] = clamp ? [{ kind: 'hits' }, ...trackers] : [...trackers];
  const program = stepProgram(shape, scheme, all, { clamp, form });
  const memory = scheme.memory?.(shape) ?? [];
  const afterMemory = shape.coordinates + memory.length;
  const hits = clamp ? afterMemory : null;
  return {
    shape,
    scheme,
    grid,
    program,
    layout: incrementLayout(program.increments, program.channels),
    cells: {
      count: cells.count,
      coefficients: scaled(
        numbers,
        termsOf(shape),
        shape.strategies.length,
        form === 'halving' ? grid.dt / 2 : grid.dt,
      ),
      start: startRegisters(starts, shape.coordinates, copiesOf(form), [
        ...memory.map(({ start }) => start),
        ...all.map((tracker) => (state: ArrayLike<number>) => trackerStart(tracker, state)),
      ]),
      streams: cells.streams,
    },
    key,
    seed,
    delta,
    firstTracker: afterMemory + (clamp ? 1 : 0),
    hits,
    width: afterMemory + all.length,
    longestDt: longestDt(horizon, rate, sigma, scheme.weakOrder),
  };
}

/** What a backend opens. */
export function kernelOf(prepared: Prepared, records: readonly number[], measures: readonly Measure[]): Kernel {
  const { program, layout, key } = prepared;
  return { program, layout, key, records, measures };
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

/** Coefficients as the program wants them: advantages times dt, intensities times sqrt(dt), in single precision. */
function scaled(numbers: Float64Array, terms: number, players: number, dt: number): Float32Array {
  const root = Math.sqrt(dt);
  const width = terms + players;
  return Float32Array.from(numbers, (value, i) => value * (i % width < terms ? dt : root));
}

/** The registers before the first step: each cell's shares and what is computed from them, once for each copy. */
function startRegisters(
  starts: Float32Array,
  coordinates: number,
  copies: number,
  others: readonly ((state: ArrayLike<number>) => number)[],
): Float32Array {
  const width = coordinates + others.length;
  const cells = starts.length / coordinates;
  const registers = new Float32Array(cells * copies * width);
  for (let cell = 0; cell < cells; cell++) {
    const state = starts.subarray(cell * coordinates, (cell + 1) * coordinates);
    for (let copy = 0; copy < copies; copy++) {
      const from = (cell * copies + copy) * width;
      registers.set(state, from);
      for (const [i, start] of others.entries()) registers[from + coordinates + i] = start(state);
    }
  }
  return registers;
}
