/**
 * The charts' own words, so that a page in another language can give its own. Plain text with gaps in braces, because words
 * travel to workers.
 * Owns the English ones and the filling of gaps; errors are for who writes the program, and stay English.
 */

/** English, and the names under which another language gives its words. */
export const english = {
  time: 'Time',
  share: 'Share',
  probability: 'Probability',
  noValue: 'no value',
  undecided: 'undecided',
  interval: '95% confidence interval',
  meanOf: 'mean of {share}',
  halfOfPaths: '25% to 75% of the paths',
  mostPaths: '10% to 90% of the paths',
  withoutNoise: 'without noise',
  singlePaths: 'single paths',
  meanOfNoisy: 'mean of the noisy paths',
  mostNoisy: '10% to 90% of the noisy paths',
  containsHalf: '95% interval contains 0.5',
  overlapsNeighbours: '95% interval overlaps those of all adjacent cells',
  withGap: '{metric} (gap: no value)',
  lineOfEquilibria: 'line of equilibria',
  sink: 'sink',
  source: 'source',
  saddle: 'saddle',
  center: 'center',
  degenerate: 'degenerate',
  degenerateKey: 'degenerate (the linearisation does not decide)',
  firstOrder: 'first order: alone',
  totalOrder: 'total: with all interactions',
  partOfVariance: 'Part of the variance',
  atLow: 'at the low value',
  atHigh: 'at the high value',
  defaults: 'defaults: {value}',
  correlation: 'Partial rank correlation',
  unclear: 'faint: not told from none, p of {p} or more',
  valuesFrom: 'values from {low} to {high}',
  noValues: 'no values',
  bandsSummary: 'Shares over time from {from} to {to}. Means: {ends}.',
  bandsEnd: '{share} from {from} to {to}',
  heatmapSummary: 'Heatmap of {metric} over {x} and {y}, {columns} x {rows} cells, {extent}.',
  axisRange: '{axis} from {from} to {to}',
  curveSummary: 'Curve of {metric} over {x}, {extent}.',
  cubeSummary: 'Cube of the shares {shares} with {still} paths without noise and {noisy} noisy paths.',
  cubeEquilibria: ' Equilibria: {list}.',
  equilibriumAt: '{type} at ({point})',
  sobolSummary: 'Sobol indices: {list}.',
  sobolEntry: '{factor} first {first}, total {total}',
  tornadoSummary: 'Tornado chart of {metric}, {base} at the defaults. {list}.',
  tornadoEnd: '{output} at {value}',
  correlationSummary: 'Partial rank correlations: {list}.',
} as const;

/** Words by name. */
export type ChartWords = { readonly [Name in keyof typeof english]: string };

/** The words of a picture: what it gives, and English for the rest. */
export function wordsOf({ words = {} }: { words?: Partial<ChartWords> }): ChartWords {
  return { ...english, ...words };
}

/** `text` with its gaps filled; a gap that nothing is given for stays. */
export function filled(text: string, gaps: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => (Object.hasOwn(gaps, name) ? String(gaps[name]) : gap));
}
