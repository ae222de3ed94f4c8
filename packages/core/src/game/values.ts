/**
 * The names of a game as numbers, for the evaluation of single expressions.
 */
import { evaluateExpression } from '../expression/evaluate.js';
import type { Game } from './game.js';
import type { Point } from './point.js';

/**
 * Values of all parameters, shares and `where` names.
 * @param shares Share by [player][strategy].
 */
export function valuesAt(
  game: Pick<Game, 'players' | 'where'>,
  parameters: Readonly<Record<string, number>>,
  shares: readonly (readonly number[])[],
): Record<string, number> {
  const values: Record<string, number> = { ...parameters };
  for (const [i, own] of shares.entries()) {
    const player = game.players[i]!;
    for (const [s, share] of own.entries()) values[`${player.name}.${player.strategies[s]}`] = share;
  }
  for (const { name, expression } of game.where) values[name] = evaluateExpression(expression, values);
  return values;
}

/** What formulas may hold besides shares and parameters that keep their values, as a game starts. */
export function startValues(
  { environment = [], regimes: [start] = [] }: Pick<Game, 'environment' | 'regimes'>,
  point: Point,
): Record<string, number> {
  return Object.fromEntries([
    ['time', 0],
    ...Object.entries(start?.values ?? {}).map(
      ([name, value]) => [name, evaluateExpression(value, point.parameters)] as const,
    ),
    ...environment.map(({ name }, i) => [name, point.environment![i]!] as const),
  ]);
}

/** Share by [player][strategy] at a pure profile given by strategy indices. */
export function pureShares(game: Pick<Game, 'players'>, chosen: readonly number[]): number[][] {
  return game.players.map((player, i) => player.strategies.map((_, s) => (s === chosen[i] ? 1 : 0)));
}
