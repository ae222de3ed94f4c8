/**
 * The space of the shares: paths without noise from a grid of starts, the equilibria, a few noisy paths from the start of
 * the game, and for two players of two strategies the drift.
 */
import { deterministicPath, type EquilibriumType, equilibria } from '@trilogue/analysis';
import { coordinateNames, driftAt, type Field, fieldAt, pointAt } from '@trilogue/core';
import { replay } from '@trilogue/engine';
import type { JobContext, Staged } from '../job';
import { pause } from '../pause';
import { type PhaseKind, phaseKind, phaseStarts } from '../phase-kind';
import { type PathStep, pictureSteps, shareAt, singlePathStep } from '../single-path';
import type { RunSpec } from '../spec';

export interface PhaseInput extends RunSpec {
  readonly noisyPaths: number;
}

export interface PhaseOutput {
  readonly kind: PhaseKind;
  /** Names of the shares along the axes. */
  readonly axes: readonly string[];
  /** `end`: the equilibrium, by index, near which a path ends; null where it is still under way. */
  readonly paths: readonly { readonly points: readonly (readonly number[])[]; readonly end: number | null }[];
  /** At every step, or at 400 times where there are more. */
  readonly noisy: readonly (readonly (readonly number[])[])[];
  /** Of the noisy paths; null where they have too many steps and are left out. */
  readonly step: PathStep | null;
  readonly equilibria: readonly { readonly point: readonly number[]; readonly type: EquilibriumType }[];
  /** `[j][i]` at `grid[j]`, `grid[i]`. */
  readonly drift: { readonly grid: number[]; readonly dx: number[][]; readonly dy: number[][] } | null;
}

const times = 120;
const driftValues = 41;
/** A path that ends so near an equilibrium is said to end there. */
const near = 0.05;

export async function* phase(
  { noisyPaths, ...spec }: PhaseInput,
  { run }: JobContext,
): AsyncGenerator<Staged<PhaseOutput | null>, void, void> {
  const { game, horizon, scenario, set } = spec;
  const kind = phaseKind(game);
  if (kind === null) {
    yield { stage: 'final', output: null };
    return;
  }
  await pause(run.signal);
  const point = pointAt(game, { scenario, set });
  const field = fieldAt(game, point);
  const axes = coordinateNames(game);
  const all = equilibria(game, point).equilibria.map(({ shares, type }) => ({
    point: rounded(shares.flatMap((own) => own.slice(0, -1))),
    type,
  }));
  const at = Array.from({ length: times + 1 }, (_, i) => (horizon * i) / times);
  const paths = phaseStarts(kind).map((start) => {
    const points = deterministicPath(field, start, at, { tolerance: 1e-7 }).states.map(rounded);
    const last = points.at(-1)!;
    const end = all.findIndex((one) => one.point.every((share, c) => Math.abs(share - last[c]!) < near));
    return { points, end: end < 0 ? null : end };
  });
  const step = singlePathStep(spec);
  const drift = kind === 'square' ? driftGrid(field) : null;
  const still = { kind, axes, paths, equilibria: all, drift, step };
  const isNoisy = game.noise.kind !== 'none' && point.sigma.some((sigma) => sigma !== 0);
  const count = isNoisy && step !== null ? noisyPaths : 0;
  yield { stage: count === 0 ? 'final' : 'coarse', output: { ...still, noisy: [] } };
  if (count === 0 || step === null) return;
  const noisy: number[][][] = [];
  for (let path = 0; path < count; path++) {
    await pause(run.signal);
    const ran = await replay({ ...spec, ...step, backend: run.backend, path });
    const list = axes.map((name) => ran.shares[name]!);
    const seen =
      ran.steps <= pictureSteps
        ? ran.times
        : Array.from({ length: pictureSteps + 1 }, (_, t) => (horizon * t) / pictureSteps);
    noisy.push(seen.map((time) => rounded(list.map((own) => Math.min(1, Math.max(0, shareAt(ran.times, own, time)))))));
  }
  yield { stage: 'final', output: { ...still, noisy } };
}

/** To a tenth of a pixel, so that what travels is short. */
function rounded(point: readonly number[]): number[] {
  return point.map((share) => Math.round(share * 1e4) / 1e4);
}

function driftGrid(field: Field): NonNullable<PhaseOutput['drift']> {
  const grid = Array.from({ length: driftValues }, (_, i) => i / (driftValues - 1));
  const table = grid.map((y) => grid.map((x) => driftAt(field, [x, y])));
  return { grid, dx: table.map((row) => row.map(([dx]) => dx!)), dy: table.map((row) => row.map(([, dy]) => dy!)) };
}
