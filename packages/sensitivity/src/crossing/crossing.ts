/**
 * Crossing: the smallest change of one factor at which a noisy output reaches a target.
 * Model runs: `points` + 1 for the look over the range, `batch` more for each round: at most five rounds, nine without noise.
 *
 * Owns the search. It asks for outputs and never runs a model: what to ask next follows from the outputs so far alone,
 * so a search that was cut off goes on from them. The output may rise, fall, or do both along the range.
 *
 * 1. Look at equally spaced points, or at those given, and at the start. Where none reaches the target, look closer around the best.
 * 2. Walk outwards from the start. A point surely misses or surely reaches the target where it lies more than three
 *    standard errors from it. The bracket runs from the last point that surely misses to the first that surely reaches.
 * 3. Divide the bracket by a batch of points, as often as it takes to make it narrow, or until what is left is noise. Outputs
 *    without noise are followed to 1e-5 of the range, and the bracket is the interval.
 * 4. Points left inside, too noisy to tell, get a straight line (see `line.ts`); its crossing has the interval of
 *    Fieller (1954). Where the bracket stays wide, its ends are the interval.
 */
import { checkCount, checkList, checkObject } from '../check.js';
import { SensitivityError } from '../errors.js';
import type { Estimate } from '../estimate/contract.js';
import { checkFactors, type Factor } from '../factor/factor.js';
import { crossingOfLine, interpolate } from './line.js';

/** Standard errors beyond which a point counts as decided: a false decision has probability 0.0013. */
const SURE = 3;
const ROUNDS = 4;
/** The same, and the width, where outputs have no noise. */
const EXACT = { rounds: 8, tolerance: 1e-5 };
/** Standard errors that the output may change by in a bracket that is narrow enough: a curve is nearly straight there. */
const NOISE = 12;
/** A bracket wider than this part of the range is not taken for straight; its ends are then the interval. */
const STRAIGHT = 0.15;
/** The two-sided 95% point of the standard normal, for outputs. */
const Z95 = 1.959963984540054;

/** What is looked for. */
export interface CrossingProblem {
  /** The factor that is changed; name and range. */
  readonly factor: Factor;
  /** Where it stands now, in its range. */
  readonly from: number;
  readonly target: number;
  /** Whether the output is to be `at-least` (default) or `at-most` the target. */
  readonly goal?: 'at-least' | 'at-most';
  /** Equally spaced points of the first look, default 17, at least 3; or the values themselves, in the range. */
  readonly points?: number | readonly number[];
  /** Points of one round, default 8. */
  readonly batch?: number;
  /** Width of a bracket that is narrow enough, as a part of the range, default 0.001. */
  readonly tolerance?: number;
  /** Probability that the interval should hold the crossing, default 0.95. */
  readonly confidence?: number;
  /**
   * Whether the noise of different points is `independent` (default), so that many points average it out, or `common`:
   * all points use the same random numbers, the curve is smooth, and its level has the noise of one point.
   */
  readonly noise?: 'independent' | 'common';
}

/** An output at a value of the factor. */
export interface CrossingOutput {
  readonly at: number;
  readonly value: number;
  /** Variance of the output's own noise, the square of its standard error; default 0. */
  readonly variance?: number;
}

/** What {@link findCrossing} found. */
export interface CrossingResult {
  /**
   * `reached`: `value` is the crossing nearest to the start. `already`: the output at the start, taken at its value, meets
   * the target. `unreachable`: every point surely misses it. `uncertain`: points come so near that noise hides whether
   * they reach it; lower the noise.
   */
  readonly outcome: 'reached' | 'already' | 'unreachable' | 'uncertain';
  /** Value of the factor; null where none was found. */
  readonly value: number | null;
  /** Confidence interval of `value`; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Output at the start. */
  readonly start: Estimate;
  /** Where the output came nearest to the target, or farthest past it, and what it was there. */
  readonly best: { readonly at: number; readonly output: Estimate };
  /** Outputs asked for in all. */
  readonly runs: number;
}

/** What to run next, or the result: one of the two is empty. */
export interface CrossingStep {
  /** Values of the factor at which outputs are wanted, in one batch. */
  readonly ask: readonly number[];
  readonly result: CrossingResult | null;
}

/**
 * One step of the search: hand over all outputs so far, run what it asks, and hand over all again.
 *
 * @throws SensitivityError for a wrong range, a start outside it, options out of range, outputs that are not finite.
 */
export function findCrossing(problem: CrossingProblem, outputs: readonly CrossingOutput[]): CrossingStep {
  const options = checkProblem(problem);
  const told = readOutputs(options, outputs);
  const { low, high, from, points, batch, tolerance } = options;
  let known: Point[] = [];
  let ask: number[] = [];
  const look = (values: readonly number[]): boolean => {
    ask = values.filter((at) => !told.has(at));
    known = [...new Map([...known, ...values.flatMap((at) => told.get(at) ?? [])].map((p) => [p.at, p])).values()];
    known.sort((a, b) => a.at - b.at);
    return ask.length > 0;
  };

  if (look([...new Set([from, ...points])])) {
    return { ask, result: null };
  }
  const start = known.find(({ at }) => at === from)!;
  if (start.margin >= 0) {
    return { ask: [], result: describe(known, start, 'already', { value: from, low: from, high: from }) };
  }
  if (!known.some(isReached) && look(divide(...neighbours(known, bestOf(known)), batch))) {
    return { ask, result: null };
  }
  let bracket = nearestBracket(known, from);
  for (let round = 0; bracket !== null; round++) {
    const [inner, outer] = bracket;
    const exact = inner.error === 0 && outer.error === 0;
    const width = exact ? Math.min(EXACT.tolerance, tolerance) : tolerance;
    const narrow = Math.abs(outer.at - inner.at) <= width * (high - low);
    const flat = exact || outer.margin - inner.margin <= NOISE * Math.max(inner.error, outer.error);
    if (round >= (exact ? EXACT.rounds : ROUNDS) || (narrow && flat)) {
      break;
    }
    if (look(divide(inner.at, outer.at, batch))) {
      return { ask, result: null };
    }
    bracket = nearestBracket(known, from);
  }
  if (bracket === null) {
    const hopeless = known.every(({ margin, error }) => margin + SURE * error < 0);
    return { ask: [], result: describe(known, start, hopeless ? 'unreachable' : 'uncertain', null) };
  }
  return { ask: [], result: describe(known, start, 'reached', locate(options, known, bracket)) };
}

/** A told output: its value, by how much it passes the target, and its standard error. */
interface Point {
  readonly at: number;
  readonly value: number;
  readonly margin: number;
  readonly error: number;
}

type Bracket = readonly [inner: Point, outer: Point];
type Options = ReturnType<typeof checkProblem>;

const isReached = ({ margin, error }: Point): boolean => margin >= 0 && margin >= SURE * error;
const isMissed = ({ margin, error }: Point): boolean => margin < 0 && margin <= -SURE * error;

/** The bracket that begins nearest to the start, of the two sides. */
function nearestBracket(known: readonly Point[], from: number): Bracket | null {
  const sides = [known.filter(({ at }) => at >= from), known.filter(({ at }) => at <= from).reverse()];
  const brackets = sides.flatMap((side): Bracket[] => {
    const outer = side.findIndex(isReached);
    if (outer < 0) {
      return [];
    }
    const inner = side.slice(0, outer).findLastIndex(isMissed);
    return [[side[Math.max(0, inner)]!, side[outer]!]];
  });
  const distance = ([inner, outer]: Bracket): number => Math.abs(inner.at - from) + Math.abs(outer.at - from);
  return brackets.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function locate({ confidence, noise, ...range }: Options, known: readonly Point[], [inner, outer]: Bracket) {
  const low = Math.min(inner.at, outer.at);
  const high = Math.max(inner.at, outer.at);
  const within = known.filter(({ at }) => at >= low && at <= high);
  if (within.every(({ error }) => error === 0)) {
    return { value: outer.at, low, high };
  }
  const straight = high - low <= STRAIGHT * (range.high - range.low);
  const line = straight && within.length > 2 ? crossingOfLine(within, { confidence, noise }) : null;
  const clip = (at: number): number => Math.min(high, Math.max(low, at));
  return line === null
    ? { value: interpolate(inner, outer), low, high }
    : { value: clip(line.value), low: clip(line.low), high: clip(line.high) };
}

function describe(
  known: readonly Point[],
  start: Point,
  outcome: CrossingResult['outcome'],
  place: Estimate | null,
): CrossingResult {
  const output = ({ value, error }: Point): Estimate => ({
    value,
    low: value - Z95 * error,
    high: value + Z95 * error,
  });
  const best = bestOf(known);
  return {
    outcome,
    value: place?.value ?? null,
    low: place?.low ?? null,
    high: place?.high ?? null,
    start: output(start),
    best: { at: best.at, output: output(best) },
    runs: known.length,
  };
}

function bestOf(known: readonly Point[]): Point {
  return known.reduce((best, point) => (point.margin > best.margin ? point : best));
}

/** The values beside a point: where something better may hide between the points looked at. */
function neighbours(known: readonly Point[], { at }: Point): [number, number] {
  const place = known.findIndex((point) => point.at === at);
  return [known[Math.max(0, place - 1)]!.at, known[Math.min(known.length - 1, place + 1)]!.at];
}

/** Equally spaced values strictly between two others. */
function divide(one: number, other: number, count: number): number[] {
  const values = Array.from({ length: count }, (_, i) => one + ((i + 1) * (other - one)) / (count + 1));
  return [...new Set(values)].filter((at) => at !== one && at !== other);
}

function checkProblem(problem: CrossingProblem) {
  checkObject('The problem of a crossing', problem);
  const { from, target, goal = 'at-least', batch = 8, tolerance = 1e-3 } = problem;
  const { confidence = 0.95, noise = 'independent' } = problem;
  const [{ name, range }] = checkFactors([problem.factor]) as [Factor];
  const [low, high] = range;
  const { points: asked = 17 } = problem;
  if (typeof asked !== 'number') {
    checkList('The points of a crossing', asked);
  }
  const points = typeof asked === 'number' ? equallySpaced(asked, low, high) : asked;
  if (points.some((at) => !(at >= low && at <= high))) {
    throw new SensitivityError('option', `The points of "${name}" must lie in its range [${low}, ${high}].`);
  }
  checkCount('The number of points of a round', batch, 2, 2 ** 16);
  if (typeof from !== 'number' || !(from >= low && from <= high)) {
    throw new SensitivityError('option', `"${name}" starts at ${from}, outside its range [${low}, ${high}].`);
  }
  if (!Number.isFinite(target)) {
    throw new SensitivityError('option', `The target must be finite, found ${target}.`);
  }
  if (
    typeof tolerance !== 'number' ||
    typeof confidence !== 'number' ||
    !(tolerance > 0) ||
    !(confidence > 0 && confidence < 1)
  ) {
    const found = `tolerance ${tolerance} and confidence ${confidence}`;
    throw new SensitivityError(
      'option',
      `The tolerance must be positive and the confidence between 0 and 1, found ${found}.`,
    );
  }
  const sign: 1 | -1 = goal === 'at-least' ? 1 : -1;
  return { name, low, high, from, target, sign, points, batch, tolerance, confidence, noise };
}

function equallySpaced(count: number, low: number, high: number): number[] {
  checkCount('The number of points', count, 3, 2 ** 16);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? high : low + (i * (high - low)) / (count - 1)));
}

function readOutputs({ name, target, sign }: Options, outputs: readonly CrossingOutput[]): Map<number, Point> {
  const told = new Map<number, Point>();
  checkList('The outputs of a crossing', outputs, 'answer');
  for (const output of outputs) {
    checkObject('An output of a crossing', output, 'answer');
    const { at, value, variance = 0 } = output;
    if (!Number.isFinite(value) || !Number.isFinite(variance) || variance < 0) {
      throw new SensitivityError(
        'answer',
        `At ${name} = ${at} the output is ${value} with variance ${variance}; both must be finite.`,
      );
    }
    told.set(at, { at, value, margin: sign * (value - target), error: Math.sqrt(variance) });
  }
  return told;
}
