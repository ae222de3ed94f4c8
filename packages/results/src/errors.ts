/** The one error type that this package throws on purpose: a folder, or a file in it, that cannot be used. The message says which, and what to do. */
export class ResultError extends Error {
  override readonly name = 'ResultError';
}
