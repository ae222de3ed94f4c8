/**
 * A recommendation: which levers reach a target, at what change, and what else the ranges offer.
 * Owns the order of things; each question has a file of its own. Everything is found on random numbers that all runs
 * share, and the answers are checked on others, with half the step.
 */
import type { Game } from '@trilogue/core';
import { metricScale } from '@trilogue/engine';
import type { Estimate, Factor } from '@trilogue/sensitivity';
import { StudyError } from '../errors.js';
import { type Model, runBatch } from '../model.js';
import { orderOf, type StudyStep, studyStep, type Trial } from '../step.js';
import { crossingPaths, type LeverSearch, searchLevers } from './crossings.js';
import { type Effects, localEffects } from './effects.js';
import { changeOf, evaluator, leversOf, missing, refusing, signOf, type Target } from './lever.js';
import { interiorOptimum } from './optimum.js';
import { cheapestPair, type Pair, type PairSearch } from './pair.js';
import { scanPaths, scanPoints } from './scan.js';

export interface RecommendJob {
  readonly model: Model;
  readonly factors: readonly Factor[];
  /** Where they stand. */
  readonly base: readonly number[];
  readonly target: Target;
  /** The step; null: one that trial runs find accurate, or each path its own where the model's scheme does so. */
  readonly dt: number | null;
  /** Paths of a point in a first, rough look at the effects; without it there is none. It changes no answer. */
  readonly quickPaths?: number;
}

/** What is being done. */
export type AdviceStage =
  | 'looking for a step'
  | 'measuring effects'
  | 'moving one lever at a time'
  | 'looking for the best value inside a range'
  | 'moving two levers at a time'
  | 'checking the answers';

/** What is known when a stage begins. */
export interface AdviceDraft {
  readonly stage: AdviceStage;
  /** By lever in the order of the factors, and by group, rough or measured; null until there is a step. */
  readonly effects: Effects | null;
}

/** The metric at an answer, on random numbers of its own and half the step. */
export interface Check extends Estimate {
  readonly paths: number;
  /**
   * Whether it is the target: within three standard errors of both runs, what the metric does over half the answer's interval,
   * the step's bias, and what single precision adds.
   */
  readonly agrees: boolean;
}

export interface LeverAdvice {
  readonly parameter: string;
  readonly title: string | null;
  readonly group: string | null;
  readonly range: readonly [low: number, high: number];
  readonly from: number;
  /** The smallest change that reaches the target; null where none in the range does. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reachable: boolean;
  readonly outcome: LeverSearch['result']['outcome'];
  /** The change as a part of the range; null where there is none. */
  readonly change: number | null;
  /** Change of the metric for one per cent of the range, where the lever stands. */
  readonly effect: Estimate;
  /** The best value of the search for the target, and the metric there. */
  readonly best: { readonly at: number; readonly output: Estimate };
  /**
   * The best value where it lies inside the range, with the values that cannot be told from it, and the metric at `value`, on random
   * numbers of its own; null where an end of the range is best, or nothing can be told from the best.
   */
  readonly optimum: (Estimate & { readonly output: Estimate }) | null;
  readonly check: Check | null;
}

export interface Recommendation extends Omit<Model, 'game' | 'scenario' | 'backend' | 'signal' | 'chunk'> {
  readonly target: number;
  readonly goal: Target['goal'];
  readonly game: string;
  readonly title: string;
  readonly start: Estimate;
  /** The strongest effect first. */
  readonly levers: readonly LeverAdvice[];
  /** All levers of a group at once, each by one per cent of its range in its better direction. */
  readonly groups: readonly ({ readonly group: string } & Estimate)[];
  readonly pair: (Pair & { readonly check: Check }) | null;
  /** What was looked at for it, and whether a pair was found that costs more than a lever alone; null where the target is met. */
  readonly pairSearch: (PairSearch & { readonly costlier: boolean }) | null;
  /** The first look at each range: points, and paths of each. */
  readonly scan: { readonly points: number; readonly paths: number };
  /** Of each point of a search. */
  readonly paths: number;
  /** Null where paths choose their steps. */
  readonly dt: number | null;
  /** What trial runs say of the step's bias in the metric, root mean square over the ranges; null where the step was given. */
  readonly stepBias: number | null;
  readonly backend: string;
  readonly scenario: string | null;
  readonly performance: { readonly steps: number; readonly seconds: number };
}

/** Closer than for indices, which are parts of the variance. */
const trial: Trial = { negligible: 1e-5, tolerance: 1e-5, paths: 16_384, mostPaths: 16_384 };
const checkPaths = 65_536;
const sure = 3;
/** What single precision may add up to in a share or a probability. */
const rounding = 1e-5;

/**
 * @param onStage called at the beginning of each stage
 * @throws StudyError, EngineError and GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function recommend(job: RecommendJob, onStage: (stage: AdviceStage) => void): Promise<Recommendation> {
  const stages = recommendInStages(job);
  for (;;) {
    const next = await stages.next();
    if (next.done) return next.value;
    onStage(next.value.stage);
  }
}

/**
 * The same, stage by stage, so that other work can run between them.
 * @throws as `recommend` does
 */
export async function* recommendInStages({
  model,
  factors,
  base,
  target,
  dt,
  quickPaths,
}: RecommendJob): AsyncGenerator<AdviceDraft, Recommendation, void> {
  const { game, scenario = null, backend, signal: _, chunk: __, ...settings } = model;
  const { metric, seed } = settings;
  const { most } = metricScale(game, metric, model.horizon);
  if (!(target.value >= 0 && target.value <= most)) {
    throw new StudyError(`The target ${target.value} is outside the range of ${metric}, which is 0 to ${most}.`);
  }
  const started = performance.now();
  const levers = leversOf(factors, base);
  const sign = signOf(target);
  let steps = 0;
  const onRun = (done: number) => {
    steps += done;
  };
  yield { stage: 'looking for a step', effects: null };
  const found = await studyStep(model, factors, dt, trial);
  // A target is a level: half the step is taken, whose bias is less by the scheme's order.
  const step =
    found.dt === null || found.bias === null ? found : { dt: found.dt / 2, bias: found.bias / 2 ** orderOf(model) };
  const evaluate = evaluator(model, { dt: step.dt, tolerance: trial.tolerance }, onRun);
  await refusing(evaluate, metric)([{}], crossingPaths);
  const rough =
    quickPaths === undefined
      ? null
      : await localEffects(
          levers,
          sign,
          seed,
          refusing((points, _, own) => evaluate(points, quickPaths, own), metric),
        );
  const searched = missing(evaluate, sign > 0 ? 0 : most);
  yield { stage: 'measuring effects', effects: rough };
  const effects = await localEffects(levers, sign, seed, refusing(evaluate, metric));
  yield { stage: 'moving one lever at a time', effects };
  const searches = await searchLevers(levers, target, searched);
  yield { stage: 'looking for the best value inside a range', effects };
  const optima: (Estimate | null)[] = [];
  for (const { lever, curve, inside } of searches) {
    optima.push(inside ? await interiorOptimum(lever, curve, sign, seed, searched) : null);
  }
  // the same paths as in the search, with the intervals of the metric's own kind: none of 16,384 paths does not mean none at all
  const shown = await runBatch(model, {
    points: [{}, ...searches.map(({ lever: { name }, result: { best } }) => ({ [name]: best.at }))],
    ...{ paths: crossingPaths, dt: step.dt, tolerance: trial.tolerance },
  });
  onRun(shown.ran.performance.steps);
  const shownAt = (i: number, otherwise: Estimate): Estimate => {
    const [value, low, high] = [shown.ran.values[i], shown.ran.low[i], shown.ran.high[i]];
    return value == null || low == null || high == null ? otherwise : { value, low, high };
  };
  const start = shownAt(0, searches[0]!.result.start);
  const met = searches[0]!.result.outcome === 'already';
  yield { stage: 'moving two levers at a time', effects };
  const together = met ? null : await cheapestPair(levers, start.value, target, searched);
  const reached = met
    ? []
    : searches.flatMap(({ lever, result: { value, low, high } }) =>
        value === null ? [] : [{ lever, value, low: low!, high: high! }],
      );
  const alone = Math.min(...reached.map(({ lever, value }) => changeOf(lever, value) ** 2));
  const costlier = (together?.pair?.cost ?? 0) >= alone;
  const pair = costlier ? null : (together?.pair ?? null);
  yield { stage: 'checking the answers', effects };
  const ends = ['value', 'low', 'high'] as const;
  const answers = reached.map(({ lever: { name }, ...own }) => ends.map((end): Point => ({ [name]: own[end] })));
  if (pair !== null) {
    answers.push(ends.map((end) => Object.fromEntries(pair.moves.map((move) => [move.parameter, endOf(move, end)]))));
  }
  const best = searches.flatMap(({ lever }, i) => (optima[i] ? [{ [lever.name]: optima[i].value }] : []));
  const { checks, outputs } = await checkAnswers(model, { answers, best, target, step }, onRun);
  let next = 0;
  let nextBest = 0;
  const advice = searches.map(({ lever, result }, i): LeverAdvice => {
    const { name, group = null, range, from } = lever;
    const { value, low, high, outcome, best } = result;
    return {
      parameter: name,
      title: titleOf(game, name),
      ...{ group, range, from, value, low, high, reachable: value !== null, outcome },
      change: value === null ? null : changeOf(lever, value),
      effect: effects.levers[i]!,
      best: { at: best.at, output: shownAt(i + 1, best.output) },
      ...{ optimum: optima[i] ? { ...optima[i], output: outputs[nextBest++]! } : null },
      check: value === null || met ? null : checks[next++]!,
    };
  });
  return {
    ...{ target: target.value, goal: target.goal, game: game.name, title: game.title, start },
    levers: advice.toSorted((a, b) => Math.abs(b.effect.value) - Math.abs(a.effect.value)),
    groups: effects.groups,
    pair: pair === null ? null : { ...pair, check: checks.at(-1)! },
    pairSearch: together === null ? null : { ...together.search, costlier },
    scan: { points: scanPoints, paths: step.dt === null ? 1 : scanPaths },
    ...{ ...settings, scenario, backend: backend.name, paths: shown.ran.paths, dt: step.dt, stepBias: step.bias },
    performance: { steps, seconds: (performance.now() - started) / 1000 },
  };
}

type Point = Readonly<Record<string, number>>;

/** A lever of a pair at an end of the interval of both moves' size: the far end is that of the larger change. */
function endOf({ from, value, low, high }: Pair['moves'][number], end: 'value' | 'low' | 'high'): number {
  if (end === 'value') return value;
  return value >= from === (end === 'high') ? high : low;
}

async function checkAnswers(
  model: Model,
  asked: {
    /** The point of each, and those at both ends of its interval. */
    readonly answers: readonly (readonly Point[])[];
    readonly best: readonly Point[];
    readonly target: Target;
    readonly step: StudyStep;
  },
  onRun: (steps: number) => void,
): Promise<{ readonly checks: readonly Check[]; readonly outputs: readonly Estimate[] }> {
  const { answers, best, target, step } = asked;
  const points = [...answers.map(([value]) => value!), ...best];
  if (points.length === 0) return { checks: [], outputs: [] };
  const of = { tolerance: trial.tolerance, dt: step.dt === null ? null : step.dt / 2, seed: `${model.seed}\ncheck` };
  const { outputs, ran } = await runBatch(model, { ...of, points, paths: checkPaths, independent: true });
  onRun(ran.performance.steps);
  // on the same random numbers, so that their difference is what the metric does over the interval
  const ends = answers.flatMap(([, low, high]) => [low!, high!]);
  const atEnds = ends.length === 0 ? null : await runBatch(model, { ...of, points: ends, paths: crossingPaths });
  onRun(atEnds?.ran.performance.steps ?? 0);
  const estimates = outputs.map(({ value }, i) => ({ value, low: ran.low[i] ?? value, high: ran.high[i] ?? value }));
  const checks = answers.map((_, i): Check => {
    const { value, variance } = outputs[i]!;
    const [low, high] = [atEnds!.outputs[2 * i]!.value, atEnds!.outputs[2 * i + 1]!.value];
    const error = sure * Math.sqrt(variance * (1 + checkPaths / crossingPaths));
    const allowed = Math.hypot(error, (high - low) / 2) + (step.bias ?? 0) + rounding;
    return { ...estimates[i]!, paths: ran.paths, agrees: Math.abs(value - target.value) <= allowed };
  });
  return { checks, outputs: estimates.slice(answers.length) };
}

function titleOf(game: Game, name: string): string | null {
  return game.parameters.find((parameter) => parameter.name === name)?.title ?? null;
}
