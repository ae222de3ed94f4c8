/**
 * Which formula is at fault when the field cannot be computed at a point.
 */

import { type AtomName, atoms as atomKinds, type Domain } from '../equation/atoms.js';
import type { Atom } from '../equation/field.js';
import { expand, type Meaning } from '../expression/expand.js';
import type { Expression } from '../expression/expression.js';
import type { Fault } from '../fault/fault.js';
import { GameError, placing, refuse } from '../fault/game-error.js';
import { coordinateNames } from '../game/coordinates.js';
import type { Game } from '../game/game.js';
import { numberPlace, type Place, payoffPlace, rowPlace } from '../game/place.js';
import type { Point } from '../game/point.js';
import { holdingShares, varies } from '../game/where.js';
import { finiteNumbers, meaningsWithAtoms, parameterAt } from './advantages.js';
import { outside, shown } from './domain.js';
import { ownMeaning } from './regimes.js';

/**
 * An error that names what is at fault at this point: a number of the equation, a value in a regime, a sub-expression, or else every
 * payoff (player and strategy, or row of the table).
 * @param error What was caught; returned as it is where it is not about a number, or nothing single is at fault.
 */
export function blame(game: Game, point: Point, error: unknown): unknown {
  if (!(error instanceof GameError) || error.faults[0]?.code !== 'not-finite') return error;
  const parameter = (name: string) => parameterAt(point, name);
  try {
    const own = ownMeaning(game, finiteNumbers, parameter);
    for (const [name, number] of Object.entries(game.numbers ?? {}))
      if (name.startsWith('regime.')) placing(numberPlace(game, name), () => expand(number, own));
    const { meanings } = meaningsWithAtoms(game, finiteNumbers, parameter, (atoms, at) => checkAtom(game, atoms, at));
    for (const [name, number] of Object.entries(game.numbers ?? {}))
      if (!name.startsWith('regime.')) placing(numberPlace(game, name), () => expand(number, meanings[0]!));
    const faults = payoffFaults(game, meanings);
    return faults.length === 0 ? error : new GameError(faults);
  } catch (caught) {
    return caught;
  }
}

const what: Readonly<Record<Domain, string>> = {
  'not 0': 'something that is not 0, whatever the shares',
  'above 0': 'something above 0, whatever the shares',
  'at least 0': 'something that is at least 0, whatever the shares',
};

const named: Partial<Record<AtomName, string>> = { reciprocal: 'a divisor', power: 'the base of a power' };

/** @throws GameError where the last of some atoms is not defined for all shares. */
function checkAtom(game: Game, atoms: readonly Atom[], at: number): void {
  const { name, args } = atoms.at(-1)!;
  const { domain } = atomKinds[name];
  if (domain === undefined) return;
  const strategies = game.players.map((player) => player.strategies.length);
  const states = (game.environment ?? []).map(({ name, range: [low, high], regime }) => ({
    ...{ name, low, high, noisy: false },
    ...(regime && { regime }),
  }));
  const shape = { strategies, coordinates: coordinateNames(game).length, states };
  const values = outside(shape, atoms.slice(0, -1), args[0]!, domain, game.horizon);
  if (values === undefined) return;
  const found = `${named[name] ?? `${name}(...)`} of something that may be ${shown(values)}`;
  throw refuse({ code: 'not-finite', found, expected: what[domain], at: at + 1 });
}

/** What is wrong with each payoff by itself, as a polynomial over this arithmetic, in the first regime in which it is; nothing after the first limit. */
export function payoffFaults<C>(game: Game, meanings: readonly Meaning<C>[]): Fault[] {
  const faults: Fault[] = [];
  for (const { expression, place } of written(game)) {
    try {
      for (const meaning of meanings) expand(expression, meaning);
    } catch (caught) {
      if (!(caught instanceof GameError)) throw caught;
      faults.push(...caught.placed(place).faults);
      if (faults.at(-1)!.code === 'limit') break;
    }
  }
  return faults;
}

/** Every expression that may hold shares, as it was written, with its place. */
function written(game: Game): { expression: Expression; place: Place }[] {
  const holding = holdingShares(game);
  const intensities = game.players.flatMap(({ name }, i) => {
    const expression = game.noise.sigma[i]!;
    const place = { path: `noise.sigma.${name}`, place: `noise intensity of player ${name}` };
    return varies(expression, holding) ? [{ expression, place }] : [];
  });
  const states = (game.environment ?? []).flatMap(({ name, rate, noise }) =>
    (['rate', 'noise'] as const).map((field) => ({
      expression: field === 'rate' ? rate : noise,
      place: { path: `environment.${name}.${field}`, place: `${field} of state ${name}` },
    })),
  );
  return [...writtenPayoffs(game), ...intensities, ...states];
}

function writtenPayoffs(game: Game): { expression: Expression; place: Place }[] {
  if (game.table !== undefined) {
    return game.table.flatMap(({ when, pay }, r) =>
      pay.map((expression, i) => ({ expression, place: rowPlace(r, when, game.players[i]!.name) })),
    );
  }
  return game.payoffs.flatMap((own, i) => {
    const { name, strategies } = game.players[i]!;
    return own.map((expression, s) => ({ expression, place: payoffPlace(name, strategies[s]!) }));
  });
}
