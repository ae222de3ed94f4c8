/**
 * What the view was asked for, from its options, which may come from an address: target, goal, levers.
 */
import { metricScale } from '@trilogue/engine';
import type { Target } from '@trilogue/study';
import { leversOf, type RangedFactor } from '../../state/factors';
import type { Model } from '../../state/model';
import type { ViewOptions } from '../../state/state';

export interface Wanted {
  readonly target: Target;
  /** Whether the metric can have that value. */
  readonly isPossible: boolean;
  /** The largest value that the metric can have. */
  readonly most: number;
  /** All that could be moved, and those that are to be. */
  readonly all: readonly RangedFactor[];
  readonly levers: readonly RangedFactor[];
}

/** The usual target, as a part of the largest value of the metric. */
const usual = { 'at-least': 0.9, 'at-most': 0.1 } as const;

export function wantedOf(model: Model, options: ViewOptions): Wanted {
  const most = metricScale(model.game, model.metric, model.horizon).most;
  const goal = options.goal === 'at-most' ? 'at-most' : 'at-least';
  const asked = options.target;
  const value = typeof asked === 'number' ? asked : usual[goal] * most;
  const all = leversOf(model);
  const without = new Set(withoutOf(options));
  const isPossible = value >= 0 && value <= most;
  return { target: { value, goal }, isPossible, most, all, levers: all.filter(({ name }) => !without.has(name)) };
}

/** Names of the levers that are left out. */
function withoutOf({ without }: ViewOptions): string[] {
  return typeof without === 'string' && without !== '' ? without.split(',') : [];
}
