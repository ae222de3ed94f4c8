/** A metric: one number of an ensemble with its 95% interval, such as the probability of an outcome. */
import type { Pattern } from '../observe/region.js';

/** A player's strategy by index; or, where `player` is -1, a state of the environment, `strategy` its index. */
export interface ShareIndex {
  readonly player: number;
  readonly strategy: number;
}

/** Of a state of the environment, of which paths keep the part. */
export type StateRange = readonly [low: number, high: number];

export type Metric =
  /** P(...): probability of being near a profile at the horizon. */
  | { readonly kind: 'P'; readonly pattern: Pattern }
  /** T(...): mean first-passage time into that neighbourhood, over the paths that enter. */
  | { readonly kind: 'T'; readonly pattern: Pattern }
  /** mean(A.share), sd(A.share): over the paths, at the horizon. */
  | { readonly kind: 'mean' | 'sd'; readonly share: ShareIndex; readonly range?: StateRange }
  | { readonly kind: 'quantile'; readonly share: ShareIndex; readonly part: number; readonly range?: StateRange }
  /** gap(A.share,B.share): mean absolute difference over time. */
  | { readonly kind: 'gap'; readonly a: ShareIndex; readonly b: ShareIndex };

/** A number with its 95% confidence interval; null where the ensemble does not say (no path entered). */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
