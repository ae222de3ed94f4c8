/**
 * Eigenvalues to a type, a verdict and the sentence behind it. An eigenvalue that may be 0 within its error decides
 * nothing.
 */
import type { EquilibriumType, Stability } from '../equilibria/contract.js';
import type { Eigenvalue } from './spectrum.js';

export interface Classification {
  readonly type: EquilibriumType;
  readonly stability: Stability;
  readonly note: string;
}

/**
 * @param neutral Whether a constant of motion with an extremum at the point was found on its face, `isNeutral`, and every
 *   strategy that is not in use loses: the face is then a centre manifold, on which the point is stable, so it is stable
 *   (Carr 1981, theorem 2).
 * @param whole Whether every strategy is in use.
 */
export function classify(eigenvalues: readonly Eigenvalue[], neutral: boolean, whole = true): Classification {
  const critical = eigenvalues.filter(({ re, error }) => Math.abs(re) <= error);
  const growing = eigenvalues.filter(({ re, error }) => re > error).length;
  const shrinking = eigenvalues.length - critical.length - growing;
  if (neutral) {
    const note = whole
      ? 'Neutral: a constant of motion keeps paths nearby at their distance; they neither come closer nor go away.'
      : 'Neutral: paths nearby come to its face, on which a constant of motion keeps them at their distance.';
    return { type: typeOfCritical(eigenvalues, critical), stability: 'neutral', note };
  }
  if (critical.length === 0) {
    if (growing === 0) {
      return {
        type: 'sink',
        stability: 'stable',
        note: 'Asymptotically stable: every eigenvalue has a negative real part.',
      };
    }
    const type = shrinking === 0 ? 'source' : 'saddle';
    const note =
      type === 'source'
        ? 'Unstable in every direction.'
        : `Unstable: ${growing} of ${eigenvalues.length} directions grow.`;
    return { type, stability: 'unstable', note };
  }
  const type = typeOfCritical(eigenvalues, critical);
  const words =
    type === 'center'
      ? 'The real parts are 0: the linearisation does not decide.'
      : `The linearisation does not decide: ${numberOf(critical.length)} with real part 0.`;
  if (growing > 0)
    return { type, stability: 'unstable', note: `Unstable in ${numberOf(growing, 'direction')}. ${words}` };
  return { type, stability: 'undecided', note: words };
}

function typeOfCritical(all: readonly Eigenvalue[], critical: readonly Eigenvalue[]): EquilibriumType {
  const turning =
    all.length > 0 && critical.length === all.length && all.every(({ im, error }) => Math.abs(im) > error);
  return turning ? 'center' : 'degenerate';
}

function numberOf(count: number, noun = 'eigenvalue'): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
