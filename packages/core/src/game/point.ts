/**
 * A point: every number that a game needs to run, with names resolved.
 */

/** Values of all parameters, noise intensities and initial shares. */
export interface Point {
  readonly parameters: Readonly<Record<string, number>>;
  /** Noise intensity per player, in player order, at least 0; 1 for one that depends on shares or time, which the field has. */
  readonly sigma: readonly number[];
  /** Where each state of the environment starts; absent where there are none. */
  readonly environment?: readonly number[];
  /** Initial share by [player][strategy]. */
  readonly initial: readonly (readonly number[])[];
}
