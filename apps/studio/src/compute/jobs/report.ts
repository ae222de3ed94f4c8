/**
 * The report of the command line: what is being done at every step, the page at the end. Runs aside.
 */
import { type Maker, type ReportOptions, type ReportStage, reportInStages } from '@trilogue/report';
import type { Model } from '../../state/model';
import type { JobContext, Staged } from '../job';
import { pause } from '../pause';
import type { RunSpec } from '../spec';

export interface ReportInput extends RunSpec, Pick<ReportOptions, 'axes'> {
  readonly accuracy: Model['accuracy'];
  readonly metric: string;
  readonly maker: Omit<Maker, 'host'>;
}

export interface ReportOutput {
  /** Null at the end. */
  readonly doing: ReportStage | null;
  /** HTML; null until the end. */
  readonly page: string | null;
}

export async function* report(
  { accuracy, maker, ...spec }: ReportInput,
  { run: { backend, signal, chunk } }: JobContext,
): AsyncGenerator<Staged<ReportOutput>, void, void> {
  const options = { ...spec, ...accuracy, backend, signal, chunk };
  const stages = reportInStages(options, { ...maker, host: navigator.userAgent });
  for (;;) {
    await pause(signal);
    const next = await stages.next();
    if (next.done) {
      yield { stage: 'final', output: { doing: null, page: next.value.page } };
      return;
    }
    yield { stage: 'coarse', output: { doing: next.value, page: null } };
  }
}
