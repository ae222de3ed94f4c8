/** Games whose results are known without a simulation. */
import { type Game, readGame } from '@trilogue/core';

/**
 * One population without noise: `up` spreads exactly where its share is above `border`. `idle` is in no formula.
 */
export const threshold: Game = readGame(`
game: threshold
title: Threshold
against: self
players:
  crowd: { strategies: [up, down] }
parameters:
  border: { value: 0.4 }
  idle: { value: 0 }
payoffs:
  crowd: { up: crowd.up, down: border }
noise: { kind: none }
initial: { crowd: 0.5 }
horizon: 100
`);

/** What a result says of the model, without how fast and on what it was made. */
export function modelPart<T extends object>(result: T): Omit<T, 'performance' | 'device' | 'threads' | 'passedOver'> {
  const { performance, device, threads, passedOver, ...rest } = result as T & Record<string, unknown>;
  return rest as Omit<T, 'performance' | 'device' | 'threads' | 'passedOver'>;
}
