/**
 * What a path keeps while it runs, one register each, updated after every step.
 */
import type { Builder, Value } from '../program/builder.js';
import { isInside, type Region } from './region.js';
import { type Share, shareValue } from './share.js';

export type Tracker =
  /** Number of steps done so far; others need it. */
  | { readonly kind: 'steps' }
  /** How often a share left [0, 1] and was put back. */
  | { readonly kind: 'hits' }
  /** Step at which the path was first seen in a region, -1 while it was not. */
  | { readonly kind: 'passage'; readonly region: Region }
  /** Sum over the steps of |a - b|, with half of the start's: a trapezoid once half of the end's is taken off. */
  | { readonly kind: 'gap'; readonly a: Share; readonly b: Share };

/** The register's value before the first step. */
export function trackerStart(tracker: Tracker, state: ArrayLike<number>): number {
  const read = (coordinate: number) => Math.fround(state[coordinate]);
  switch (tracker.kind) {
    case 'steps':
    case 'hits':
      return 0;
    case 'passage':
      return isInside(tracker.region, read) ? 0 : -1;
    case 'gap':
      return Math.abs(shareValue(tracker.a, read) - shareValue(tracker.b, read)) / 2;
  }
}

/** What a step hands to the trackers. */
export interface Stepped {
  /** New coordinates. */
  readonly state: readonly Value[];
  /** How many shares were put back in this step. */
  readonly hits: Value;
  /** Number of the step, from 1; absent where no `steps` tracker runs. */
  readonly step?: Value;
}

/** Writes the register's update. */
export function trackerUpdate(builder: Builder, tracker: Tracker, before: Value, stepped: Stepped): Value {
  switch (tracker.kind) {
    case 'steps':
      return stepped.step!;
    case 'hits':
      return builder.add(before, stepped.hits);
    case 'passage': {
      const entered = builder.mul(
        insideValue(builder, tracker.region, stepped.state),
        builder.less(before, builder.constant(0)),
      );
      return builder.select(entered, stepped.step!, before);
    }
    case 'gap': {
      const difference = builder.sub(
        shareNode(builder, tracker.a, stepped.state),
        shareNode(builder, tracker.b, stepped.state),
      );
      const distance = builder.max(difference, builder.sub(builder.constant(0), difference));
      return builder.add(before, distance);
    }
  }
}

function shareNode(builder: Builder, share: Share, state: readonly Value[]): Value {
  const sum = builder.sum(share.coordinates.map((coordinate) => state[coordinate]));
  return share.complement ? builder.sub(builder.constant(1), sum) : sum;
}

/** 1 inside the region, else 0. */
function insideValue(builder: Builder, region: Region, state: readonly Value[]): Value {
  const high = builder.constant(1 - region.delta);
  const low = builder.constant(region.delta);
  const one = builder.constant(1);
  const outside = region.shares.map((share) =>
    share.complement && share.coordinates.length === 1
      ? builder.less(low, state[share.coordinates[0]])
      : builder.less(shareNode(builder, share, state), high),
  );
  return outside.reduce((inside, out) => builder.mul(inside, builder.sub(one, out)), one);
}
