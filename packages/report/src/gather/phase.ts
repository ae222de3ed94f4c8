/**
 * The space of the shares: paths without noise from a grid of starts, noisy ones from the start of the game, and where
 * two shares are drawn the drift. Three shares make a cube, two a square or a triangle; of more players of two
 * strategies a section is taken.
 */
import { deterministicPath, type Equilibria } from '@trilogue/analysis';
import { coordinateNames, driftAt, type Field, fieldAt, type Game } from '@trilogue/core';
import { replay } from '@trilogue/engine';
import { brief } from '../text/figures.js';
import { isNoisy } from './evolution.js';
import { common, type ReportJob } from './job.js';

/**
 * Three players of two strategies, two of them, or one population of three strategies; a section where there are more players of two
 * strategies than a picture has room for.
 */
export type PhaseKind = 'cube' | 'square' | 'triangle' | 'section';

/** Paths and equilibria in the space of the shares. */
export interface PhaseFigures {
  readonly kind: PhaseKind;
  /** Names of the shares along the axes. */
  readonly axes: readonly string[];
  /** Players along the axes, by index; of a triangle the one player. */
  readonly players: readonly number[];
  readonly paths: readonly {
    readonly points: readonly (readonly number[])[];
    readonly noisy: boolean;
    readonly group: string;
  }[];
  readonly equilibria: readonly PhaseMark[];
  /** Of a square and of a section, `[j][i]` at `grid[j]`, `grid[i]`. */
  readonly drift: {
    readonly grid: readonly number[];
    readonly dx: readonly (readonly number[])[];
    readonly dy: readonly (readonly number[])[];
  } | null;
  /** The shares that a section holds fixed. */
  readonly at: readonly { readonly name: string; readonly value: number }[];
}

/** An equilibrium. */
export interface PhaseMark {
  readonly point: readonly number[];
  readonly type: Equilibria['equilibria'][number]['type'];
}

/** A path without noise. */
export interface StillPath {
  readonly points: readonly (readonly number[])[];
  /** The equilibrium, by index, near which it ends; null where it is still under way. */
  readonly end: number | null;
}

const driftValues = 41;
const noisyPaths = 6;
const noisySteps = 400;
const pathTimes = 120;
/** A path that ends so near an equilibrium is said to end there. */
const near = 0.05;
/** Charts have seven colours; one is for noisy paths, one for paths that end elsewhere. */
const mostEnds = 5;

/** Null where there is no such picture of the game. */
export async function gatherPhase(job: ReportJob, found: Equilibria): Promise<PhaseFigures | null> {
  const { game, point } = job;
  const kind = phaseKind(game);
  if (kind === null) return null;
  const field = fieldAt(game, point);
  const names = coordinateNames(game);
  const axes = kind === 'section' ? names.slice(0, 2) : names;
  const players = kind === 'triangle' ? [0] : axes.map((_, i) => i);
  const at = kind === 'section' ? names.slice(2).map((name, i) => ({ name, value: point.initial[i + 2]![0]! })) : [];
  const drift = kind === 'square' || kind === 'section' ? driftGrid(field, at) : null;
  if (kind === 'section') return { kind, axes, players, paths: [], equilibria: [], drift, at };
  const equilibria = phaseMarks(found);
  const plain = grouped(stillPaths(field, kind, job.horizon, equilibria), equilibria);
  const noisy = isNoisy(job) ? await noisyOnes(job, names) : [];
  return { kind, axes, players, paths: [...plain, ...noisy], equilibria, drift, at };
}

/** Null where there is no picture of the shares. */
export function phaseKind({ players }: Pick<Game, 'players'>): PhaseKind | null {
  const strategies = players.map((player) => player.strategies.length);
  const two = strategies.every((count) => count === 2);
  if (two && strategies.length === 3) return 'cube';
  if (two && strategies.length === 2) return 'square';
  if (two && strategies.length > 3) return 'section';
  return strategies.length === 1 && strategies[0] === 3 ? 'triangle' : null;
}

/** The equilibria as points of the space of the shares. */
export function phaseMarks({ equilibria }: Equilibria): PhaseMark[] {
  return equilibria.map(({ shares, type }) => ({ point: shares.flatMap((own) => own.slice(0, -1)), type }));
}

/** The drift over the first two shares, the others held fixed. */
export function driftGrid(field: Field, at: PhaseFigures['at'] = []): NonNullable<PhaseFigures['drift']> {
  const grid = Array.from({ length: driftValues }, (_, i) => i / (driftValues - 1));
  const rest = at.map(({ value }) => value);
  const table = grid.map((y) => grid.map((x) => driftAt(field, [x, y, ...rest])));
  return { grid, dx: table.map((row) => row.map(([dx]) => dx!)), dy: table.map((row) => row.map(([, dy]) => dy!)) };
}

function starts(kind: PhaseKind): number[][][] {
  const two = (share: number) => [share, 1 - share];
  const few = [0.12, 0.5, 0.88];
  if (kind === 'cube') {
    return few.flatMap((x) => few.flatMap((y) => few.map((z) => [two(x), two(y), two(z)])));
  }
  if (kind === 'square') {
    const more = [0.1, 0.37, 0.63, 0.9];
    return more.flatMap((x) => more.map((y) => [two(x), two(y)]));
  }
  const parts = [1, 2, 3, 4].flatMap((a) => [1, 2, 3, 4].map((b) => [a, b, 6 - a - b]));
  return parts.filter(([, , c]) => c! > 0).map((own) => [own.map((part) => part / 6)]);
}

/** Paths without noise from a grid of starts. */
export function stillPaths(
  field: Field,
  kind: PhaseKind,
  horizon: number,
  marks: readonly PhaseMark[],
  options?: Parameters<typeof deterministicPath>[3],
): StillPath[] {
  const times = Array.from({ length: pathTimes + 1 }, (_, i) => (horizon * i) / pathTimes);
  return starts(kind).map((start) => {
    const { states } = deterministicPath(field, start, times, options);
    const last = states.at(-1)!;
    const end = marks.findIndex(({ point }) => point.every((share, c) => Math.abs(share - last[c]!) < near));
    return { points: states, end: end < 0 ? null : end };
  });
}

/** The equilibria, by index, at which most paths end: as many as charts have colours for. */
export function commonEnds(paths: readonly Pick<StillPath, 'end'>[]): ReadonlySet<number | null> {
  const counts = new Map<number, number>();
  for (const { end } of paths) if (end !== null) counts.set(end, (counts.get(end) ?? 0) + 1);
  const ends = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, mostEnds);
  return new Set(ends.map(([end]) => end));
}

function grouped(paths: readonly StillPath[], marks: readonly PhaseMark[]): PhaseFigures['paths'] {
  const named = commonEnds(paths);
  const elsewhere = named.size === 0 ? 'without noise' : 'without noise, still under way at the horizon';
  const words = (end: number) => `without noise, ends near (${marks[end]!.point.map(brief).join(', ')})`;
  return paths.map(({ points, end }) => ({
    ...{ points, noisy: false },
    group: end !== null && named.has(end) ? words(end) : elsewhere,
  }));
}

async function noisyOnes(job: ReportJob, names: readonly string[]): Promise<PhaseFigures['paths']> {
  const paths: PhaseFigures['paths'][number][] = [];
  for (let path = 0; path < noisyPaths; path++) {
    // Gaussian increments: two-point ones are right for distributions only
    const run = { ...common(job), scheme: 'euler' as const, dt: job.horizon / noisySteps };
    const { times, shares } = await replay({ ...run, path });
    const points = times.map((_, t) => names.map((name) => Math.min(1, Math.max(0, shares[name]![t]!))));
    paths.push({ points, noisy: true, group: 'with noise, from the start of the game' });
  }
  return paths;
}
