/**
 * A recommendation in words: where things stand, what would reach the target, and what is known of it.
 */

import type { Game } from '@trilogue/core';
import { describeMetric } from '@trilogue/engine';
import type { Estimate } from '@trilogue/sensitivity';
import { answerText, type LeverAdvice, type Recommendation, stepWords } from '@trilogue/study';
import { align, facts, wrapped } from '../output/align.js';
import { pathsWords } from '../output/caption.js';
import { brief, count, duration, large, measured, rough } from '../output/figures.js';

export function recommendText(game: Game, advice: Recommendation): string {
  const { title = advice.metric, probability } = describeMetric(game, advice.metric);
  return [
    `${advice.title}: ${title}`,
    '',
    ...wrapped(standing(advice)),
    ...ranking(advice, probability ? 'in percentage points' : 'of the metric, in hundredths,'),
    ...alone(advice),
    ...together(advice),
    ...optima(advice),
    '',
    ...facts(computed(advice)),
  ].join('\n');
}

const wanted = ({ goal, target }: Recommendation) => `${goal === 'at-least' ? 'at least' : 'at most'} ${brief(target)}`;

function standing(advice: Recommendation): string {
  const { value, interval } = measured(advice.start, 3);
  const now = `It is ${value} now (${interval}), and is to be ${wanted(advice)}.`;
  return advice.levers[0]!.outcome === 'already' ? `${now} That is so already; nothing has to be changed.` : now;
}

function ranking({ levers, groups }: Recommendation, unit: string): string[] {
  const points = inHundredths([...levers.map(({ effect }) => effect), ...groups]);
  const rows = levers.map(({ parameter, group, from, range, effect, title }) => [
    ...[parameter, brief(from), `${brief(range[0])} to ${brief(range[1])}`],
    ...[points(effect.value), `${points(effect.low)} to ${points(effect.high)}`, group ?? '', title ?? ''],
  ]);
  const head = ['lever', 'now', 'range', 'effect', '95% interval', 'group', ''];
  const byGroup = groups.map(({ group, value, low, high }) => [
    group,
    points(value),
    `${points(low)} to ${points(high)}`,
  ]);
  return [
    '',
    `Levers by effect: change ${unit} when the lever rises by one per cent of its range`,
    ...indented(align([head, ...rows], 'lrlrrll')),
    ...(groups.length === 0
      ? []
      : [
          '',
          'Groups: all levers of one at once, each by one per cent in its better direction',
          ...indented(align(byGroup, 'lrr')),
        ]),
  ];
}

function alone(advice: Recommendation): string[] {
  if (advice.levers[0]!.outcome === 'already') return [];
  const reached = advice.levers.filter(({ change }) => change !== null).toSorted((a, b) => a.change! - b.change!);
  const open = advice.levers.filter(({ outcome }) => outcome === 'uncertain');
  const never = advice.levers.filter(({ outcome }) => outcome === 'unreachable');
  const { points, paths } = advice.scan;
  const title = [
    '',
    `One lever alone, to ${wanted(advice)}, the smallest change first`,
    ...indented(
      wrapped(
        `Found on ${count(points)} points of each range with ${pathsWords({ paths })}, and refined; what is narrower than 1/${points - 1} of a range may be missed.`,
      ),
    ),
  ];
  const nearest = never.toSorted((a, b) => distance(advice, a) - distance(advice, b)).slice(0, 3);
  return [
    ...title,
    ...indented(reached.flatMap((lever) => wrapped(sentence(lever)))),
    ...(reached.length === 0 ? ['  No lever alone reaches it within its range.'] : []),
    ...open.flatMap(({ parameter, title: words, best }) =>
      indented(
        wrapped(
          `${named(parameter, words)} comes so near, ${measured(best.output, 3).value} at ${brief(best.at)}, that noise hides whether it reaches it.`,
        ),
      ),
    ),
    ...(never.length === 0
      ? []
      : indented(
          wrapped(
            `Not within their ranges: ${never.map(({ parameter }) => parameter).join(', ')}. Nearest come ${nearest.map(({ parameter, best }) => `${parameter} (${measured(best.output, 3).value} at ${rough(best.at)})`).join(', ')}.`,
          ),
        )),
  ];
}

function distance({ target }: Recommendation, { best }: LeverAdvice): number {
  return Math.abs(best.output.value - target);
}

function sentence({ parameter, title, from, value, low, high, change, check }: LeverAdvice): string {
  const verb = value! > from ? 'Raise' : 'Lower';
  return `${verb} ${named(parameter, title)} from ${brief(from)} to ${place({ from, value: value!, low: low!, high: high! })}, ${percent(change!)} of its range. ${checked(check)}`;
}

function checked(check: LeverAdvice['check']): string {
  if (check === null) return '';
  const found = `A check on other random numbers found ${told(check)}`;
  return check.agrees ? `${found}.` : `WARNING: ${found}, which is not the target; take it with care.`;
}

function together(advice: Recommendation): string[] {
  if (advice.levers[0]!.outcome === 'already') return [];
  const title = [
    '',
    'The cheapest pair: two levers, where the cost of a change is the square of its part of the range',
  ];
  const { pair, pairSearch } = advice;
  if (pairSearch === null || pairSearch.pairs === 0) return [];
  const { pairs, points, closerPairs, closerPoints, costlier } = pairSearch;
  const searched =
    pairs === 1
      ? `Looked at: ${closerPoints} points, and refined.`
      : `Looked at: ${count(pairs)} pairs on ${points} points each, the ${closerPairs} that promised most on ${closerPoints}, and refined.`;
  const found =
    pair !== null
      ? `Move ${pair.moves.map(moved).join(', and ')}. ${checked(pair.check)}`
      : costlier
        ? 'No pair was found that costs less than the best lever alone.'
        : 'No two levers were found that reach it together.';
  return [...title, ...indented(wrapped(found)), ...indented(wrapped(searched))];
}

function moved(move: NonNullable<Recommendation['pair']>['moves'][number]): string {
  return `${move.parameter} from ${brief(move.from)} to ${place(move)}, ${percent(move.change)} of its range`;
}

function optima({ levers }: Recommendation): string[] {
  const inner = levers.flatMap(({ parameter, optimum, title }) =>
    optimum === null ? [] : [{ parameter, optimum, title }],
  );
  if (inner.length === 0) return [];
  return [
    '',
    'Best inside the range, with the values that cannot be told from the best',
    ...inner.flatMap(({ parameter, title, optimum }) =>
      indented(
        wrapped(
          `${named(parameter, title)} is best at ${place(optimum)}, where the metric is ${told(optimum.output)}.`,
        ),
      ),
    ),
  ];
}

function computed({ paths, dt, stepBias, scheme, backend, seed, performance }: Recommendation): [string, string][] {
  return [
    [
      'computed by',
      dt === null
        ? `one path a point; ${scheme} in double precision`
        : `${count(paths)} paths a point on common random numbers; ${backend}, ${scheme}`,
    ],
    ['step', stepWords({ dt, bias: stepBias })],
    ['cost', `${large(performance.steps)} steps in ${duration(performance.seconds)}`],
    ['seed', seed],
  ];
}

const named = (name: string, title: string | null) => (title === null ? name : `${name} (${title})`);

function told(estimate: Estimate): string {
  const { value, interval } = measured(estimate, 3);
  return `${value} (${interval})`;
}

/** A value with its interval. */
function place({ value, low, high, from }: { value: number; low: number; high: number; from?: number }): string {
  const [own, one, other] = [value, low, high].map((each) =>
    answerText(each, { low, high, from: each === value ? from : undefined }),
  );
  return `${own} (${one} to ${other})`;
}

/** Writes hundredths with three digits of the largest, two decimals at least; never "-0.00". */
function inHundredths(estimates: readonly Estimate[]): (value: number) => string {
  const most = Math.max(...estimates.map(({ value }) => Math.abs(100 * value)));
  const decimals = most > 0 ? Math.min(8, Math.max(2, 2 - Math.floor(Math.log10(most)))) : 2;
  return (value) => {
    const digits = (100 * value).toFixed(decimals);
    return Number(digits) === 0 ? digits.replace('-', '') : digits;
  };
}

const percent = (part: number) => `${(100 * part).toFixed(1)}%`;
const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
