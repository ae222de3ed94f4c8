/** The worker of one analysis. It reads no messages while it computes: to cancel the analysis, terminate the worker. */
import { GameError } from '@trilogue/core';
import { type AnalysisInput, type AnalysisName, analyses } from './analyses';

export interface AnalysisRequest {
  readonly job: AnalysisName;
  readonly input: AnalysisInput;
}
export type AnalysisReply = { readonly output: unknown } | { readonly error: string };

const scope = self as unknown as {
  postMessage(message: AnalysisReply): void;
  onmessage: ((event: MessageEvent<AnalysisRequest>) => void) | null;
};

scope.onmessage = ({ data: { job, input } }) => {
  try {
    scope.postMessage({ output: analyses[job](input) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isRefusal = error instanceof GameError || error instanceof RangeError;
    scope.postMessage({ error: isRefusal ? message : `This is a bug in trilogue: ${message}` });
  }
};
