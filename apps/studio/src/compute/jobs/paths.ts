/**
 * Single paths of the ensemble, and the path without noise, at the times of the bands.
 * Single paths have Gaussian increments: two-point ones are right for distributions and no picture of a path.
 */
import { deterministicPath } from '@trilogue/analysis';
import { coordinateNames, fieldAt, pointAt } from '@trilogue/core';
import { replay } from '@trilogue/engine';
import type { JobContext, Staged } from '../job';
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
}

const steps = 400;

export async function* paths(
  { times, paths: count, ...spec }: PathsInput,
  { run }: JobContext,
): AsyncGenerator<Staged<PathsOutput>, void, void> {
  const still = withoutNoise(spec, times);
  yield { stage: 'coarse', output: { times, still, paths: [] } };
  const found: SharesOverTime[] = [];
  for (let path = 0; path < count; path++) {
    run.signal.throwIfAborted();
    const options = { ...spec, path, scheme: 'euler', dt: spec.horizon / steps, backend: run.backend } as const;
    const traced = await replay(options);
    found.push(
      Object.fromEntries(
        Object.entries(traced.shares).map(([name, shares]) => [
          name,
          times.map((time) => at(traced.times, shares, time)),
        ]),
      ),
    );
  }
  yield { stage: 'final', output: { times, still, paths: found } };
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

/** Between two steps, on a straight line. */
function at(known: readonly number[], values: readonly number[], time: number): number {
  const place = Math.min(Math.max((time / known.at(-1)!) * (known.length - 1), 0), known.length - 1);
  const before = Math.min(Math.floor(place), known.length - 2);
  return values[before]! + (place - before) * (values[before + 1]! - values[before]!);
}
