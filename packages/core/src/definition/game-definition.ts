/**
 * The object form of a game, key for key what a game file holds.
 */
import type { DynamicsName } from '../equation/dynamics/dynamics.js';
import type { Reading } from '../equation/field.js';
import type { Boundary } from '../equation/noise/contract.js';
import type { NoiseKind } from '../equation/noise/noise.js';

/** An expression as text, or a plain number. */
export type Formula = string | number;

/** A row for each strategy: the probabilities that what it earns goes to each. */
export interface MutationMatrix {
  readonly matrix: readonly (readonly Formula[])[];
}

/** What `defineGame` takes. Names are checked further by `CheckedDefinition`. */
export interface GameDefinition {
  /** Identifier: letters, digits, `-` and `_`. */
  readonly game: string;
  /** Default: the identifier. */
  readonly title?: string;
  /** Where the numbers come from. */
  readonly source?: string;
  /** `self`: one population whose members meet each other. Default `others`. */
  readonly against?: 'others' | 'self';
  readonly players: Readonly<Record<string, { readonly title?: string; readonly strategies: readonly string[] }>>;
  /** A number alone is a value. */
  readonly parameters?: Readonly<
    Record<
      string,
      | number
      | {
          readonly value: number;
          readonly range?: readonly [low: number, high: number];
          readonly group?: string;
          readonly title?: string;
        }
    >
  >;
  /** Named sub-expressions, in any order. */
  readonly where?: Readonly<Record<string, Formula>>;
  /** One row per profile, or one expression per player and own strategy. */
  readonly payoffs:
    | readonly { readonly when: readonly string[]; readonly pay: Readonly<Record<string, Formula>> }[]
    | Readonly<Record<string, Readonly<Record<string, Formula>>>>;
  /** Default `replicator`. With a map, the numbers of the dynamics beside their kind. */
  readonly dynamics?: DynamicsName | { readonly kind: DynamicsName; readonly temperature?: Formula };
  /** From each strategy to each other one at a rate, or by a matrix of probabilities; for all players or by name. Default: none. */
  readonly mutation?: Formula | MutationMatrix | Readonly<Record<string, Formula | MutationMatrix>>;
  /** Default: no noise. */
  readonly noise?: {
    /** Default `replicator`. */
    readonly kind?: NoiseKind;
    /** By player, or one for all. May hold shares and time. */
    readonly sigma?: Formula | Readonly<Record<string, Formula>>;
    /** What happens at 0 and 1. Default: the kind's own. */
    readonly boundary?: Boundary;
    /** Default `ito`. */
    readonly reading?: Reading;
    /** Correlation time of the noise, above 0: Ornstein and Uhlenbeck's process that starts at 0. Default: white noise. */
    readonly memory?: Formula;
    /** Whether all players have the same Brownian motions. Default false. */
    readonly common?: boolean;
    /** Correlation of the Brownian motions of every two players. Default: independent. */
    readonly correlation?: readonly (readonly Formula[])[];
  };
  /** States that are not shares, by name: where they start, their rate of change, where they are kept, and their noise. */
  readonly environment?: Readonly<
    Record<
      string,
      {
        readonly initial: Formula;
        readonly rate: Formula;
        readonly range: readonly [low: number, high: number];
        readonly noise?: Formula;
        readonly title?: string;
      }
    >
  >;
  /**
   * Two to four, of which the first is that at the start: values of parameters, and rates to other regimes. Formulas of parameters, which
   * have their own values in them.
   */
  readonly regimes?: Readonly<
    Record<
      string,
      {
        readonly values?: Readonly<Record<string, Formula>>;
        readonly to?: Readonly<Record<string, Formula>>;
        readonly title?: string;
      }
    >
  >;
  /**
   * Share of the first of two strategies, or one share per strategy, by player or in the order of players; of one player its list alone.
   * Default: equal shares.
   */
  readonly initial?: Readonly<Record<string, Formula | readonly Formula[]>> | readonly (Formula | readonly Formula[])[];
  /** Time at which outcomes are read, above 0. */
  readonly horizon: number;
  /** Parameter values by scenario. */
  readonly scenarios?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
