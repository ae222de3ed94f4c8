/**
 * Single paths of the ensemble, and the path without noise, at the times of the bands.
 */
import { deterministicPath } from '@trilogue/analysis';
import { coordinateNames, fieldAt, pointAt } from '@trilogue/core';
import { replay } from '@trilogue/engine';
import type { JobContext, Staged } from '../job';
import { shareAt, singlePathStep } from '../single-path';
import type { RunSpec } from '../spec';

export interface PathsInput extends RunSpec {
  /** Times at which paths are read, ascending from 0. */
  readonly times: readonly number[];
  /** Number of single paths. */
  readonly paths: number;
}

/** Values at the times, by share such as `A.share`. */
export type SharesOverTime = Readonly<Record<string, readonly number[]>>;

export interface PathsOutput {
  readonly times: readonly number[];
  readonly still: SharesOverTime;
  readonly paths: readonly SharesOverTime[];
  /** Whether paths are left out, since they have too many steps. */
  readonly tooLong: boolean;
}

export async function* paths(
  { times, paths: count, ...spec }: PathsInput,
  { run }: JobContext,
): AsyncGenerator<Staged<PathsOutput>, void, void> {
  const still = withoutNoise(spec, times);
  const step = count === 0 ? null : singlePathStep(spec);
  const tooLong = count > 0 && step === null;
  if (step === null) {
    yield { stage: 'final', output: { times, still, paths: [], tooLong } };
    return;
  }
  yield { stage: 'coarse', output: { times, still, paths: [], tooLong } };
  const found: SharesOverTime[] = [];
  for (let path = 0; path < count; path++) {
    run.signal.throwIfAborted();
    const traced = await replay({ ...spec, ...step, path, backend: run.backend });
    found.push(
      Object.fromEntries(
        Object.entries(traced.shares).map(([name, shares]) => [
          name,
          times.map((time) => shareAt(traced.times, shares, time)),
        ]),
      ),
    );
  }
  yield { stage: 'final', output: { times, still, paths: found, tooLong } };
}

function withoutNoise({ game, scenario, set }: Pick<RunSpec, 'game' | 'scenario' | 'set'>, times: readonly number[]) {
  const point = pointAt(game, { scenario, set });
  const { states } = deterministicPath(fieldAt(game, point), point.initial, times);
  const names = coordinateNames(game);
  const shares = new Map(names.map((name, k) => [name, states.map((state) => state[k]!)]));
  for (const { name, strategies } of game.players) {
    if (strategies.length === 2) continue;
    const others = strategies.slice(0, -1).map((strategy) => shares.get(`${name}.${strategy}`)!);
    const last = times.map((_, t) => others.reduce((rest, own) => rest - own[t]!, 1));
    shares.set(`${name}.${strategies.at(-1)}`, last);
  }
  return Object.fromEntries(shares);
}
