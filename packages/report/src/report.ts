/**
 * Makes a report: computes, draws, writes the page.
 */
import { draw } from './draw/draw.js';
import { gameFile } from './game-file.js';
import type { ReportFigures } from './gather/figures.js';
import { gather } from './gather/gather.js';
import { jobOf, type ReportOptions } from './gather/job.js';
import { reportPage } from './page.js';
import type { Maker } from './sections/context.js';
import { type ReportStage, type Stages, stageOf } from './stage.js';

/** A report: its page, and every figure on it. */
export interface Report {
  /** One file of HTML that needs no network and no script. */
  readonly page: string;
  readonly figures: ReportFigures;
}

/**
 * Makes a report. The same options on the same backend give the same page, apart from what names the maker, the backend and the
 * time it took. Cost: of a game with 22 parameters some 5e9 path-steps at the default tolerance.
 *
 * @param onStage called at the beginning of each stage
 * @throws EngineError and GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function report(
  options: ReportOptions,
  maker: Maker,
  onStage: (stage: ReportStage) => void = () => {},
): Promise<Report> {
  const stages = reportInStages(options, maker);
  for (;;) {
    const next = await stages.next();
    if (next.done) return next.value;
    onStage(next.value);
  }
}

/**
 * The same, stage by stage, so that other work can run between them.
 * @throws as `report` does
 */
export async function* reportInStages(options: ReportOptions, maker: Maker): AsyncGenerator<ReportStage, Report, void> {
  const job = jobOf(options);
  const { game, seed, scenario, set, signal } = job;
  const stage = stageOf(game);
  const told = async function* <T>(stages: Stages<T>): AsyncGenerator<ReportStage, T, void> {
    for (;;) {
      signal.throwIfAborted();
      const next = await stages.next();
      if (next.done) return next.value;
      yield stage(next.value);
    }
  };
  const figures = yield* told(gather(job));
  const pictures = yield* told(draw(game, figures));
  const file = await gameFile(game);
  signal.throwIfAborted();
  return { page: reportPage({ game, figures, pictures, seed, scenario: scenario ?? null, set, maker, file }), figures };
}
