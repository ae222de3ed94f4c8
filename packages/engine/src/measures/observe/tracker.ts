/**
 * What a path keeps while it runs, one register each, updated after every step.
 */
import type { Builder, Value } from '../../program/builder.js';
import { isInside, type Region } from './region.js';
import { type Share, shareValue } from './share.js';

export type Tracker =
  /** Number of steps done so far; others need it. */
  | { readonly kind: 'steps' }
  /** How often a share left [0, 1] and was put back. */
  | { readonly kind: 'hits' }
  /** Step after which the path has entered a region, -1 while it has not. */
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
  /** The share from which on a path has passed the threshold of a region. */
  threshold(share: Share, delta: number): Value;
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
        insideValue(builder, tracker.region, stepped),
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
function insideValue(builder: Builder, region: Region, { state, threshold }: Stepped): Value {
  const one = builder.constant(1);
  const outside = region.shares.map((share) =>
    builder.less(shareNode(builder, share, state), threshold(share, region.delta)),
  );
  return outside.reduce((inside, out) => builder.mul(inside, builder.sub(one, out)), one);
}
