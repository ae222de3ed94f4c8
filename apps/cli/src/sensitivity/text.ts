/**
 * An analysis as text for a terminal: what matters first, then how it was computed.
 */

import type { Game } from '@trilogue/core';
import { describeMetric } from '@trilogue/engine';
import type { StudyDocument } from '@trilogue/results';
import type { Estimate } from '@trilogue/sensitivity';
import { methods, stepWords } from '@trilogue/study';
import { align, facts, wrapped } from '../output/align.js';
import { pathsWords } from '../output/caption.js';
import { brief, count, duration, large, measured, rough } from '../output/figures.js';
import type { StudyOutcome } from './run-sensitivity.js';

export function sensitivityText(game: Game, outcome: StudyOutcome, out: string | undefined): string {
  const { document } = outcome;
  const { title = document.metric } = describeMetric(game, document.metric);
  return [
    `${document.title}: ${title}`,
    ...tables(document),
    '',
    ...document.warnings.flatMap(({ message }) => wrapped(`WARNING: ${message}`)),
    ...facts([...meaning(document), ...computed(outcome), ...files(outcome, out)]),
  ].join('\n');
}

function tables(document: StudyDocument): string[] {
  switch (document.method) {
    case 'sobol': {
      const row = (name: string, index: (typeof document.groups)[number] | (typeof document.indices)[number]) => [
        name,
        ...told({ value: index.total, low: index.totalLow, high: index.totalHigh }),
        ...told({ value: index.first, low: index.firstLow, high: index.firstHigh }),
      ];
      const head = ['with all interactions', '95% interval', 'alone', '95% interval'];
      const groups = document.groups.toSorted((a, b) => b.total - a.total);
      const factors = document.indices.toSorted((a, b) => b.total - a.total);
      return [
        ...(groups.length === 0
          ? []
          : table(
              ['group', ...head],
              groups.map((index) => row(index.group, index)),
              'lrrrr',
            )),
        ...table(
          ['factor', ...head, 'group'],
          factors.map((index) => [...row(index.parameter, index), index.group ?? '']),
          'lrrrrl',
        ),
      ];
    }
    case 'morris':
      return table(
        ['factor', 'mu*', '95% interval', 'mu', 'sigma', 'group'],
        document.indices
          .toSorted((a, b) => b.muStar - a.muStar)
          .map(({ parameter, muStar, muStarLow, muStarHigh, mu, sigma, group }) => [
            parameter,
            ...told({ value: muStar, low: muStarLow, high: muStarHigh }),
            ...[figure(mu), figure(sigma), group ?? ''],
          ]),
        'lrrrrl',
      );
    case 'prcc':
      return table(
        ['factor', 'correlation', '95% interval', 'p', 'group'],
        document.indices
          .toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
          .map(({ parameter, correlation, correlationLow, correlationHigh, p, group }) => [
            parameter,
            ...told({ value: correlation, low: correlationLow, high: correlationHigh }),
            ...[p < 1e-4 ? '< 0.0001' : rough(p), group ?? ''],
          ]),
        'lrrrl',
      );
    case 'oat':
      return table(
        ['factor', 'at its low end', 'at its high end', 'swing', 'largest inside', 'group'],
        document.indices.map(({ parameter, values, swing, peak, trough, group }) => [
          ...[parameter, figure(values[0]!), figure(values.at(-1)!), figure(swing)],
          peak === null ? (trough === null ? '' : `smallest at ${brief(trough)}`) : `at ${brief(peak)}`,
          group ?? '',
        ]),
        'lrrrll',
      );
  }
}

function table(head: string[], rows: string[][], sides: string): string[] {
  return ['', ...align([head, ...rows], sides)];
}

function meaning(document: StudyDocument): [string, string][] {
  if (document.method === 'oat') {
    const { value, interval } = measured(document.base, 3);
    return [['as it stands', `${value} (${interval})`]];
  }
  if (document.method !== 'sobol') return [];
  const { mean, output, parameters, noise, noiseShare } = document.variance;
  const over: [string, string] = [
    'over the ranges',
    `mean ${figure(mean!.value)}, standard deviation ${figure(Math.sqrt(output!.value))}`,
  ];
  if (!noise || !noiseShare) return [over];
  const part = ({ value, low, high }: typeof noise) => `${rough(value)} (${rough(low)} to ${rough(high)})`;
  const share = `noise is ${(100 * noiseShare.value).toFixed(1)}% of all (${(100 * noiseShare.low).toFixed(1)}% to ${(100 * noiseShare.high).toFixed(1)}%)`;
  return [over, ['variance', `by the factors ${part(parameters!)}, by the paths' noise ${part(noise)}; ${share}`]];
}

function computed({ document, resumedRuns, performance, reused, device }: StudyOutcome): [string, string][] {
  const { method, samples, runs, paths, dt, stepBias, scheme, backend, seed } = document;
  const { title, counts } = methods[method];
  const earlier = resumedRuns > 0 ? `, ${count(resumedRuns)} of them from an earlier run` : '';
  return [
    ['method', `${title}, ${count(samples)} ${counts}: ${count(runs)} runs of ${pathsWords({ paths })}${earlier}`],
    ['step', stepWords({ dt, bias: stepBias })],
    [
      reused ? 'was computed' : 'computed by',
      `${dt === null ? `${scheme} in double precision` : `${backend} (${device}), ${scheme}`}; ${large(performance.steps)} steps in ${duration(performance.seconds)}`,
    ],
    ['seed', seed],
  ];
}

function files({ pictures, reused }: StudyOutcome, out: string | undefined): [string, string][] {
  if (out === undefined) return [];
  const names = pictures.map((name) => `${name}.png`);
  return [['folder', `${out}: ${names.join(', ')}${reused ? ' (drawn anew; the numbers were there)' : ''}`]];
}

/** Never "-0.000". */
function figure(value: number): string {
  const digits = value.toFixed(3);
  return Number(digits) === 0 ? digits.replace('-', '') : digits;
}

function told(estimate: Estimate): [value: string, interval: string] {
  const { value, interval } = measured(estimate, 3);
  return [value, interval];
}
