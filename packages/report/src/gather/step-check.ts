/**
 * The metric again with half the step and with a quarter of it, on more paths: what the bias of the step looks like.
 */
import { metricAt, type SimulateResult } from '@trilogue/engine';
import { isNoisy } from './evolution.js';
import { common, type ReportJob } from './job.js';
import type { Told } from './told.js';

/** The metric with one step. */
export interface StepCheck extends Told {
  /** Null where paths choose their steps, and there is one entry. */
  readonly dt: number | null;
  readonly paths: number;
}

const checkPaths = 65_536;
const halvings = [1, 2, 4];

export async function gatherStepCheck(
  job: ReportJob,
  metric: string,
  { dt, scheme }: SimulateResult,
): Promise<StepCheck[]> {
  const paths = isNoisy(job) ? checkPaths : 1;
  const found: StepCheck[] = [];
  if (dt === null) {
    const { values, low, high } = await metricAt({ ...common(job), metric, scheme, points: [{}] });
    return [{ dt, paths, value: values[0]!, low: low[0] ?? null, high: high[0] ?? null, bias: null }];
  }
  for (const parts of halvings) {
    const { values, low, high } = await metricAt({
      ...{ ...common(job), metric, scheme, paths, points: [{}] },
      dt: dt / parts,
    });
    found.push({ dt: dt / parts, paths, value: values[0]!, low: low[0] ?? null, high: high[0] ?? null, bias: null });
  }
  return found;
}
