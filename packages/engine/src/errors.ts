/** The one error type that the engine throws on purpose; anything else is a bug. */

export type EngineErrorCode = 'option' | 'metric' | 'backend' | 'model';

export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    /** `option`: a wrong argument; `metric`: a metric that cannot be read; `backend`: not available; `model`: the numbers. */
    readonly code: EngineErrorCode,
    message: string,
  ) {
    super(message);
  }
}
