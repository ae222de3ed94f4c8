/**
 * All equilibria of a game: every face solved on its own, then classified.
 */
import {
  dynamicsOf,
  type EquationShape,
  type Field,
  fieldAt,
  fieldShape,
  formatPolynomial,
  type Game,
  holds,
  type Interval,
  type Point,
  pointAt,
  type Rests,
  requireFacts,
} from '@trilogue/core';
import { restsOf, usesAll, withoutNoise } from '../enclosures/equations.js';
import { enclosedEquilibria } from '../enclosures/equilibria.js';
import { enclosedSpectrum } from '../enclosures/spectrum.js';
import { rounded } from '../exact/polynomial.js';
import { one, printRational, workDone } from '../exact/rational.js';
import { profileStability } from '../noise/stochastic-stability.js';
import { type ExactField, exactPayoffs } from '../reading/exact-field.js';
import { decidedBeside } from '../stability/beside.js';
import { type Classification, classify } from '../stability/classify.js';
import { classifyEnclosed } from '../stability/enclosed.js';
import { isEvolutionarilyStable } from '../stability/evolutionarily-stable.js';
import { isNeutral } from '../stability/neutral.js';
import { type Eigenvalue, innerSpectrum, type Transversal, transversals } from '../stability/spectrum.js';
import type { Continuum, Equilibria, Equilibrium } from './contract.js';
import { beyond, openAt, pointByPlayer, spectrumOf } from './data.js';
import {
  type Face,
  faceCount,
  faceNames,
  inNumbers,
  inRationals,
  localNames,
  restrict,
  spread,
  supports,
} from './face.js';
import { liesOn, maximal, type PlacedFamily } from './families.js';
import { nashParts } from './line-parts.js';
import { solve } from './solve.js';
import type { Root, Solution, System } from './system.js';
import { sharesText } from './words.js';

export interface EquilibriaOptions {
  /** How many boxes subdivision may look at on one face, and on all faces three times as many. Default 20,000: about a second. */
  readonly boxes?: number;
  /**
   * How many faces are solved, those with the fewest strategies in use first. Default 5,000, or fewer where these would take longer than
   * some seconds: an amount of arithmetic, so that every machine solves the same ones.
   */
  readonly faces?: number;
}

/**
 * Every point of the product of simplices at which the dynamics without noise rest: pure, partly mixed, interior, and families
 * of them. Parameters count as the decimal numbers that they are written as, so that payoffs that cancel do so exactly.
 *
 * Payoffs that are polynomials, no mutation: on each face (a choice of strategies in use) the strategies in use must pay alike, which is all
 * for replicator and Maynard Smith's dynamics, and what those of Smith, Brown-von Neumann-Nash and best replies choose their Nash
 * equilibria from. Equations of degree 1 and equations in one share are solved by exact elimination, the rest by subdivision of boxes in
 * Bernstein form with Krawczyk's test. Other payoffs, logit dynamics and mutation: boxes over intervals (`enclosedRoots`), without
 * families. Source of the dynamics: Taylor & Jonker (1978); Hofbauer & Sigmund (1998); Sandholm (2010).
 *
 * Cost: a few ms for three players of two strategies; it grows with the number of faces and, on faces where three and
 * more players mix, quickly with the number of shares.
 * @param point Default `pointAt(game)`: the game's own values.
 * @throws GameError where a payoff has no finite value at the point, for a game that changes with time or has jumps in its payoffs, and for
 * dynamics of which it is not known where they rest.
 */
export function equilibria(game: Game, point: Point = pointAt(game), options: EquilibriaOptions = {}): Equilibria {
  const shape = fieldShape(game);
  const equation = withoutNoise(fieldAt(game, point));
  check(shape, equation);
  const most = options.boxes ?? 20_000;
  const mutates = equation.strategies.some((_, player) => restsOf(equation, player) === 'velocity');
  const rests = dynamicsOf(equation).rests;
  if (
    mutates ||
    rests === undefined ||
    rests === 'inside' ||
    !holds({ ...shape, dynamics: 'replicator' }, 'polynomial')
  ) {
    const limits = { boxes: most, allBoxes: facesOfBoxes * most, faces: options.faces ?? usual.faces };
    return enclosedEquilibria(game, point, equation, limits);
  }
  const field = exactPayoffs(game, point);
  const mostWork = options.faces === undefined && options.boxes === undefined ? usual.work : Number.POSITIVE_INFINITY;
  const before = workDone();
  const workLeft = () => mostWork - (workDone() - before);
  let left = facesOfBoxes * most;
  const solved: { readonly face: Face; readonly solution: Solution }[] = [];
  for (const support of supports(field.strategies, options.faces ?? usual.faces)) {
    // the rest is for the points that were found
    if (workLeft() < mostWork / 4) break;
    const face = restrict(field, support);
    const solution = solve(systemOf(face), Math.min(most, left));
    left = Math.max(0, left - solution.boxes);
    solved.push({ face, solution });
  }
  const families = maximal(
    solved.flatMap(({ face, solution }) => solution.families.map((family): PlacedFamily => ({ face, family }))),
  );
  const kept = families.map((placed) => ({ placed, rests: familyRests(field, rests, placed) }));
  const continua = kept.filter((each) => each.rests === true).map(({ placed }) => placed);
  const points = solved.flatMap(({ face, solution }) =>
    solution.roots.map((root) => ({ face, root, rests: rootRests(field, rests, face, root) })),
  );
  const found = points
    .filter((each) => each.rests === true)
    .map(({ face, root }) => equilibriumAt(game, point, field, equation, face, root, continua, workLeft() > 0));
  const doubtful = [
    ...points
      .filter((each) => each.rests === null)
      .map(({ face, root }) => ({ face, bounds: around(root), reason: hidden })),
    ...kept
      .filter((each) => each.rests === null)
      .map(({ placed: { face } }) => ({
        face,
        bounds: Array.from({ length: face.variables }, () => [0, 1] as const),
        reason: aFamily,
      })),
  ];
  const undecided = [
    ...solved.flatMap(({ face, solution }) => solution.open.map((region) => openAt(game, face, region))),
    ...doubtful.map(({ face, ...region }) => openAt(game, face, region)),
    ...beyond(game, faceCount(field.strategies), solved.length),
  ];
  const boxes = solved.map(({ solution }) => solution.boxes);
  return {
    game: game.name,
    equilibria: found,
    continua: continua.map((placed) => continuumAt(game, field, equation, placed)),
    complete: undecided.length === 0,
    undecided,
    method: {
      faces: faceCount(field.strategies),
      elimination: boxes.filter((count) => count === 0).length,
      subdivision: boxes.filter((count) => count > 0).length,
      boxes: boxes.reduce((total, count) => total + count, 0),
    },
  };
}

/** Faces that may each use all the boxes of one. */
const facesOfBoxes = 3;
/** Faces, and the arithmetic of all of them: some seconds. */
const usual = { faces: 5_000, work: 3e7 };

const hidden = 'strategies in use pay alike here; whether another one does too, or more, is hidden by rounding';
const aFamily =
  'a family of points at which the strategies in use pay alike; at which of them shares rest was not decided';

const around = ({ point, error }: Root) => point.map((at): [number, number] => [at - error, at + error]);

function check(shape: EquationShape, equation: Field): void {
  const what = 'the list of equilibria';
  const players = [...shape.strategies.keys()];
  requireFacts(shape, what, ['shares-alone', 'autonomous']);
  if (players.some((player) => restsOf(equation, player) === undefined)) requireFacts(shape, what, ['replicator']);
  const isContinuous = shape.payoffFacts === undefined || shape.payoffFacts.includes('continuous');
  if (!isContinuous || players.some((player) => usesAll(equation, player))) requireFacts(shape, what, ['continuous']);
}

/** Whether shares rest at a point at which the strategies in use pay alike; null where that is not known. */
function rootRests(field: ExactField, rests: Rests, face: Face, root: Root): boolean | null {
  if (rests === 'restricted') return true;
  const zero = ({ re, error }: Eigenvalue) => Math.abs(re) <= error;
  const compared = transversals(face, root, field.margin).filter(
    ({ player, strategy }) => rests === 'nash' || strategy === field.strategies[player]! - 1,
  );
  if (compared.some((each) => !zero(each) && (rests === 'with-last' || each.re > 0))) return false;
  return compared.some((each) => zero(each) && each.error > 0) ? null : true;
}

/** The same for a family: true also where some of its points are. */
function familyRests(field: ExactField, rests: Rests, placed: PlacedFamily): boolean | null {
  const { support } = placed.face;
  if (rests === 'with-last') return support.every((own, i) => own.includes(field.strategies[i]! - 1)) || null;
  if (rests !== 'nash' || support.every((own, i) => own.length === field.strategies[i]!)) return true;
  const parts = field.margin > 0 ? null : nashParts(placed);
  return parts === null ? null : parts.length > 0;
}

function systemOf(face: Face): System {
  let next = 0;
  const simplices = face.support.map((own) => ({ variables: own.slice(1).map(() => next++), room: one }));
  return {
    variables: face.variables,
    equations: face.equations,
    simplices: simplices.filter(({ variables }) => variables.length > 0),
  };
}

function equilibriumAt(
  game: Game,
  point: Point,
  field: ExactField,
  equation: Field,
  face: Face,
  root: Root,
  families: readonly PlacedFamily[],
  /** Whether there is time to look beside the point. */
  inTime: boolean,
): Equilibrium {
  const shares = spread(face, field.strategies, root.point, inNumbers);
  const pure = face.variables === 0;
  const outside = transversals(face, root, field.margin);
  const inner = innerSpectrum(face, root, field.margin);
  const all: Eigenvalue[] = [...outside, ...inner];
  const nash = outside.every(({ re, error }) => re <= error);
  const losing = outside.every(({ re, error }) => re < -error);
  const strictNash = pure && losing;
  const ess = game.against === 'self' ? isEvolutionarilyStable(field, face, outside) : strictNash;
  const linear = classify(all, losing && isNeutral(face, root), outside.length === 0);
  const beside =
    linear.stability !== 'undecided'
      ? null
      : ess === true
        ? evolutionary
        : inTime
          ? decidedBeside(field, face, root, outside, inner)
          : null;
  const error =
    root.exact === undefined ? root.error * Math.max(...face.support.map((own) => own.length)) + 2 ** -52 : 0;
  const asReplicator = { spectrum: all, verdict: { ...linear, ...beside }, outside };
  const {
    spectrum,
    verdict,
    outside: entering,
  } = holds(equation, 'replicator')
    ? asReplicator
    : otherwise(
        equation,
        face,
        withError(shares, error),
        { strictNash, ess: ess === true && losing },
        asReplicator.verdict,
      );
  return {
    point: pointByPlayer(game, shares),
    shares,
    exact: fractions(field, face, root),
    error,
    profile: pure ? face.support.map(([s], i) => game.players[i]!.strategies[s!]!) : null,
    face: faceNames(game, face.support),
    ...spectrumOf(spectrum),
    ...verdict,
    nash,
    strictNash,
    ess,
    isolated: !families.some((family) => liesOn(family, face, root, field)),
    stochastic: pure && entering !== null ? profileStability(game, point, face.support, entering) : null,
  };
}

/** What another equation than the replicator's makes of the same point. */
function otherwise(
  equation: Field,
  { support }: Face,
  shares: readonly (readonly Interval[])[],
  { strictNash, ess }: { readonly strictNash: boolean; readonly ess: boolean },
  asReplicator: Classification,
): {
  readonly spectrum: readonly Eigenvalue[];
  readonly verdict: Classification;
  readonly outside: readonly Transversal[] | null;
} {
  const { rests } = dynamicsOf(equation);
  const found = enclosedSpectrum(equation, support, shares);
  const own = classifyEnclosed(found, rests, strictNash, ess);
  const onePopulation = equation.strategies.length === 1;
  // one population: the same paths at another pace; two strategies that the better one wins: the same direction
  const samePaths = onePopulation && rests === 'restricted';
  const sameWay = onePopulation && rests === 'nash' && equation.strategies[0] === 2;
  const verdict = samePaths
    ? asReplicator
    : sameWay && own.stability === 'undecided'
      ? { ...own, stability: asReplicator.stability, note: sameWayNote }
      : own;
  const spectrum = [...found.outside, ...(found.inner ?? [])];
  return { spectrum, verdict, outside: rests === 'restricted' ? found.outside : null };
}

const sameWayNote =
  'One population of two strategies: its share moves the way that it moves under replicator dynamics, of which this is known.';

function withError(shares: readonly (readonly number[])[], error: number): Interval[][] {
  // an exact share that is no double is rounded once
  const most = Math.max(error, 2 ** -53);
  return shares.map((own) =>
    own.map((share) =>
      share === 0 || share === 1 ? { low: share, high: share } : { low: share - most, high: share + most },
    ),
  );
}

const evolutionary = {
  stability: 'stable',
  note: 'Asymptotically stable: an evolutionarily stable strategy of one population always attracts (Taylor and Jonker 1978; Hofbauer, Schuster and Sigmund 1979).',
} as const;

function continuumAt(game: Game, field: ExactField, equation: Field, { face, family }: PlacedFamily): Continuum {
  const names = localNames(game, face.support);
  const equations = family.equations.map((equation) => `${formatPolynomial(rounded(equation), names)} = 0`);
  const ofNash = dynamicsOf(equation).rests === 'nash';
  const kind = ['a point', 'a line', 'a surface'][family.dimension] ?? `a set of dimension ${family.dimension}`;
  const used = faceNames(game, face.support)
    .map((own, i) => `${game.players[i]!.name}: ${own.join(', ')}`)
    .join('; ');
  const where = equations.length === 0 ? 'every point of the face' : `where ${equations.join(' and ')}`;
  const parts = field.margin > 0 ? null : nashParts({ face, family });
  const nash =
    parts?.map(({ from, to, strict }) => ({
      from: pointByPlayer(game, spread(face, field.strategies, from, inNumbers)),
      to: pointByPlayer(game, spread(face, field.strategies, to, inNumbers)),
      // with one share there is no other direction; where unused strategies come back, nothing is known of it
      attracts: strict && face.variables === 1 && !ofNash,
    })) ?? null;
  const isPart = ofNash && parts?.[0] !== undefined && family.dimension === 1;
  const at = isPart ? parts[0]!.from.map((from, v) => (from + parts[0]!.to[v]!) / 2) : family.sample.point;
  const sample = spread(face, field.strategies, at, inNumbers);
  const found = holds(equation, 'replicator')
    ? {
        outside: transversals(face, family.sample, field.margin),
        inner: innerSpectrum(face, family.sample, field.margin),
      }
    : enclosedSpectrum(equation, face.support, withError(sample, family.sample.error));
  const spectrum = [...found.outside, ...(found.inner ?? [])];
  return {
    face: faceNames(game, face.support),
    dimension: family.dimension,
    equations,
    sample,
    samplePoint: pointByPlayer(game, sample),
    eigenvalues: spectrumOf(spectrum).eigenvalues,
    proven: family.proven,
    nash,
    words: `${kind} of equilibria with strategies in use ${used}: ${where}${nash === null ? '' : nashWords(nash)}${isPart ? '; its other points are no equilibria of these dynamics' : ''}`,
  };
}

function nashWords(parts: NonNullable<Continuum['nash']>): string {
  if (parts.length === 0) return '; none of its points is Nash';
  const words = parts.map(({ from, to, attracts }) => {
    const [one, other] = [from, to].map((point) => sharesText({ point }));
    return `from (${one}) to (${other})${attracts ? ', where it attracts' : ''}`;
  });
  return `; Nash ${words.join(', and ')}`;
}

function fractions(field: ExactField, face: Face, { exact }: Root): string[][] | null {
  if (exact === undefined || field.margin > 0) return null;
  const written = spread(face, field.strategies, exact, inRationals).map((own) => own.map(printRational));
  return written.flat().every((text) => text.length <= 24) ? written : null;
}
