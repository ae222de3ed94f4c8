/**
 * Opens every backend and measures it on the bundled game. Owns the measurement; whether one works is the engine's to say.
 */
import { bundledGame, fieldShape, type Game, lacking } from '@trilogue/core';
import {
  type Backend,
  type BackendName,
  backendNames,
  EngineError,
  openBackend,
  type SchemeName,
  schemes,
  simulate,
} from '@trilogue/engine';

export interface BackendReport {
  readonly name: BackendName;
  readonly available: boolean;
  /** What it runs on; null where it is not available. */
  readonly device: string | null;
  readonly threads: number | null;
  /** Why it is not available. */
  readonly reason: string | null;
  /** Measured, by scheme; empty where it is not available. */
  readonly stepsPerSecond: Readonly<Record<string, number>>;
}

export interface BackendSurvey {
  /** What `--backend auto` takes, and why not a faster one. */
  readonly auto: {
    readonly name: BackendName;
    readonly device: string;
    readonly passedOver: readonly { readonly name: BackendName; readonly reason: string }[];
  };
  readonly backends: readonly BackendReport[];
}

export interface SurveyOptions {
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/** Seconds that one measurement should take. */
const wanted = 0.3;
const firstPaths = 400;
const mostPaths = 4_000_000;

/** Rejects with the signal's reason when aborted. */
export async function surveyBackends({ threads, signal }: SurveyOptions = {}): Promise<BackendSurvey> {
  const backends: BackendReport[] = [];
  for (const name of backendNames) backends.push(await examine(name, threads, signal));
  const { backend, passedOver } = await openBackend('auto', { threads });
  await backend.close();
  return { auto: { name: backend.name, device: backend.device, passedOver }, backends };
}

async function examine(name: BackendName, threads?: number, signal?: AbortSignal): Promise<BackendReport> {
  signal?.throwIfAborted();
  let backend: Backend;
  try {
    ({ backend } = await openBackend(name, { threads }));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { name, available: false, device: null, threads: null, reason: error.message, stepsPerSecond: {} };
  }
  try {
    const speeds: [string, number][] = [];
    for (const scheme of Object.keys(schemes) as SchemeName[]) {
      const game = games().find((candidate) => lacking(fieldShape(candidate), schemes[scheme].needs) === undefined);
      if (game !== undefined) speeds.push([scheme, await measure(backend, game, scheme, signal)]);
    }
    const { device, threads: used } = backend;
    return { name, available: true, device, threads: used, reason: null, stepsPerSecond: Object.fromEntries(speeds) };
  } finally {
    await backend.close();
  }
}

/** What is measured: the bundled game, or the same under demographic noise for a scheme that is made for that. */
function games(): Game[] {
  const game = bundledGame('data-sharing');
  return [game, { ...game, noise: { ...game.noise, kind: 'demographic' } }];
}

/** Steps per second of the last of a few runs, each longer than the one before, until one takes long enough. */
async function measure(backend: Backend, game: Game, scheme: SchemeName, signal?: AbortSignal): Promise<number> {
  for (let paths = firstPaths; ; ) {
    const { performance } = await simulate({ game, paths, backend, scheme, signal, times: 0, passages: false });
    if (performance.seconds >= wanted / 2 || paths >= mostPaths) return performance.stepsPerSecond;
    const factor = Math.min(20, Math.max(2, wanted / performance.seconds));
    paths = Math.min(mostPaths, Math.ceil(paths * factor));
  }
}
