/**
 * The space of the shares: paths without noise from a grid of starts, the equilibria, a few noisy paths from the start of
 * the game, and for two players of two strategies the drift.
 */
import { equilibria } from '@trilogue/analysis';
import { coordinateNames, fieldAt, pointAt } from '@trilogue/core';
import { replay } from '@trilogue/engine';
import {
  driftGrid,
  type PhaseFigures,
  type PhaseKind,
  phaseKind,
  phaseMarks,
  type StillPath,
  stillPaths,
} from '@trilogue/report';
import type { JobContext, Staged } from '../job';
import { pause } from '../pause';
import { type PathStep, pictureSteps, shareAt, singlePathStep } from '../single-path';
import type { RunSpec } from '../spec';

export interface PhaseInput extends RunSpec {
  readonly noisyPaths: number;
}

export interface PhaseOutput extends Pick<PhaseFigures, 'axes' | 'equilibria' | 'drift'> {
  readonly kind: Exclude<PhaseKind, 'section'>;
  readonly paths: readonly StillPath[];
  /** At every step, or at 400 times where there are more. */
  readonly noisy: readonly (readonly (readonly number[])[])[];
  /** Of the noisy paths; null where they have too many steps and are left out. */
  readonly step: PathStep | null;
}

export async function* phase(
  { noisyPaths, ...spec }: PhaseInput,
  { run }: JobContext,
): AsyncGenerator<Staged<PhaseOutput | null>, void, void> {
  const { game, horizon, scenario, set } = spec;
  const kind = phaseKind(game);
  if (kind === null || kind === 'section') {
    yield { stage: 'final', output: null };
    return;
  }
  await pause(run.signal);
  const point = pointAt(game, { scenario, set });
  const field = fieldAt(game, point);
  const axes = coordinateNames(game);
  const marks = phaseMarks(equilibria(game, point)).map((mark) => ({ ...mark, point: rounded(mark.point) }));
  const paths = stillPaths(field, kind, horizon, marks, { tolerance: 1e-7 }).map(({ points, end }) => {
    return { points: points.map(rounded), end };
  });
  const step = singlePathStep(spec);
  const drift = kind === 'square' ? driftGrid(field) : null;
  const still = { kind, axes, paths, equilibria: marks, drift, step };
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
      ran.times.length <= pictureSteps + 1
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
