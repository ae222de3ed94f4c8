/** The error of a run that the machine kept from its end, such as a full disk: the message says what is kept. Exit code 1. */
export class Failed extends Error {
  override readonly name = 'Failed';
}
