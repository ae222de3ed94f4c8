/**
 * Eigenvalues of the Jacobian at an equilibrium that is known within bounds: of the middle of the interval Jacobian, and how far those of any
 * matrix in it may be from them.
 */
import { entryRatesOver, type Field, holds, type Interval, intervals } from '@trilogue/core';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Face } from '../equilibria/face.js';
import { type Eigenvalue, eigenvalueShift, type Transversal } from '../stability/spectrum.js';
import { restsOf, velocityEquations } from './equations.js';
import { jacobianOver, middle } from './krawczyk.js';

export interface EnclosedSpectrum {
  /** What each strategy that is not in use would grow by, of players whose unused strategies stay unused. */
  readonly outside: readonly Transversal[];
  /** All other eigenvalues; null where the velocity has a kink, a jump or no finite slope there. */
  readonly inner: readonly Eigenvalue[] | null;
}

/** A Jacobian whose entries are less well known than this, beside its size, is that of a kink. */
const kink = 1e-6;

const radius = ({ low, high }: Interval) => Math.max(0, (high - low) / 2) * (1 + 2 ** -50);

/** @param shares by [player][strategy] */
export function enclosedSpectrum(
  field: Field,
  support: Face['support'],
  shares: readonly (readonly Interval[])[],
): EnclosedSpectrum {
  const stays = support.map((_, player) => restsOf(field, player) === 'restricted');
  const unused = support.flatMap((own, player) =>
    stays[player]
      ? shares[player]!.flatMap((_, strategy) => (own.includes(strategy) ? [] : [{ player, strategy }]))
      : [],
  );
  const rates = unused.length === 0 ? [] : entryRatesOver(intervals, field, shares);
  const outside = unused.map(({ player, strategy }) => {
    const rate = rates[player]![strategy]!;
    return { player, strategy, re: middle(rate), im: 0, error: radius(rate) };
  });
  const moving = support.map((own, player) => (stays[player] ? own : [...shares[player]!.keys()]));
  const local = moving.flatMap((own, player) => own.slice(0, -1).map((s) => shares[player]![s]!));
  let jumps = false;
  const watching = {
    ...intervals,
    less: (a: Interval, b: Interval) => {
      const less = intervals.less(a, b);
      jumps ||= less.low !== less.high;
      return less;
    },
  };
  const jacobian = jacobianOver(velocityEquations(field, moving), local, watching);
  // where an equation has jumps, a comparison that is not decided may be one, and slopes say nothing
  return { outside, inner: jumps && !holds(field, 'continuous') ? null : eigenvalues(jacobian) };
}

function eigenvalues(jacobian: readonly (readonly Interval[])[]): Eigenvalue[] | null {
  if (jacobian.length === 0) return [];
  const centre = new Matrix(jacobian.map((row) => row.map(middle)));
  const norm = centre.norm('frobenius');
  const away = Math.hypot(...jacobian.flat().map(radius));
  if (!(away <= kink * (1 + norm))) return null;
  const { realEigenvalues, imaginaryEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(centre);
  // and the rounding of the decomposition
  const change = away + 64 * 2 ** -53 * jacobian.length * norm;
  const error = eigenvalueShift(centre, eigenvectorMatrix, imaginaryEigenvalues, change);
  return realEigenvalues.map((re, i) => ({ re, im: imaginaryEigenvalues[i]!, error }));
}
