/**
 * Where the parts of a sweep are computed: on this machine, or by workers behind a queue. The sweep asks for parts and keeps
 * what they give; the same part gives the same numbers wherever it is computed.
 */
import type {
  BackendName,
  Opened,
  PartOptions,
  PartResult,
  SweepDefinition,
  SweepPart,
  SweepPlan,
  SweepTrial,
} from '@trilogue/engine';
import type { QueueReport } from '@trilogue/results';

export interface QueueOptions {
  readonly queue: string;
  /** Any arithmetic will do. */
  readonly mixed: boolean;
  /** Path-steps of a chunk. */
  readonly chunkSteps: number;
  /** Part of the answers that this machine computes again, from 0 to 1. */
  readonly recompute: number;
}

/** Default path-steps of a chunk: one to two seconds on two cores. */
export const defaultChunkSteps = 5e8;
/** The most numbers of a chunk's records. */
export const chunkNumbers = 2 ** 18;

export interface Place {
  /** For the recipe: backend, and the device where numbers depend on it. */
  readonly backend: BackendName;
  readonly device: string | null;
  /** In words. */
  readonly runsOn: string;
  readonly threads: number;
  readonly passedOver: Opened['passedOver'];
  /**
   * Throws EngineError or GameError for a definition that cannot be; nothing is computed yet.
   * @param tell called, for the progress bar, when the machines that compute change
   */
  open(definition: SweepDefinition, signal: AbortSignal, tell: (words: string) => void): PlaceRunner;
  close(): Promise<void>;
}

export interface PlaceRunner {
  /** Trials at a time. */
  readonly trialsTogether: number;
  /** Parts at a time, as things are now, given the numbers of a part's records. */
  together(numbers: number): number;
  /** Path-steps of a part, whoever asks and whenever; null where parts are cut by the time that they take. */
  readonly partSteps: number | null;
  trial(trial: SweepTrial): Promise<Float64Array>;
  /** Throws ClusterError with the code `failed` for a part that is to be left out while the others go on. */
  cells(plan: SweepPlan, part: SweepPart, options: PartOptions): Promise<PartResult>;
  /** What is to be said of the place in the manifest's times. */
  report(): QueueReport | null;
  /** The sweep is whole, and nothing of it is needed any more. */
  finish(): Promise<void>;
  close(): Promise<void>;
}
