/** The errors of the command line itself: the message is all that the reader needs. Packages have errors of their own; report.ts knows all. */

/** A wrong command line, or a file that cannot be used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A run that the machine kept from its end, such as a full disk: the message says what is kept. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

/** In place of an abort, where there is something to say about what was kept. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Errors of packages by their name, so that none is loaded only to recognise them. */
export function isNamed<T extends Error>(error: unknown, name: T['name']): error is T {
  return error instanceof Error && error.name === name;
}
