/** Thrown in place of an abort by a command that has something to say about what it kept. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
