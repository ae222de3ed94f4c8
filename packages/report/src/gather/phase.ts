/**
 * The space of the shares: paths without noise from a grid of starts, noisy ones from the start of the game, and where
 * two shares are drawn the drift. Three shares make a cube, two a square or a triangle; of more players of two
 * strategies a section is taken.
 */
import { deterministicPath, type Equilibria } from '@trilogue/analysis';
import { coordinateNames, driftAt, type Field, fieldAt } from '@trilogue/core';
import { replay } from '@trilogue/engine';
import { brief } from '../text/figures.js';
import { isNoisy } from './evolution.js';
import { common, type ReportJob } from './job.js';

/** Paths and equilibria in the space of the shares. */
export interface PhaseFigures {
  readonly kind: 'cube' | 'square' | 'triangle' | 'section';
  /** Names of the shares along the axes. */
  readonly axes: readonly string[];
  /** Players along the axes, by index; of a triangle the one player. */
  readonly players: readonly number[];
  readonly paths: readonly {
    readonly points: readonly (readonly number[])[];
    readonly noisy: boolean;
    readonly group: string;
  }[];
  readonly equilibria: readonly {
    readonly point: readonly number[];
    readonly type: Equilibria['equilibria'][number]['type'];
  }[];
  /** Of a square and of a section, `[j][i]` at `grid[j]`, `grid[i]`. */
  readonly drift: {
    readonly grid: readonly number[];
    readonly dx: readonly (readonly number[])[];
    readonly dy: readonly (readonly number[])[];
  } | null;
  /** The shares that a section holds fixed. */
  readonly at: readonly { readonly name: string; readonly value: number }[];
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
  const kind = kindOf(game.players.map(({ strategies }) => strategies.length));
  if (kind === null) return null;
  const field = fieldAt(game, point);
  const names = coordinateNames(game);
  const axes = kind === 'section' ? names.slice(0, 2) : names;
  const players = kind === 'triangle' ? [0] : axes.map((_, i) => i);
  const at = kind === 'section' ? names.slice(2).map((name, i) => ({ name, value: point.initial[i + 2]![0]! })) : [];
  const drift = kind === 'square' || kind === 'section' ? driftGrid(field, at) : null;
  if (kind === 'section') return { kind, axes, players, paths: [], equilibria: [], drift, at };
  const equilibria = found.equilibria.map(({ shares, type }) => ({
    point: shares.flatMap((own) => own.slice(0, -1)),
    type,
  }));
  const plain = plainPaths(job, field, kind, equilibria);
  const noisy = isNoisy(job) ? await noisyOnes(job, names) : [];
  return { kind, axes, players, paths: [...plain, ...noisy], equilibria, drift, at };
}

function kindOf(strategies: readonly number[]): PhaseFigures['kind'] | null {
  const two = strategies.every((count) => count === 2);
  if (two && strategies.length === 3) return 'cube';
  if (two && strategies.length === 2) return 'square';
  if (two && strategies.length > 3) return 'section';
  return strategies.length === 1 && strategies[0] === 3 ? 'triangle' : null;
}

function driftGrid(field: Field, at: PhaseFigures['at']): NonNullable<PhaseFigures['drift']> {
  const grid = Array.from({ length: driftValues }, (_, i) => i / (driftValues - 1));
  const rest = at.map(({ value }) => value);
  const table = grid.map((y) => grid.map((x) => driftAt(field, [x, y, ...rest])));
  return { grid, dx: table.map((row) => row.map(([dx]) => dx!)), dy: table.map((row) => row.map(([, dy]) => dy!)) };
}

function starts(kind: PhaseFigures['kind']): number[][][] {
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

function plainPaths(
  { horizon }: ReportJob,
  field: Field,
  kind: PhaseFigures['kind'],
  equilibria: PhaseFigures['equilibria'],
): PhaseFigures['paths'] {
  const times = Array.from({ length: pathTimes + 1 }, (_, i) => (horizon * i) / pathTimes);
  const paths = starts(kind).map((start) => {
    const { states } = deterministicPath(field, start, times);
    const end = states.at(-1)!;
    const there = equilibria.find(({ point }) => point.every((share, c) => Math.abs(share - end[c]!) < near));
    return { points: states, end: there === undefined ? null : `ends near (${there.point.map(brief).join(', ')})` };
  });
  const counts = new Map<string, number>();
  for (const { end } of paths) if (end !== null) counts.set(end, (counts.get(end) ?? 0) + 1);
  const named = new Set(
    [...counts]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, mostEnds)
      .map(([end]) => end),
  );
  const elsewhere = named.size === 0 ? 'without noise' : 'without noise, still under way at the horizon';
  return paths.map(({ points, end }) => ({
    ...{ points, noisy: false },
    group: end !== null && named.has(end) ? `without noise, ${end}` : elsewhere,
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
