/**
 * What is to be reached: a metric, a number, and on which side of it.
 */
import type { Game } from '@trilogue/core';
import { parseMetric } from '@trilogue/engine';

export interface Target {
  readonly value: number;
  readonly goal: 'at-least' | 'at-most';
}

/** 1 where more is better, -1 where less is. */
export function signOf({ goal }: Target): 1 | -1 {
  return goal === 'at-least' ? 1 : -1;
}

/** The largest value that a metric can have; the smallest is 0. */
export function mostOf(game: Game, metric: string, horizon: number): number {
  const { kind } = parseMetric(game, metric);
  return kind === 'T' ? horizon : kind === 'sd' ? 0.5 : 1;
}
