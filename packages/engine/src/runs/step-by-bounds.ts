/**
 * How runs are made where their error is not measured: as accurate as bounds of payoffs and noise allow, and how many steps that takes,
 * before anything is run. For first looks, which choose their paths by the time that they may take.
 */
import { fieldShape, pointAt } from '@trilogue/core';
import { steppedScheme } from '../schemes/choose.js';
import type { SchemeName } from '../schemes/contract.js';
import { schemes } from '../schemes/schemes.js';
import { boundsOf, readCells } from './cell-numbers.js';
import { defaultDt } from './plan/time-grid.js';
import type { RunOptions } from './prepare.js';

export interface StepByBounds {
  /** Of the highest weak order that the game admits. */
  readonly scheme: SchemeName;
  readonly dt: number;
  /** Perhaps more than a run may take. */
  readonly steps: number;
}

/** A scheme of weak order 1 makes up for that by shorter steps. */
const FINER = 4;

/**
 * The scheme and the step of runs at all of some points; no path is run. The step is the one that a run takes
 * where paths alone are given: a share's logit changes by at most 0.9 in it by the payoffs, by a standard deviation of at most 0.75 by the
 * noise; for schemes of weak order 1 a quarter of it. Cost: reads the points.
 * Throws the game's GameError for a point that cannot be.
 *
 * @param options with what each point sets by settable name, on top of `set`; default one point that sets nothing
 */
export function stepByBounds({
  game,
  scenario,
  set,
  horizon = game.horizon,
  points = [{}],
}: Pick<RunOptions, 'game' | 'scenario' | 'set' | 'horizon'> & {
  readonly points?: readonly Readonly<Record<string, number>>[];
}): StepByBounds {
  const cells = readCells(game, {
    count: points.length,
    pointOf: (cell) => pointAt(game, { scenario, set: { ...set, ...points[cell] } }),
    streamOf: () => 0,
  });
  const { rate, sigma } = boundsOf(cells);
  const scheme = steppedScheme(fieldShape(game));
  const usual = defaultDt(horizon, rate, sigma);
  const dt = schemes[scheme].weakOrder < 2 ? usual / FINER : usual;
  return { scheme, dt, steps: Math.ceil(horizon / dt - 1e-9) };
}
