/**
 * From a game and points to what a backend runs: the step program, its increments, and the numbers of each cell.
 * Shared by simulate, sweep and replay, so that a path is the same in all three.
 */
import { type FieldShape, type Game, holds } from '@trilogue/core';
import { type Key, keyOf } from '@trilogue/random';
import type { Cells, Kernel } from '../backends/contract.js';
import { EngineError } from '../errors.js';
import { type Tracker, trackerStart } from '../measures/observe/tracker.js';
import type { Measure } from '../measures/reduce/measure.js';
import { copiesOf, type ProgramForm } from '../program/form.js';
import { type IncrementLayout, incrementLayout } from '../program/increments.js';
import type { Program } from '../program/program.js';
import { chooseScheme } from '../schemes/choose.js';
import type { Scheme, SchemeName } from '../schemes/contract.js';
import { type Bounds, boundsOf, type CellNumbers, isPlain, termsOf } from './cell-numbers.js';
import { boundsInChain, chainBounds } from './chain.js';
import { defaultDt, longestDt, TICKS, type TimeGrid, timeGrid } from './plan/time-grid.js';
import { memoryOf, sharePlaces, stepProgram } from './step-program.js';

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
   * Default where step or paths are given: `weak-euler`, but `absorbing-euler` for demographic noise,
   * which spoils the other, and `euler` for games that switch between regimes. Default within a tolerance: the highest weak order that the game admits.
   */
  readonly scheme?: SchemeName;
  /** Largest distance of a share from 1 that still counts as near a profile; default 0.05, below 0.5. */
  readonly delta?: number;
}

/** A program for cells within bounds. */
export interface PreparedProgram {
  readonly shape: FieldShape;
  readonly scheme: Scheme;
  readonly grid: TimeGrid;
  readonly program: Program;
  readonly layout: IncrementLayout;
  readonly key: Key;
  readonly seed: string;
  readonly delta: number;
  /** Register of the first of the trackers that were asked for. */
  readonly firstTracker: number;
  /** Register that counts shares put back; null where it is proven that none is. */
  readonly hits: number | null;
  /** Registers of one copy of the state. */
  readonly width: number;
  /** Bound of the payoff advantages over all states and cells. */
  readonly rate: number;
  /** The longest step that could do: where a search for a tolerance begins. */
  readonly longestDt: number;
  readonly form: ProgramForm;
  /** What the registers hold at the start, from the shares of every strategy and the environment's states. */
  readonly starts: readonly ((shares: ArrayLike<number>) => number)[];
}

/** Whether paths differ; where they do not, one of them says everything. */
export function isNoisy({ program }: Pick<PreparedProgram, 'program'>): boolean {
  return program.increments !== 'none';
}

/** With the cells that it is to run. */
export interface Prepared extends PreparedProgram {
  readonly cells: Cells;
}

/** What runs take where nothing else is said; the tolerance where neither paths nor a step are given, the paths where a step is. */
export const runDefaults = { seed: 'trilogue', delta: 0.05, tolerance: 0.01, paths: 10_000 } as const;
/**
 * The most that a step may change a share by before it is put back. Schemes multiply up to three such changes, which stay below the
 * largest number of single precision, 3.4e38, with room for sums: no state becomes NaN, which would be near no outcome.
 */
export const MOST_CHANGE = 1e9;

/** The program of a run, and its cells as that wants them. */
export function prepare(
  options: RunOptions,
  cells: CellNumbers,
  trackers: readonly Tracker[],
  form: ProgramForm = 'single',
): Prepared {
  const program = prepareProgram(options, cells.shape, boundsOf(cells), trackers, form);
  return { ...program, cells: cellsFor(program, cells) };
}

/**
 * The program of a run. Cells within the bounds run on it, together or in parts.
 * Throws EngineError for wrong options.
 */
export function prepareProgram(
  options: RunOptions,
  shape: FieldShape,
  { rate, sigma }: Bounds,
  trackers: readonly Tracker[],
  form: ProgramForm = 'single',
): PreparedProgram {
  const delta = options.delta ?? runDefaults.delta;
  if (!(delta > 0 && delta < 0.5))
    throw new EngineError('option', `delta must be above 0 and below 0.5; found ${delta}.`);
  const seed = options.seed ?? runDefaults.seed;
  const key = keyOf(seed);
  const horizon = options.horizon ?? options.game.horizon;
  const scheme = chooseScheme(shape, options.scheme);

  if (horizon > options.game.horizon && !holds(shape, 'timeless')) {
    const found = `horizon ${horizon} is beyond the game's, ${options.game.horizon}, up to which its functions of time are known to be defined`;
    throw new EngineError('option', `${found}. Write a larger horizon into the game.`);
  }
  if (scheme.step === undefined)
    return preparedPath(options, shape, scheme, trackers, { delta, seed, key, horizon, rate });
  const grid = timeGrid(horizon, options.dt ?? defaultDt(horizon, rate, sigma));
  checkRange(rate * grid.dt, `payoff differences of up to ${rate} over a step of ${grid.dt}`);
  checkRange(sigma * Math.sqrt(grid.dt), `noise of up to ${sigma} over a step of ${grid.dt}`);
  const clamp = !scheme.keepsInside?.(shape, rate * grid.dt + sigma * Math.sqrt(grid.dt));
  const all: Tracker[] = clamp ? [{ kind: 'hits' }, ...trackers] : [...trackers];
  const program = stepProgram(shape, scheme, all, { clamp, form });
  const memory = memoryOf(shape, scheme);
  const { coordinates, lasts } = sharePlaces(shape, scheme);
  const states = shape.states ?? [];
  const strategies = shape.strategies.reduce((sum, count) => sum + count, 0);
  const afterMemory = coordinates.length + states.length + lasts.length + memory.length;
  const hits = clamp ? afterMemory : null;
  return {
    shape,
    scheme,
    grid,
    program,
    layout: incrementLayout(program.increments, program.channels),
    key,
    seed,
    delta,
    firstTracker: afterMemory + (clamp ? 1 : 0),
    hits,
    width: afterMemory + all.length,
    rate,
    longestDt: longestDt(horizon, rate, sigma, scheme.weakOrder),
    form,
    starts: [
      ...[...coordinates, ...states.map((_, i) => strategies + i), ...lasts].map(
        (place) => (shares: ArrayLike<number>) => shares[place],
      ),
      ...[
        ...memory.map(({ start }) => start),
        ...all.map((tracker) => (state: number[]) => trackerStart(tracker, state)),
      ].map((start) => (shares: ArrayLike<number>) => start(coordinates.map((place) => shares[place]))),
    ],
  };
}

/** What a run wants of paths that choose their steps: registers without a program. Times are told on a fine grid. */
function preparedPath(
  { dt }: RunOptions,
  shape: FieldShape,
  scheme: Scheme,
  trackers: readonly Tracker[],
  given: Pick<PreparedProgram, 'delta' | 'seed' | 'key' | 'rate'> & { readonly horizon: number },
): PreparedProgram {
  const grid = timeGrid(given.horizon, given.horizon / TICKS);
  if (dt !== undefined) {
    throw new EngineError(
      'option',
      `scheme "${scheme.name}" chooses the length of each step, so that dt ${dt} has no meaning for it. Leave dt out, or use another scheme.`,
    );
  }
  const state = shape.coordinates + (shape.states ?? []).length;
  const registers = [
    ...Array.from({ length: state }, (_, i) => `x${i}`),
    ...trackers.map(({ kind }, i) => `${kind}${i}`),
    'error',
  ];
  return {
    ...{ shape, scheme, grid, seed: given.seed, key: given.key, delta: given.delta, rate: given.rate },
    program: { nodes: [], results: [], registers, coefficients: 0, increments: 'none', channels: 0 },
    layout: incrementLayout('none', 0),
    firstTracker: state,
    hits: null,
    width: registers.length,
    longestDt: grid.horizon,
    form: 'single',
    starts: [],
  };
}

/** Throws EngineError where a step would leave single precision. */
function checkRange(change: number, what: string): void {
  if (change <= MOST_CHANGE) return;
  throw new EngineError(
    'model',
    `${what} change shares by ${change.toPrecision(3)} at once; at most ${MOST_CHANGE} can be computed in single precision. Use a smaller dt, or payoffs and noise in another unit.`,
  );
}

/** Cells as a program wants them: its coefficients, and its registers at the start. */
export function cellsFor({ shape, grid, form, starts }: PreparedProgram, cells: CellNumbers): Cells {
  const dt = form === 'halving' ? grid.dt / 2 : grid.dt;
  return {
    count: cells.count,
    coefficients: coefficientsOf(cells, termsOf(shape), dt),
    start: startRegisters(cells, copiesOf(form), starts),
    streams: cells.streams,
  };
}

/** What a backend opens. */
export function kernelOf(prepared: PreparedProgram, records: readonly number[], measures: readonly Measure[]): Kernel {
  const { program, layout, key } = prepared;
  return { program, layout, key, records, measures };
}

/**
 * Coefficients as the program wants them, in single precision: the numbers of a cell, then dt and its root. Time is counted in units
 * of the power of 4 next to dt, which changes no digit, so that numbers have a size that single precision holds whatever the units; in
 * the game's own where not all of them are rates. Then the bounds of the chain between regimes.
 */
function coefficientsOf({ numbers, count, shape }: CellNumbers, terms: number, dt: number): Float32Array {
  const root = isPlain(shape) ? 2 ** Math.round(Math.log2(dt) / 2) : 1;
  const width = numbers.length / count;
  const all = new Float32Array(count * (width + 2 + boundsInChain(shape)));
  const named = terms - shape.numbers.length;
  for (let cell = 0; cell < count; cell++) {
    const to = (cell * all.length) / count;
    for (let i = 0; i < width; i++) all[to + i] = numbers[cell * width + i] * (i < terms ? root * root : root);
    all[to + width] = dt / root / root;
    all[to + width + 1] = Math.sqrt(dt) / root;
    const number = (name: string) => {
      const place = shape.numbers.indexOf(name);
      return place < 0 ? undefined : numbers[cell * width + named + place];
    };
    all.set(chainBounds(shape, number, dt), to + width + 2);
  }
  return all;
}

/** The registers before the first step, once for each copy. */
function startRegisters(
  { count, starts }: CellNumbers,
  copies: number,
  registers: PreparedProgram['starts'],
): Float32Array {
  const width = registers.length;
  const all = new Float32Array(count * copies * width);
  for (let cell = 0; cell < count; cell++) {
    const shares = starts.subarray((cell * starts.length) / count, ((cell + 1) * starts.length) / count);
    const own = registers.map((start) => start(shares));
    for (let copy = 0; copy < copies; copy++) all.set(own, (cell * copies + copy) * width);
  }
  return all;
}
