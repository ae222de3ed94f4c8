/**
 * How a result was made: the small print of a picture that stands alone.
 */
import type { RunReport } from '@trilogue/engine';
import type { PageTexts } from '../i18n/en';
import { brief } from '../shell/figures';

type Made = Pick<RunReport, 'paths' | 'horizon' | 'dt' | 'scheme' | 'seed' | 'backend'> & {
  readonly tolerance: number | null;
};

export function caption(made: Made, words: PageTexts['caption'], each = false): string {
  const { paths, horizon, tolerance, scheme, dt, backend, seed } = made;
  const count = paths.toLocaleString('en-US');
  return [
    each ? words.pathsEach(count) : words.paths(count),
    words.horizon(brief(horizon)),
    ...(tolerance === null ? [] : [words.tolerance(brief(tolerance))]),
    scheme,
    words.dt(brief(dt)),
    backend,
    words.seed(seed),
  ].join(', ');
}

/** What differs from the game file. */
export function departures({ scenario, set }: { scenario?: string; set: Readonly<Record<string, number>> }): string {
  return [
    ...(scenario === undefined ? [] : [scenario]),
    ...Object.entries(set).map(([name, value]) => `${name} = ${brief(value)}`),
  ].join(', ');
}
