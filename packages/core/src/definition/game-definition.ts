/**
 * The object form of a game, key for key what a game file holds.
 */
import type { DynamicsName } from '../equation/dynamics/dynamics.js';
import type { NoiseKind } from '../equation/noise/noise.js';

/** An expression as text, or a plain number. */
export type Formula = string | number;

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
  readonly parameters?: Readonly<
    Record<
      string,
      {
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
  /** Default `replicator`. */
  readonly dynamics?: DynamicsName;
  /** Default: no noise. Kind is `replicator` by default. */
  readonly noise?: { readonly kind?: NoiseKind; readonly sigma?: Readonly<Record<string, Formula>> };
  /** Share of the first of two strategies, or one share per strategy. Default: equal shares. */
  readonly initial?: Readonly<Record<string, Formula | readonly Formula[]>>;
  /** Time at which outcomes are read, above 0. */
  readonly horizon: number;
  /** Parameter values by scenario. */
  readonly scenarios?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
