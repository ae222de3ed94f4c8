/**
 * Stochastic stability of pure profiles: at each the equations of the entering shares are linear to first order and
 * apart from each other, so the largest exponent decides.
 */
import { fieldAt, fieldShape, type Game, holds, type Point, pointAt } from '@trilogue/core';
import { restrict } from '../equilibria/face.js';
import { exactField } from '../reading/exact-field.js';
import { listedProfiles } from '../reading/listed-profiles.js';
import { type Transversal, transversals } from '../stability/spectrum.js';
import { keptFrom, keptWithin, type NoiseDirection, type NoiseVerdict, type StochasticStability } from './contract.js';
import { exponents, fellerMoments, keptProbability } from './exponents.js';
import { nearLaw } from './near-law.js';

const sources = [
  'Mao (2007), Stochastic Differential Equations and Applications, 2nd ed., chapter 4: almost sure and moment exponential stability.',
  'Khasminskii (2012), Stochastic Stability of Differential Equations, 2nd ed.: stability in the first approximation.',
];
const absorbing =
  'Feller (1951), Two Singular Diffusion Problems, Annals of Mathematics 54: absorption in finite time.';

/** A pure profile and its fate. */
export interface ProfileStability extends StochasticStability {
  /** One strategy per player. */
  readonly profile: readonly string[];
}

/**
 * Every pure profile under the game's noise, in the order of `profiles`.
 * @throws GameError where a payoff has no finite value at the point; RangeError for more than 1,024 pure profiles.
 */
export function stochasticStability(game: Game, point: Point = pointAt(game)): ProfileStability[] {
  fieldAt(game, point);
  const field = exactField(game, point);
  return listedProfiles(game).map((profile) => {
    const support = profile.map((strategy, i) => [game.players[i]!.strategies.indexOf(strategy)]);
    const face = restrict(field, support);
    const outside = transversals(face, { point: [], error: 0, exact: [] }, field.margin);
    return { profile, ...profileStability(game, point, support, outside) };
  });
}

/** One pure profile, given what entering strategies gain there. */
export function profileStability(
  game: Game,
  point: Point,
  support: readonly (readonly number[])[],
  outside: readonly Transversal[],
): StochasticStability {
  const shape = fieldShape(game);
  const directions = outside.map(({ player, strategy, re, error }): NoiseDirection => {
    const { name, strategies } = game.players[player]!;
    const sigma = point.sigma[player]!;
    const resident = support[player]![0]!;
    const { law, words } = nearLaw(shape, sigma, strategies.length, resident, strategy);
    const eigenvalue = Math.abs(re) <= error ? 0 : re;
    const feller = law === 'absorbed' && holds(shape, 'sampling-noise');
    // Stratonovich's reading is Ito's with half the variance in the drift
    const drift = holds(shape, 'ito') ? eigenvalue : eigenvalue + sigma ** 2 / 2;
    const found =
      law === 'geometric' ? exponents(drift, sigma) : { ...none, ...(feller ? fellerMoments(eigenvalue) : {}) };
    const kept =
      (law === 'geometric' || feller) && !(sigma === 0 && eigenvalue === 0)
        ? keptProbability(feller ? 'feller' : 'geometric', drift, sigma, [keptFrom, keptWithin])
        : null;
    return {
      player: name,
      strategy: strategies[strategy]!,
      over: strategies[resident]!,
      sigma,
      law,
      eigenvalue,
      ...found,
      kept,
      words,
    };
  });
  const all = (pick: (direction: NoiseDirection) => number | null) => directions.map(pick);
  const absorbs = directions.every(({ law }) => law === 'absorbed');
  const almostSure = absorbs
    ? null
    : verdict(directions.map(({ law, almostSure: own }) => (law === 'absorbed' ? Number.NEGATIVE_INFINITY : own)));
  const geometric = directions.every(({ law }) => law === 'geometric');
  const moments = directions.every(({ firstMoment }) => firstMoment !== null);
  const secondMoment = moments ? verdict(all((direction) => direction.secondMoment)) : null;
  return {
    noise: shape.noise,
    reading: shape.reading ?? 'ito',
    directions,
    almostSure,
    firstMoment: moments ? verdict(all((direction) => direction.firstMoment)) : null,
    secondMoment,
    kept: directions.reduce<number | null>(
      (product, { kept }) => (product === null || kept === null ? null : product * kept),
      1,
    ),
    almostSureFactor: factor(directions, (direction) => direction.almostSureFlip, 0, Math.max),
    secondMomentFactor:
      geometric && directions.every(({ eigenvalue }) => eigenvalue < 0)
        ? factor(directions, (direction) => direction.secondMomentFlip, Number.POSITIVE_INFINITY, Math.min)
        : null,
    words: summary(directions, almostSure, secondMoment),
    sources: directions.some(({ law }) => law === 'absorbed') ? [...sources, absorbing] : sources,
  };
}

const none = {
  almostSure: null,
  firstMoment: null,
  secondMoment: null,
  almostSureFlip: null,
  secondMomentFlip: null,
};

function verdict(values: readonly (number | null)[]): NoiseVerdict {
  if (values.some((value) => value !== null && value > 0)) return 'unstable';
  return values.every((value) => value !== null && value < 0) ? 'stable' : 'undecided';
}

/** Factor on all intensities at which the last (or first) direction flips; null where one that matters has no noise. */
function factor(
  directions: readonly NoiseDirection[],
  flip: (direction: NoiseDirection) => number | null,
  start: number,
  pick: (a: number, b: number) => number,
): number | null {
  let found = start;
  for (const direction of directions) {
    const at = flip(direction);
    if (direction.law === 'undefined') return null;
    if (at !== null) found = pick(found, at / direction.sigma);
  }
  return Number.isFinite(found) && found > 0 ? found : null;
}

function summary(
  directions: readonly NoiseDirection[],
  almostSure: NoiseVerdict | null,
  second: NoiseVerdict | null,
): string {
  const squares =
    second === null || second === 'undecided' ? '.' : `; the mean square ${second === 'stable' ? 'shrinks' : 'grows'}.`;
  if (almostSure === null) {
    return `A path that comes near enough ends there in finite time; from a given distance it may leave${squares}`;
  }
  if (almostSure === 'unstable') return `Almost every path that comes near leaves it again${squares}`;
  if (directions.some(({ law }) => law === 'undefined')) {
    return 'Not decided: the noise drives a share below 0, and what follows depends on the clipping.';
  }
  const paths =
    almostSure === 'stable'
      ? 'From close enough, a path converges to it with a probability as near 1 as one likes; from a given distance it may leave'
      : 'The largest exponent is 0: whether paths converge is not decided';
  return `${paths}${squares}`;
}
