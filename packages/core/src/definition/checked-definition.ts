/**
 * Names of a definition, checked by the compiler: players, strategies, parameters and `where` names, wherever used.
 */
import type { CheckedFormula } from './checked-formula.js';
import type { Formula, GameDefinition } from './game-definition.js';

type Keys<T> = Extract<keyof T, string>;
type Players<D extends GameDefinition> = Keys<D['players']>;
type Strategies<D extends GameDefinition, P extends Players<D>> = D['players'][P]['strategies'][number];

/** Names of the parameters of a definition. */
export type ParameterNames<D extends GameDefinition> = D extends { readonly parameters: infer P } ? Keys<P> : never;

type WhereNames<D extends GameDefinition> = D extends { readonly where: infer W } ? Keys<W> : never;
type Shares<D extends GameDefinition> = { [P in Players<D>]: `${P}.${Strategies<D, P>}` }[Players<D>];
type Plain<D extends GameDefinition> = ParameterNames<D> | WhereNames<D>;
type StateNames<D extends GameDefinition> = D extends { readonly environment: infer E } ? Keys<E> : never;
type AnyName<D extends GameDefinition> = Plain<D> | Shares<D> | StateNames<D> | 'time';

/** Every formula of a record, under keys that must be among the allowed ones. */
type Formulas<R, Allowed extends string, Known extends string> = {
  [K in keyof R]: K extends Allowed ? CheckedFormula<R[K], Known> : never;
};

type CheckedRow<Row, D extends GameDefinition> = Row extends { readonly pay: infer Pay }
  ? {
      readonly when: readonly Strategies<D, Players<D>>[];
      readonly pay: Formulas<Pay, Players<D>, AnyName<D>> & Readonly<Record<Players<D>, unknown>>;
    }
  : never;

type CheckedPayoffs<P, D extends GameDefinition> = P extends readonly unknown[]
  ? { [R in keyof P]: CheckedRow<P[R], D> }
  : {
      [K in keyof P]: K extends Players<D>
        ? Formulas<P[K], Strategies<D, K>, AnyName<D>> & Readonly<Record<Strategies<D, K>, unknown>>
        : never;
    } & Readonly<Record<Players<D>, unknown>>;

type CheckedNoise<N, D extends GameDefinition> = {
  [K in keyof N]: K extends 'sigma'
    ? N[K] extends Formula
      ? CheckedFormula<N[K], AnyName<D>>
      : Formulas<N[K], Players<D>, AnyName<D>> & Readonly<Record<Players<D>, unknown>>
    : K extends keyof NonNullable<GameDefinition['noise']>
      ? N[K]
      : never;
};

/** A type of its own, so that the compiler maps entries and not the methods of a list. */
type CheckedList<L, Known extends string> = { [E in keyof L]: CheckedFormula<L[E], Known> };

type CheckedShares<S, Known extends string> = S extends readonly unknown[]
  ? CheckedList<S, Known>
  : CheckedFormula<S, Known>;

type CheckedInitial<I, D extends GameDefinition> = I extends readonly unknown[]
  ? { [E in keyof I]: CheckedShares<I[E], Plain<D>> }
  : { [K in keyof I]: K extends Players<D> ? CheckedShares<I[K], Plain<D>> : never };

type CheckedScenarios<S, D extends GameDefinition> = {
  [K in keyof S]: { [Name in keyof S[K]]: Name extends ParameterNames<D> ? number : never };
};

type CheckedRegimes<S, D extends GameDefinition> = {
  [K in keyof S]: {
    [F in keyof S[K]]: F extends 'values'
      ? Formulas<S[K][F], ParameterNames<D>, ParameterNames<D>>
      : F extends 'to'
        ? Formulas<S[K][F], Extract<Exclude<keyof S, K>, string>, ParameterNames<D>>
        : F extends 'title'
          ? string
          : never;
  };
};

/**
 * What a definition must look like given its own names. Wrong names become `never` or a text that names them, so that
 * the compiler points at the place.
 */
export type CheckedDefinition<D extends GameDefinition> = {
  [K in keyof D]: K extends 'payoffs'
    ? CheckedPayoffs<D[K], D>
    : K extends 'where'
      ? Formulas<D[K], string, AnyName<D>>
      : K extends 'noise'
        ? CheckedNoise<D[K], D>
        : K extends 'initial'
          ? CheckedInitial<D[K], D>
          : K extends 'scenarios'
            ? CheckedScenarios<D[K], D>
            : K extends 'regimes'
              ? CheckedRegimes<D[K], D>
              : K extends keyof GameDefinition
                ? D[K]
                : never;
};
