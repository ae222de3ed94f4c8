/**
 * All equilibria of a game: every face solved on its own, then classified.
 */
import { fieldAt, formatPolynomial, type Game, type Point, pointAt } from '@trilogue/core';
import { rounded } from '../exact/polynomial.js';
import { one, printRational, workDone } from '../exact/rational.js';
import { profileStability } from '../noise/stochastic-stability.js';
import { type ExactField, exactField } from '../reading/exact-field.js';
import { decidedBeside } from '../stability/beside.js';
import { classify } from '../stability/classify.js';
import { isEvolutionarilyStable } from '../stability/evolutionarily-stable.js';
import { isNeutral } from '../stability/neutral.js';
import { type Eigenvalue, innerSpectrum, transversals } from '../stability/spectrum.js';
import type { Continuum, Equilibria, Equilibrium, PointByPlayer, Undecided } from './contract.js';
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
import type { OpenRegion, Root, Solution, System } from './system.js';
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
 * Every equilibrium of the replicator dynamics in the product of simplices: pure, partly mixed, interior, and families
 * of them. Parameters count as the decimal numbers that they are written as, so that payoffs that cancel do so exactly.
 *
 * On each face (a choice of strategies in use) the strategies in use must pay alike. Equations of degree 1 and
 * equations in one share are solved by exact elimination, the rest by subdivision of boxes in Bernstein form with
 * Krawczyk's test. Source of the dynamics: Taylor & Jonker (1978); Hofbauer & Sigmund (1998).
 *
 * Cost: a few ms for three players of two strategies; it grows with the number of faces and, on faces where three and
 * more players mix, quickly with the number of shares.
 * @param point Default `pointAt(game)`: the game's own values.
 * @throws GameError where a payoff has no finite value at the point.
 */
export function equilibria(game: Game, point: Point = pointAt(game), options: EquilibriaOptions = {}): Equilibria {
  fieldAt(game, point);
  const field = exactField(game, point);
  const most = options.boxes ?? 20_000;
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
  const found = solved.flatMap(({ face, solution }) =>
    solution.roots.map((root) => equilibriumAt(game, point, field, face, root, families, workLeft() > 0)),
  );
  const undecided = [
    ...solved.flatMap(({ face, solution }) => solution.open.map((region) => openAt(game, field, face, region))),
    ...beyond(game, field, solved.length),
  ];
  const boxes = solved.map(({ solution }) => solution.boxes);
  return {
    game: game.name,
    equilibria: found,
    continua: families.map((placed) => continuumAt(game, field, placed)),
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
const usual = { faces: 5_000, work: 6e7 };

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
  return {
    point: pointByPlayer(game, shares),
    shares,
    exact: fractions(field, face, root),
    error: root.exact === undefined ? root.error * Math.max(...face.support.map((own) => own.length)) + 2 ** -52 : 0,
    profile: pure ? face.support.map(([s], i) => game.players[i]!.strategies[s!]!) : null,
    face: faceNames(game, face.support),
    ...spectrumOf(all),
    ...linear,
    ...beside,
    nash,
    strictNash,
    ess,
    isolated: !families.some((family) => liesOn(family, face, root, field)),
    stochastic: pure ? profileStability(game, point, face.support, outside) : null,
  };
}

const evolutionary = {
  stability: 'stable',
  note: 'Asymptotically stable: an evolutionarily stable strategy of one population always attracts (Taylor and Jonker 1978; Hofbauer, Schuster and Sigmund 1979).',
} as const;

function continuumAt(game: Game, field: ExactField, { face, family }: PlacedFamily): Continuum {
  const names = localNames(game, face.support);
  const equations = family.equations.map((equation) => `${formatPolynomial(rounded(equation), names)} = 0`);
  const sample = spread(face, field.strategies, family.sample.point, inNumbers);
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
      // with one share there is no other direction
      attracts: strict && face.variables === 1,
    })) ?? null;
  return {
    face: faceNames(game, face.support),
    dimension: family.dimension,
    equations,
    sample,
    samplePoint: pointByPlayer(game, sample),
    eigenvalues: spectrumOf([
      ...transversals(face, family.sample, field.margin),
      ...innerSpectrum(face, family.sample, field.margin),
    ]).eigenvalues,
    proven: family.proven,
    nash,
    words: `${kind} of equilibria with strategies in use ${used}: ${where}${nash === null ? '' : nashWords(nash)}`,
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

function spectrumOf(all: readonly Eigenvalue[]): Pick<Equilibrium, 'eigenvalues' | 'eigenvalueError'> {
  const sorted = [...all].sort((a, b) => b.re - a.re || b.im - a.im);
  return {
    eigenvalues: sorted.map(({ re, im, error }): [number, number] => [settled(re, error), settled(im, error)]),
    eigenvalueError: Math.max(0, ...all.map(({ error }) => error)),
  };
}

/** What cannot be told from 0 is 0; never -0. */
function settled(value: number, error: number): number {
  return Math.abs(value) <= error ? 0 : value;
}

function pointByPlayer(game: Game, shares: readonly (readonly number[])[]): PointByPlayer {
  return Object.fromEntries(
    game.players.map(({ name }, i) => [name, shares[i]!.length === 2 ? shares[i]![0]! : shares[i]!]),
  );
}

function fractions(field: ExactField, face: Face, { exact }: Root): string[][] | null {
  if (exact === undefined || field.margin > 0) return null;
  const written = spread(face, field.strategies, exact, inRationals).map((own) => own.map(printRational));
  return written.flat().every((text) => text.length <= 24) ? written : null;
}

function openAt(game: Game, field: ExactField, face: Face, { bounds, reason }: OpenRegion): Undecided {
  const low = spread(
    face,
    field.strategies,
    bounds.map(([at]) => at),
    inNumbers,
  );
  const high = spread(
    face,
    field.strategies,
    bounds.map(([, at]) => at),
    inNumbers,
  );
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  const shares = low.map((own, i) =>
    own.map((share, s): [number, number] => {
      const other = high[i]![s]!;
      return [clamp(Math.min(share, other)), clamp(Math.max(share, other))];
    }),
  );
  return { face: faceNames(game, face.support), shares, reason };
}

function beyond(game: Game, { strategies }: ExactField, solved: number): Undecided[] {
  const count = faceCount(strategies);
  if (count <= solved) return [];
  const rounded = `about ${count.toExponential(1).replace('e+', ' x 10^')}`;
  const reason = `the game has ${count > 1e12 ? rounded : count} faces; the ${solved} with the fewest strategies in use were solved`;
  return [
    {
      face: game.players.map((player) => [...player.strategies]),
      shares: strategies.map((k) => Array.from({ length: k }, (): [number, number] => [0, 1])),
      reason,
    },
  ];
}
