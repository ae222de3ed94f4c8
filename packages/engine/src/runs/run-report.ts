/** What a result says of how it was made: what really ran, not what was asked for. */
import type { Boundary, Game, Point } from '@trilogue/core';
import type { Opened } from '../backends/choose.js';
import type { BackendName } from '../backends/contract.js';
import type { SchemeName } from '../schemes/contract.js';
import type { PreparedProgram } from './prepare.js';

export interface RunReport {
  readonly game: string;
  readonly title: string;
  readonly seed: string;
  /** Paths of each cell. */
  readonly paths: number;
  readonly horizon: number;
  /** Length of a step; null where each path chooses its own (`dormand-prince`). */
  readonly dt: number | null;
  /** Steps of each path; null where each path chooses its own. */
  readonly steps: number | null;
  readonly scheme: SchemeName;
  readonly delta: number;
  readonly backend: BackendName;
  /** What the backend ran on; paths that choose their steps run in this thread, in double precision, whatever the backend. */
  readonly device: string;
  readonly threads: number;
  /** Faster backends that were not taken, where the choice was free. */
  readonly passedOver: readonly { readonly name: BackendName; readonly reason: string }[];
  /** What happens to a share that leaves [0, 1]; absent where it is what the noise makes of it. */
  readonly boundary?: Boundary;
  /** How often a step left the simplex, and was put back unless the boundary is `none`, over all cells, paths and steps. */
  readonly boundaryHits: number;
  readonly performance: Performance;
}

export interface Performance {
  /** Path-steps. */
  readonly steps: number;
  /** Wall time of the paths, backend start left out. */
  readonly seconds: number;
  readonly stepsPerSecond: number;
}

export function runReport(
  game: Game,
  prepared: PreparedProgram,
  opened: Opened,
  paths: number,
  boundaryHits: number,
  pathSteps: number,
  seconds: number,
): RunReport {
  const { grid, scheme, seed, delta } = prepared;
  const { backend, passedOver } = opened;
  return {
    game: game.name,
    title: game.title,
    seed,
    paths,
    horizon: grid.horizon,
    dt: scheme.step ? grid.dt : null,
    steps: scheme.step ? grid.steps : null,
    scheme: scheme.name,
    delta,
    backend: backend.name,
    device: scheme.step ? backend.device : 'double precision',
    threads: scheme.step ? backend.threads : 1,
    passedOver,
    ...(prepared.shape.boundary && { boundary: prepared.shape.boundary }),
    boundaryHits,
    performance: { steps: pathSteps, seconds, stepsPerSecond: seconds > 0 ? pathSteps / seconds : 0 },
  };
}

/** A point with the game's names: parameters, noise intensities and initial shares by player. */
export interface NamedPoint {
  readonly parameters: Readonly<Record<string, number>>;
  readonly sigma: Readonly<Record<string, number>>;
  /** Share of the first strategy, or one number for each strategy where there are more than two. */
  readonly initial: Readonly<Record<string, number | readonly number[]>>;
  /** Where the states of the environment start; absent where there are none. */
  readonly states?: Readonly<Record<string, number>>;
}

export function namedPoint(game: Game, point: Point): NamedPoint {
  const byPlayer = <T>(value: (index: number) => T) =>
    Object.fromEntries(game.players.map((player, i) => [player.name, value(i)]));
  return {
    parameters: { ...point.parameters },
    sigma: byPlayer((i) => point.sigma[i]),
    initial: byPlayer((i) => (point.initial[i].length === 2 ? point.initial[i][0] : [...point.initial[i]])),
    ...(game.environment && {
      states: Object.fromEntries(game.environment.map(({ name }, i) => [name, point.environment![i]])),
    }),
  };
}
