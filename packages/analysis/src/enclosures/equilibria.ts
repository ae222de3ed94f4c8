/**
 * Equilibria of games whose rest points are no polynomial equations, each enclosed in a box that is proven to hold exactly one: payoffs with functions
 * of shares, logit dynamics, mutation. Every face on its own where unused strategies stay away, the whole of a player's shares
 * where they do not.
 */
import {
  advantagesOver,
  dynamicsOf,
  type Field,
  type Game,
  type Interval,
  intervals,
  type Point,
} from '@trilogue/core';
import type { Equilibria, Equilibrium, Undecided } from '../equilibria/contract.js';
import { beyond, openAt, pointByPlayer, spectrumOf } from '../equilibria/data.js';
import { type Face, faceCount, faceNames, supports } from '../equilibria/face.js';
import { simplestNear, toNumber } from '../exact/rational.js';
import { profileStability } from '../noise/stochastic-stability.js';
import { classifyEnclosed } from '../stability/enclosed.js';
import { restProblem, restsOf, sharesOver, usesAll } from './equations.js';
import { type Enclosure, middle } from './krawczyk.js';
import { type Enclosures, enclosedRoots } from './roots.js';
import { enclosedSpectrum } from './spectrum.js';

type Support = Face['support'];

interface Limits {
  /** Boxes on one face, and on all. */
  readonly boxes: number;
  readonly allBoxes: number;
  readonly faces: number;
}

/** @param field without noise */
export function enclosedEquilibria(
  game: Game,
  point: Point,
  field: Field,
  { boxes, allBoxes, faces }: Limits,
): Equilibria {
  const whole = field.strategies.map((_, player) => usesAll(field, player));
  const choices = field.strategies.map((count, player) => (whole[player] ? 1 : count));
  let left = allBoxes;
  const solved: { readonly support: Support; readonly found: Enclosures }[] = [];
  for (const chosen of supports(choices, faces)) {
    const support = chosen.map((own, player) => (whole[player] ? [...Array(field.strategies[player]!).keys()] : own));
    const found = enclosedRoots(restProblem(field, support), Math.min(boxes, left));
    left -= found.boxes;
    solved.push({ support, found });
  }
  const all = solved.flatMap(({ support, found }) =>
    found.roots.map((root) => equilibriumAt(game, point, field, support, root)),
  );
  const undecided = [
    ...solved.flatMap(({ support, found }) => found.open.map((region) => openAt(game, { support }, region))),
    ...all.filter((each): each is Undecided => each !== null && 'reason' in each),
    ...beyond(game, faceCount(choices), solved.length),
  ];
  const counts = solved.map(({ found }) => found.boxes);
  return {
    game: game.name,
    equilibria: all.filter((each): each is Equilibrium => each !== null && !('reason' in each)),
    continua: [],
    complete: undecided.length === 0,
    undecided,
    method: {
      faces: faceCount(choices),
      elimination: counts.filter((count) => count === 0).length,
      subdivision: counts.filter((count) => count > 0).length,
      boxes: counts.reduce((sum, count) => sum + count, 0),
    },
  };
}

/** Null for a point at which shares do not rest under these dynamics, though the strategies in use pay alike. */
function equilibriumAt(
  game: Game,
  point: Point,
  field: Field,
  support: Support,
  root: Enclosure,
): Equilibrium | Undecided | null {
  const shares = sharesOver(intervals, field, support, root).map((own) =>
    own.map(({ low, high }): Interval => ({ low: Math.max(0, low), high: Math.min(1, high) })),
  );
  const { rests } = dynamicsOf(field);
  const payoffs = advantagesOver(intervals, field, shares);
  const changes = support.map((own, player) => changesOf(own, payoffs[player]!, usesAll(field, player)));
  const restrained = changes.filter((_, player) => restsOf(field, player) === rests);
  if (rests === 'nash' && restrained.flat().includes('gains')) return null;
  const last = support.map((own, player) =>
    restsOf(field, player) === 'with-last' ? lastPays(own, payoffs[player]!) : true,
  );
  if (last.includes(false)) return null;
  if ((rests === 'nash' && restrained.flat().includes('unknown')) || last.includes(null)) {
    const reason = 'strategies in use pay alike here; whether another one does too, or more, is hidden by rounding';
    return {
      face: faceNames(game, support),
      shares: shares.map((own) => own.map(({ low, high }) => [low, high] as const)),
      reason,
    };
  }
  const pure = root.length === 0;
  const nash = changes.flat().includes('gains') ? false : changes.flat().includes('unknown') ? null : true;
  const strictNash = pure ? (nash === true ? changes.flat().every((change) => change === 'loses') : nash) : false;
  const spectrum = enclosedSpectrum(field, support, shares);
  const near = shares.map(simple);
  const error = Math.max(
    ...shares.flatMap((own, i) => own.map(({ low, high }, s) => Math.max(high - near[i]![s]!, near[i]![s]! - low))),
  );
  const stays = support.every((_, player) => restsOf(field, player) === 'restricted');
  return {
    point: pointByPlayer(game, near),
    shares: near,
    exact: pure ? near.map((own) => own.map(String)) : null,
    error: Math.max(0, error),
    profile: pure ? support.map(([s], i) => game.players[i]!.strategies[s!]!) : null,
    face: faceNames(game, support),
    ...spectrumOf([...spectrum.outside, ...(spectrum.inner ?? [])]),
    ...classifyEnclosed(spectrum, rests, strictNash, false),
    nash,
    strictNash,
    // Selten (1980): strict where several populations play; one population needs payoffs that are linear in its shares
    ess: game.against === 'self' ? null : nash === true || nash === null ? strictNash : false,
    isolated: support.every((_, player) => usesAll(field, player) || !changes[player]!.includes('unknown')) || null,
    stochastic: pure && stays ? profileStability(game, point, support, spectrum.outside) : null,
  };
}

type Change = 'gains' | 'loses' | 'unknown';

/**
 * What a player's changes of strategy bring. Strategies in use pay alike where unused ones stay away (`all` false); elsewhere
 * one that certainly pays more than another in use gains, and equal ones are not proven to be so.
 */
function changesOf(own: readonly number[], payoffs: readonly Interval[], all: boolean): Change[] {
  const others = all ? own : payoffs.flatMap((_, s) => (own.includes(s) ? [] : [s]));
  return others.map((s): Change => {
    const gains = own.filter((used) => used !== s).map((used) => intervals.sub(payoffs[s]!, payoffs[used]!));
    if (gains.some(({ low }) => low > 0)) return 'gains';
    return !all && gains.some(({ high }) => high < 0) ? 'loses' : 'unknown';
  });
}

/** Whether the player's last strategy pays as much as those in use; null where bounds do not decide. */
function lastPays(own: readonly number[], payoffs: readonly Interval[]): boolean | null {
  if (own.includes(payoffs.length - 1)) return true;
  return own.some((s) => payoffs[s]!.low > 0 || payoffs[s]!.high < 0) ? false : null;
}

/** The simplest numbers within bounds, the last share what is left. */
function simple(own: readonly Interval[]): number[] {
  const others = own.slice(0, -1).map((share) => {
    const at = middle(share);
    const simplest = toNumber(simplestNear(at, (share.high - share.low) / 2));
    return simplest >= share.low && simplest <= share.high ? simplest : at;
  });
  return [
    ...others,
    Math.max(
      0,
      others.reduce((rest, share) => rest - share, 1),
    ),
  ];
}
