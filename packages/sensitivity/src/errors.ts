/** The one error type that this package throws on purpose; anything else is a bug. */

export type SensitivityErrorCode = 'factor' | 'option' | 'answer';

export class SensitivityError extends Error {
  override readonly name = 'SensitivityError';
  constructor(
    /** `factor`: factors or groups; `option`: a wrong argument; `answer`: outputs that do not fit their design. */
    readonly code: SensitivityErrorCode,
    message: string,
  ) {
    super(message);
  }
}
