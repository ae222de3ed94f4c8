/**
 * The error of a wrong command line or a file that cannot be used: the message is all the reader needs.
 * Games and the engine have errors of their own; errors/report.ts knows them all.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
