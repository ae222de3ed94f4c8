/**
 * What the names and shares of a game stand for, as polynomials over any arithmetic.
 */
import { difference, expand, type Meaning } from '../expression/expand.js';
import { quote } from '../fault/fault.js';
import { GameError, refuse } from '../fault/game-error.js';
import type { Arithmetic } from '../polynomial/arithmetic.js';
import { constantOver, type Polynomial, variableOver } from '../polynomial/polynomial.js';
import type { Game } from './game.js';

/**
 * Parameters are constants, states of the environment variables behind the shares, `where` names are expanded once, and the share of a player's last strategy is 1 minus its
 * other shares.
 * @param parameter Coefficient of a parameter, by name.
 * @param atom What stands for functions of shares and for time; without it there may be none.
 * @throws GameError with the place of the first `where` name that is not a polynomial.
 */
export function gameMeaning<C>(
  game: Pick<Game, 'players' | 'parameters' | 'where' | 'scenarios' | 'environment'>,
  given: Arithmetic<C>,
  parameter: (name: string) => C,
  atom?: Meaning<C>['atom'],
): Meaning<C> {
  const arithmetic: Arithmetic<C> = { ...given, isZero: () => false };
  const shares = sharePolynomials(game, arithmetic);
  const variables = game.players.reduce((total, player) => total + player.strategies.length - 1, 0);
  const names = new Map<string, Polynomial<C>>();
  for (const [i, { name }] of (game.environment ?? []).entries()) {
    const place = variables + i;
    names.set(name, { ...variableOver(arithmetic, place, place + 1), variables });
  }
  for (const { name } of game.parameters) names.set(name, constantOver(arithmetic, parameter(name), variables));
  const find = (known: ReadonlyMap<string, Polynomial<C>>, name: string): Polynomial<C> => {
    const polynomial = known.get(name);
    if (polynomial !== undefined) return polynomial;
    throw refuse({
      code: 'unknown-name',
      found: `unknown name ${quote(name)}`,
      expected: 'a name',
      known: [...known.keys()],
    });
  };
  const meaning: Meaning<C> = {
    arithmetic,
    variables,
    name: (name) => (name === 'time' && atom !== undefined && !names.has(name) ? atom(name, [], 0) : find(names, name)),
    share: (player, strategy) => find(shares, `${player}.${strategy}`),
    largest: (name) => largestValue(game, name),
    ...(atom && { atom }),
  };
  for (const { name, expression } of game.where) {
    try {
      names.set(name, expand(expression, meaning));
    } catch (caught) {
      throw caught instanceof GameError ? caught.placed({ path: `where.${name}`, place: `where ${name}` }) : caught;
    }
  }
  return meaning;
}

/** The largest value of a parameter in the game file: its default, its range, its scenarios; undefined for other names. */
export function largestValue(
  { parameters, scenarios }: Pick<Game, 'parameters' | 'scenarios'>,
  name: string,
): number | undefined {
  const found = parameters.find((own) => own.name === name);
  if (found === undefined) return undefined;
  const set = Object.values(scenarios).flatMap((values) => values[name] ?? []);
  return Math.ceil(Math.max(found.value, found.range?.[1] ?? found.value, ...set));
}

function sharePolynomials<C>(game: Pick<Game, 'players'>, arithmetic: Arithmetic<C>): Map<string, Polynomial<C>> {
  const shares = new Map<string, Polynomial<C>>();
  const variables = game.players.reduce((total, player) => total + player.strategies.length - 1, 0);
  let next = 0;
  for (const { name, strategies } of game.players) {
    let last = constantOver(arithmetic, arithmetic.of(1), variables);
    for (const strategy of strategies.slice(0, -1)) {
      const share = variableOver(arithmetic, next++, variables);
      shares.set(`${name}.${strategy}`, share);
      last = difference(last, share, arithmetic);
    }
    shares.set(`${name}.${strategies.at(-1)}`, last);
  }
  return shares;
}
