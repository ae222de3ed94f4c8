/**
 * A game as data: who plays, what each may do, what it pays, how it is disturbed.
 * Owns the shape only. `readGame` and `defineGame` make one; everything else reads it.
 */
import type { DynamicsName } from '../equation/dynamics/dynamics.js';
import type { Reading } from '../equation/field.js';
import type { Boundary } from '../equation/noise/contract.js';
import type { Correlation, NoiseKind } from '../equation/noise/noise.js';
import type { Expression } from '../expression/expression.js';

/** A population that chooses among its strategies. */
export interface Player {
  readonly name: string;
  readonly title: string;
  /** At least two names; their order is the order of shares everywhere. */
  readonly strategies: readonly string[];
}

/** A named number that payoffs, noise and initial shares may use. */
export interface Parameter<Name extends string = string> {
  readonly name: Name;
  readonly value: number;
  /** Where sensitivity analysis varies it, low below high. A set value outside is allowed. */
  readonly range?: readonly [low: number, high: number];
  /** Factor group, such as `conceptual`. */
  readonly group?: string;
  readonly title?: string;
}

/** A named sub-expression of the game file's `where` section. */
export interface SubExpression {
  readonly name: string;
  readonly expression: Expression;
}

/** A state of the environment, such as a resource: a number that changes with shares and that formulas may use. */
export interface EnvironmentState {
  readonly name: string;
  readonly title?: string;
  readonly initial: Expression;
  /** Its change in a unit of time. */
  readonly rate: Expression;
  /** Intensity of its own white noise; 0 for none. */
  readonly noise: Expression;
  /** Where it is kept: what leaves is mirrored at the end. */
  readonly range: readonly [low: number, high: number];
  /** True for the state of a regime: 1 in it, 0 else. It is stepped by the chain of `Game.regimes`. */
  readonly regime?: true;
}

/** Parameter values that hold for some time: the game switches between its regimes as a Markov chain. */
export interface Regime {
  readonly name: string;
  readonly title?: string;
  /** Values of parameters in it, formulas of parameters, which have their own values there. */
  readonly values: Readonly<Record<string, Expression>>;
}

/** One row of a payoff table, as written: a strategy profile and what each player gets. */
export interface PayoffRow {
  /** One strategy name per player, in player order (own, then opponent's, where a population meets itself). */
  readonly when: readonly string[];
  /** One expression per player, in player order. */
  readonly pay: readonly Expression[];
}

/** A game of one or more players. */
export interface Game<ParameterName extends string = string> {
  /** Identifier, such as `data-sharing`. */
  readonly name: string;
  readonly title: string;
  /** Where the numbers come from. */
  readonly source?: string;
  /** `self`: one population whose members meet each other. */
  readonly against: 'others' | 'self';
  readonly players: readonly Player[];
  readonly parameters: readonly Parameter<ParameterName>[];
  readonly where: readonly SubExpression[];
  /** Expected payoff by [player][own strategy], an expression in strategy shares. */
  readonly payoffs: readonly (readonly Expression[])[];
  /** The payoff table, where the game was written as one. */
  readonly table?: readonly PayoffRow[];
  readonly dynamics: DynamicsName;
  /**
   * Numbers of dynamics (`dynamics.temperature`), mutation (`mutation.0` for a player's rate, `mutation.0.1.2` for the probability
   * that its strategy 1 turns into 2) correlation (`correlation.0.1` of two players) and memory of the noise (`noise.memory`), by name, players and strategies from 0.
   * Default: none.
   */
  readonly numbers?: Readonly<Record<string, Expression>>;
  readonly noise: {
    readonly kind: NoiseKind;
    /** Intensity per player, in player order; all zero where the kind is `none`. May hold shares and time. */
    readonly sigma: readonly Expression[];
    /** Default: the kind's own. */
    readonly boundary?: Boundary;
    /** Default `ito`. */
    readonly reading?: Reading;
    /** Default: players' Brownian motions are independent. */
    readonly correlation?: Correlation;
  };
  /** States that are not shares; those of regimes, all but the first, come last. Default: none. */
  readonly environment?: readonly EnvironmentState[];
  /** The first is that at the start; rates are in `numbers` (`regime.0.1` from the first to the second). Default: one, with the parameters' values. */
  readonly regimes?: readonly Regime[];
  /** Initial share by [player][strategy]; each player's add up to 1. */
  readonly initial: readonly (readonly Expression[])[];
  /** Time at which outcomes are read. */
  readonly horizon: number;
  /** Named sets of parameter values. */
  readonly scenarios: Readonly<Record<string, Readonly<Partial<Record<ParameterName, number>>>>>;
}
