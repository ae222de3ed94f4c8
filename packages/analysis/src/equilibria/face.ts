/**
 * Faces of the product of simplices: which strategies are in use. Owns the local coordinates of a face, the payoffs on
 * it and the equations of an equilibrium inside it: strategies in use pay alike.
 */
import type { Field, Game } from '@trilogue/core';
import { type ExactPolynomial, exactConstant, exactVariable, minus, rounded, substitute } from '../exact/polynomial.js';
import { one, type Rational, subtract, zero } from '../exact/rational.js';
import type { ExactField } from '../reading/exact-field.js';

export interface Face {
  /** Indices of the strategies in use, by player. The local coordinates are the shares of all of them but the last. */
  readonly support: readonly (readonly number[])[];
  /** Number of local coordinates. */
  readonly variables: number;
  /** Payoff of a strategy less that of the player's last one in use, in local coordinates, by [player][strategy]. */
  readonly advantages: readonly (readonly ExactPolynomial[])[];
  /** One equation per local coordinate, in their order: the advantage is 0. */
  readonly equations: readonly ExactPolynomial[];
  /** Every share in use as a polynomial in local coordinates, by [player][place in the support]. */
  readonly shares: readonly (readonly ExactPolynomial[])[];
}

/** Choices of strategies in use, those with fewer strategies first; no more than `most` are made. */
export function supports(strategies: readonly number[], most: number): number[][][] {
  const found: number[][][] = [];
  const total = strategies.reduce((sum, k) => sum + k, 0);
  for (let size = strategies.length; size <= total && found.length < most; size++) {
    for (const support of supportsOfSize(strategies, size)) {
      if (found.length === most) break;
      found.push(support);
    }
  }
  return found;
}

/** Those with `size` strategies in all, the first player slowest. */
function* supportsOfSize([own, ...others]: readonly number[], size: number): Generator<number[][]> {
  if (own === undefined) {
    if (size === 0) yield [];
    return;
  }
  const room = others.reduce((sum, k) => sum + k, 0);
  for (const subset of subsets(own)) {
    const left = size - subset.length;
    if (left < others.length || left > room) continue;
    for (const rest of supportsOfSize(others, left)) yield [subset, ...rest];
  }
}

/** Subsets of 0 ... k - 1 but the empty one, smaller ones first, then in the order of their entries. */
function subsets(k: number): number[][] {
  const found = Array.from({ length: 2 ** k - 1 }, (_, bits) =>
    [...Array(k).keys()].filter((s) => (bits + 1) & (1 << s)),
  );
  return found.sort((a, b) => a.length - b.length || firstDifference(a, b));
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((entry, i) => entry !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** How many faces there are. */
export function faceCount(strategies: readonly number[]): number {
  return strategies.reduce((total, k) => total * (2 ** k - 1), 1);
}

/** A face with its payoffs. */
export function restrict(field: ExactField, support: readonly (readonly number[])[]): Face {
  const { variables, shares, payoff } = onFace(field, support);
  const advantages = field.advantages.map((own, i) => {
    const local = own.map((_, s) => payoff(i, s));
    const anchor = local[support[i]!.at(-1)!]!;
    return local.map((advantage) => minus(advantage, anchor));
  });
  const equations = support.flatMap((own, i) => own.slice(0, -1).map((s) => advantages[i]![s]!));
  return { support, variables, advantages, equations, shares };
}

/** The equations of a face alone, which read no payoffs of strategies that are not in use. */
export function equationsOf(field: ExactField, support: readonly (readonly number[])[]): ExactPolynomial[] {
  const { payoff } = onFace(field, support);
  return support.flatMap((own, i) => {
    const last = payoff(i, own.at(-1)!);
    return own.slice(0, -1).map((s) => minus(payoff(i, s), last));
  });
}

/** Shares of a face, and what a strategy gains over the player's last one of all, in local coordinates. */
function onFace(field: ExactField, support: readonly (readonly number[])[]) {
  const variables = support.reduce((total, own) => total + own.length - 1, 0);
  const nothing = exactConstant(zero, variables);
  let next = 0;
  const shares = support.map((own) => {
    let last = exactConstant(one, variables);
    const free = own.slice(1).map(() => {
      const share = exactVariable(next++, variables);
      last = minus(last, share);
      return share;
    });
    return [...free, last];
  });
  const values = field.strategies.flatMap((k, i) =>
    Array.from({ length: k - 1 }, (_, s) => shares[i]![support[i]!.indexOf(s)] ?? nothing),
  );
  const payoff = (i: number, s: number) => substitute(field.advantages[i]![s]!, values, variables);
  return { variables, shares, payoff };
}

/** The dynamics inside the face as a field of its own, with rounded coefficients and without noise. */
export function faceField(face: Face): Field {
  return {
    strategies: face.support.map((own) => own.length),
    coordinates: face.variables,
    advantages: face.support.map((own, i) => own.slice(0, -1).map((s) => rounded(face.advantages[i]![s]!))),
    dynamics: 'replicator',
    noise: 'none',
    sigma: face.support.map(() => 0),
    ...{ levels: [], intensities: [], rates: [], stateNoises: [], environment: [], atoms: [], numbers: {} },
  };
}

/** Shares by [player][strategy] from local coordinates, in any arithmetic. */
export function spread<T>(
  face: Pick<Face, 'support'>,
  strategies: readonly number[],
  local: readonly T[],
  arithmetic: { readonly zero: T; readonly one: T; readonly subtract: (a: T, b: T) => T },
): T[][] {
  let next = 0;
  return face.support.map((own, i) => {
    const shares = new Array<T>(strategies[i]!).fill(arithmetic.zero);
    let last = arithmetic.one;
    for (const s of own.slice(0, -1)) {
      shares[s] = local[next++]!;
      last = arithmetic.subtract(last, shares[s]!);
    }
    shares[own.at(-1)!] = last;
    return shares;
  });
}

export const inNumbers = { zero: 0, one: 1, subtract: (a: number, b: number) => a - b };
export const inRationals: { zero: Rational; one: Rational; subtract: (a: Rational, b: Rational) => Rational } = {
  zero,
  one,
  subtract,
};

/** Names of the strategies in use. */
export function faceNames(game: Pick<Game, 'players'>, support: readonly (readonly number[])[]): string[][] {
  return support.map((own, i) => own.map((s) => game.players[i]!.strategies[s]!));
}

/** Names of the local coordinates, such as `A.share`. */
export function localNames(game: Pick<Game, 'players'>, support: readonly (readonly number[])[]): string[] {
  return support.flatMap((own, i) => {
    const { name, strategies } = game.players[i]!;
    return own.slice(0, -1).map((s) => `${name}.${strategies[s]}`);
  });
}
