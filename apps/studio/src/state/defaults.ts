/**
 * What a game suggests before anybody has chosen: two factors for the heatmap, a metric, ranges.
 */
import type { Game } from '@trilogue/core';
import { settableNames } from '@trilogue/core';
import { gameOf } from './game-of';

/** A factor with the ends between which it varies. */
export interface Axis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Factors that tell the most about the bundled game; others take the first two of their own. */
const wellChosen: Readonly<Record<string, readonly [string, string]>> = { 'data-sharing': ['tau', 'p'] };

/** Two axes; nameless where the text is no game, or the game has fewer than two names. */
export function firstAxes(gameText: string): { x: Axis; y: Axis } {
  const { game } = gameOf(gameText);
  const none = { name: '', from: 0, to: 1 };
  if (game === null) return { x: none, y: none };
  const names = axisNames(game);
  const [x, y] = wellChosen[game.name] ?? names;
  return { x: x === undefined ? none : axisOf(game, x), y: y === undefined ? none : axisOf(game, y) };
}

/** Names that can be an axis: each thing under its shortest name. */
export function axisNames(game: Game): string[] {
  const several = game.players.filter((player) => player.strategies.length === 2);
  const doubled = new Set(
    several.flatMap((player) => player.strategies.map((strategy) => `initial.${player.name}.${strategy}`)),
  );
  return settableNames(game).filter((name) => !doubled.has(name));
}

/** The axis of a name over its range. */
export function axisOf(game: Game, name: string): Axis {
  const [from, to] = rangeOf(game, name);
  return { name, from, to };
}

/** Where a settable name varies: its range in the file, also that of a state of the environment; else around its value; shares from 0 to 1. */
export function rangeOf(game: Game, name: string): readonly [number, number] {
  const state = game.environment?.find((own) => name === `initial.${own.name}`);
  if (name.startsWith('initial.')) return state?.range ?? [0, 1];
  const parameter = game.parameters.find((candidate) => candidate.name === name);
  if (parameter?.range !== undefined) return parameter.range;
  const { value = 0 } = parameter ?? {};
  if (value === 0) return name.startsWith('sigma_') ? [0, 1] : [-1, 1];
  return value > 0 ? [0, 2 * value] : [2 * value, 0];
}

/** The probability that everybody plays the first strategy. */
export function firstMetric(gameText: string): string {
  const { game } = gameOf(gameText);
  if (game === null) return '';
  return `P(${game.players.map((player) => player.strategies[0]).join(',')})`;
}
