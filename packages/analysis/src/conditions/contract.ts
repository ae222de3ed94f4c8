/**
 * Stability conditions of pure profiles: plain data, ready for JSON and for the printers.
 */

/** What the eigenvalues of a pure profile say: all below 0, one above 0, or none above and one exactly 0. */
export type ProfileVerdict = 'stable' | 'unstable' | 'undecided';

/** One eigenvalue of a pure profile: what a strategy gains that enters. */
export interface Condition {
  readonly player: string;
  /** The strategy that enters. */
  readonly strategy: string;
  /** The strategy of the profile. */
  readonly over: string;
  /** The eigenvalue in the named parameters, multiplied out and collected. `parseExpression` reads it. */
  readonly expression: string;
  readonly latex: string;
  /** The inequality that the profile needs, such as `b_A - c < 0`. */
  readonly condition: string;
  readonly conditionLatex: string;
  /** The eigenvalue at the point. */
  readonly value: number;
  /** Whether the inequality holds there; exact. */
  readonly holds: boolean;
}

/** How far one parameter may move, the others fixed, while the verdict stays. */
export interface VerdictInterval {
  readonly parameter: string;
  readonly value: number;
  /** Ends of the interval, which do not belong to it; null where it has none. */
  readonly low: number | null;
  readonly high: number | null;
  /** The same cut to the parameter's range, ends included where the range ends first; null without a range. */
  readonly withinRange: readonly [low: number, high: number] | null;
  /**
   * False where an eigenvalue is no quotient of polynomials in this parameter, or where the intervals of the game would take longer than
   * some seconds: the interval is then not known.
   */
  readonly known: boolean;
}

export interface ProfileConditions {
  /** One strategy per player. */
  readonly profile: readonly string[];
  readonly verdict: ProfileVerdict;
  readonly conditions: readonly Condition[];
  /** One per parameter that an eigenvalue has, in the order of the game. */
  readonly intervals: readonly VerdictInterval[];
}
