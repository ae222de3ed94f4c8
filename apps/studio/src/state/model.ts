/**
 * The state as the packages take it: a game that can be read, and settings that its names allow. Settings that the game does
 * not know, of a link or after a change of the game, are left out here, which is said, and stay in the state, so that
 * changing the game back brings them back.
 */
import { type Fault, type Game, GameError, type Point, pointAt } from '@trilogue/core';
import { type AccuracyOptions, givenOptions, parseMetric, type SweepSettings } from '@trilogue/engine';
import { axisNames, axisOf, firstMetric } from './defaults';
import { gameOf } from './game-of';
import type { Axis, StudioState } from './state';

/** What can be computed, with every option that is given. Plain data: it travels to the worker as it is. */
export interface Model extends Omit<SweepSettings, keyof AccuracyOptions> {
  readonly game: Game;
  readonly set: Readonly<Record<string, number>>;
  readonly seed: string;
  readonly horizon: number;
  readonly point: Point;
  /** Of the last, sharpest pass. */
  readonly accuracy: AccuracyOptions;
  /** Null where the game has no two names to vary. */
  readonly axes: { readonly x: Axis; readonly y: Axis } | null;
  readonly cells: number;
}

/** A setting that the game does not know. */
export interface LeftOut {
  readonly kind: 'scenario' | 'value' | 'axis' | 'metric';
  /** As it stands in the state. */
  readonly name: string;
}

/** A model, or what is wrong: in the game file (`game`) or with the values (`point`). */
export type ReadModel =
  | { readonly model: Model; readonly fault: null; readonly leftOut: readonly LeftOut[] }
  | { readonly model: null; readonly fault: { readonly where: 'game' | 'point'; readonly faults: readonly Fault[] } };

export function modelOf(state: StudioState): ReadModel {
  const { game, faults } = gameOf(state.gameText);
  if (game === null) return { model: null, fault: { where: 'game', faults } };
  const names = axisNames(game);
  const known = new Set(names);
  const set = Object.fromEntries(Object.entries(state.set).filter(([name]) => known.has(name)));
  const scenario =
    state.scenario !== null && Object.hasOwn(game.scenarios, state.scenario) ? state.scenario : undefined;
  try {
    const { tolerance, paths, dt, horizon = game.horizon, ...options } = givenOptions(state);
    const model: Model = {
      ...options,
      ...{ game, scenario, set, horizon, accuracy: { tolerance, paths, dt } },
      point: pointAt(game, { scenario, set }),
      axes: axesOf(game, names, state),
      cells: state.cells,
      metric: metricOf(game, state),
    };
    return { model, fault: null, leftOut: leftOut(state, model, known) };
  } catch (error) {
    if (error instanceof GameError) return { model: null, fault: { where: 'point', faults: error.faults } };
    throw error;
  }
}

function leftOut(state: StudioState, { scenario, axes, metric }: Model, known: ReadonlySet<string>): LeftOut[] {
  const wrong = (kind: LeftOut['kind'], names: readonly string[]) => names.map((name) => ({ kind, name }));
  return [
    ...wrong('scenario', state.scenario === null || state.scenario === scenario ? [] : [state.scenario]),
    ...wrong(
      'value',
      Object.keys(state.set).filter((name) => !known.has(name)),
    ),
    ...wrong(
      'axis',
      axes === null ? [] : [state.x.name, state.y.name].filter((name) => name !== '' && !known.has(name)),
    ),
    ...wrong('metric', state.metric === '' || state.metric === metric ? [] : [state.metric]),
  ];
}

function axesOf(game: Game, names: readonly string[], { x, y }: StudioState): Model['axes'] {
  if (names.length < 2) return null;
  const first = names.includes(x.name) ? x : axisOf(game, names.find((name) => name !== y.name)!);
  const second =
    names.includes(y.name) && y.name !== first.name ? y : axisOf(game, names.find((name) => name !== first.name)!);
  return { x: first, y: second };
}

function metricOf(game: Game, { metric, gameText }: StudioState): string {
  try {
    parseMetric(game, metric);
    return metric;
  } catch {
    return firstMetric(gameText);
  }
}
