/**
 * A game at a point as plain data, for those who print it.
 */
import { gameLimits } from '../definition/limits.js';
import type { Reading } from '../equation/field.js';
import type { Boundary } from '../equation/noise/contract.js';
import { boundaryOf, type Correlation } from '../equation/noise/noise.js';
import { rateOfRegimes } from '../equation/regimes.js';
import { evaluateExpression } from '../expression/evaluate.js';
import { printExpression } from '../expression/print.js';
import { fieldAt } from '../field/compile.js';
import { printAdvantage } from '../field/print-advantage.js';
import { coordinateNames } from '../game/coordinates.js';
import type { Game, Parameter } from '../game/game.js';
import { payoffTable } from '../game/payoff-table.js';
import type { Point } from '../game/point.js';
import { settableNames } from '../game/settable.js';
import { holdingShares, varies } from '../game/where.js';

/** Everything about a game at one point, as plain data. */
export interface GameDescription {
  readonly game: string;
  readonly title: string;
  readonly source: string | null;
  readonly against: Game['against'];
  readonly players: Game['players'];
  /** The game's parameters with their values at the point. */
  readonly parameters: readonly Parameter[];
  /**
   * One row per strategy profile; where a population meets itself the profile is own strategy, opponent's. Null for a game
   * of more profiles than a game file may list.
   */
  readonly payoffTable: readonly PayoffLine[] | null;
  /** Names of the state coordinates, in the order of `exponents`. */
  readonly coordinates: readonly string[];
  readonly advantages: readonly Advantage[];
  readonly dynamics: Game['dynamics'];
  /** Numbers of dynamics, mutation and correlation, by name; empty where there are none. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly noise: {
    readonly kind: Game['noise']['kind'];
    /** A formula where the intensity depends on shares or time. */
    readonly sigma: Readonly<Record<string, number | string>>;
    readonly boundary: Boundary;
    readonly reading: Reading;
    readonly correlation: Correlation | null;
  };
  /** States that are not shares, where they start at the point; empty where there are none. */
  readonly environment: readonly {
    readonly name: string;
    readonly title: string;
    readonly start: number;
    readonly rate: string;
    readonly noise: string;
    readonly range: readonly [low: number, high: number];
  }[];
  /** Regimes, of which the first is that at the start, with values of parameters and rates to others; empty where there are none. */
  readonly regimes: readonly {
    readonly name: string;
    readonly title: string;
    readonly values: Readonly<Record<string, number>>;
    readonly to: Readonly<Record<string, number>>;
  }[];
  /** Share of the first strategy, or one number for each strategy where there are more than two. */
  readonly initial: Readonly<Record<string, number | readonly number[]>>;
  readonly horizon: number;
  readonly scenarios: Game['scenarios'];
  /** Every name that can be set, and be the axis of a sweep. */
  readonly settable: readonly string[];
}

/** Payoffs at a strategy profile, by player. */
export interface PayoffLine {
  readonly profile: readonly string[];
  readonly payoffs: Readonly<Record<string, number>>;
}

/** What a strategy pays more than the player's last one, as a polynomial in the state. */
export interface Advantage {
  readonly player: string;
  readonly strategy: string;
  readonly over: string;
  readonly text: string;
  /** Exponents of the coordinates, then of what is no polynomial, such as `exp(A.share)`, in the order in which it is met. */
  readonly terms: readonly { readonly coefficient: number; readonly exponents: readonly number[] }[];
}

/** Describes a game at a point. @throws GameError where a payoff has no finite value there. */
export function describeGame(game: Game, point: Point): GameDescription {
  const byPlayer = <T>(of: (index: number) => T) =>
    Object.fromEntries(game.players.map(({ name }, i) => [name, of(i)]));
  const field = fieldAt(game, point);
  const holding = holdingShares(game);
  return {
    game: game.name,
    title: game.title,
    source: game.source ?? null,
    against: game.against,
    players: game.players,
    parameters: game.parameters.map((parameter) => ({ ...parameter, value: point.parameters[parameter.name]! })),
    payoffTable:
      profileCount(game) > gameLimits.rows
        ? null
        : payoffTable(game, point).map(({ profile, payoffs }) => ({ profile, payoffs: byPlayer((i) => payoffs[i]!) })),
    coordinates: coordinateNames(game),
    advantages: game.players.flatMap(({ name, strategies }, player) =>
      strategies.slice(0, -1).map((strategy, s) => ({
        player: name,
        strategy,
        over: strategies.at(-1)!,
        text: printAdvantage(game, field, player, s),
        terms: field.advantages[player]![s]!.terms,
      })),
    ),
    dynamics: game.dynamics,
    numbers: field.numbers,
    noise: {
      kind: game.noise.kind,
      sigma: byPlayer((i) =>
        field.intensities.length > 0 && varies(game.noise.sigma[i]!, holding)
          ? printExpression(game.noise.sigma[i]!)
          : point.sigma[i]!,
      ),
      boundary: boundaryOf(field),
      reading: field.reading ?? 'ito',
      correlation: field.correlation ?? null,
    },
    environment: (game.environment ?? []).flatMap(({ name, title = name, rate, noise, range, regime }, i) =>
      regime
        ? []
        : {
            ...{ name, title, start: point.environment![i]!, range },
            ...{ rate: printExpression(rate), noise: printExpression(noise) },
          },
    ),
    regimes: (game.regimes ?? []).map(({ name, title = name, values }, from, all) => ({
      ...{ name, title },
      values: Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, evaluateExpression(value, point.parameters)]),
      ),
      to: Object.fromEntries(
        all.flatMap((other, to) => {
          const rate = field.numbers[rateOfRegimes(from, to)];
          return rate === undefined ? [] : [[other.name, rate]];
        }),
      ),
    })),
    initial: byPlayer((i) => (point.initial[i]!.length === 2 ? point.initial[i]![0]! : point.initial[i]!)),
    horizon: game.horizon,
    scenarios: game.scenarios,
    settable: settableNames(game),
  };
}

/** Pure profiles; where a population meets itself, so few that their pairs fit into a file too. */
function profileCount({ players }: Game): number {
  return players.reduce((total, { strategies }) => total * strategies.length, 1);
}
