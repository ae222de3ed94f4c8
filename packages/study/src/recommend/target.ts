/**
 * What is to be reached: a metric, a number, and on which side of it.
 */

export interface Target {
  readonly value: number;
  readonly goal: 'at-least' | 'at-most';
}

/** 1 where more is better, -1 where less is. */
export function signOf({ goal }: Target): 1 | -1 {
  return goal === 'at-least' ? 1 : -1;
}
