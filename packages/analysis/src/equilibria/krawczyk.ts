/**
 * Krawczyk's test: whether a box holds no root, or exactly one, of as many equations as variables.
 * Source: Krawczyk (1969), Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken; Neumaier (1990),
 * Interval Methods for Systems of Equations, chapter 5.
 */
import { inverse, Matrix } from 'ml-matrix';
import { type Bernstein, middleValue, slopeRange } from './bernstein.js';

export interface Verdict {
  readonly roots: 'none' | 'one' | 'unknown';
  /** Where the root would be, in box coordinates. */
  readonly guess: readonly number[];
  /** The approximate inverse of the Jacobian that was used, in box coordinates. */
  readonly inverse: readonly (readonly number[])[];
  /** Bound of |I - inverse Jacobian| on the box, largest row sum; below 1 where there is one root. */
  readonly contraction: number;
}

/** Undefined where the Jacobian in the middle cannot be inverted. */
export function krawczyk(forms: readonly Bernstein[]): Verdict | undefined {
  const n = forms.length;
  const slopes = forms.map((form) => form.degrees.map((_, v) => slopeRange(form, v)));
  const middles = slopes.map((row) => row.map(([low, high]) => (low + high) / 2));
  const y = inverted(middles);
  if (y === undefined) return undefined;
  const values = forms.map(middleValue);
  const guess: number[] = [];
  let roots: Verdict['roots'] = 'one';
  let contraction = 0;
  for (let i = 0; i < n; i++) {
    let step = 0;
    let blur = 0;
    for (let k = 0; k < n; k++) {
      step += y[i]![k]! * values[k]!.value;
      blur += Math.abs(y[i]![k]!) * (values[k]!.error + rounding * Math.abs(values[k]!.value));
    }
    let spread = 0;
    for (let j = 0; j < n; j++) {
      let centre = i === j ? 1 : 0;
      let radius = 0;
      for (let k = 0; k < n; k++) {
        const [low, high] = slopes[k]![j]!;
        centre -= y[i]![k]! * middles[k]![j]!;
        radius += Math.abs(y[i]![k]!) * ((high - low) / 2 + rounding * (Math.abs(low) + Math.abs(high)));
      }
      spread += Math.abs(centre) + radius + rounding;
    }
    // The box runs from 0 to 1, its middle is 0.5: the root is within `reach` of 0.5 - step.
    const reach = spread / 2 + blur + rounding;
    guess.push(0.5 - step);
    contraction = Math.max(contraction, spread);
    if (Math.abs(step) - reach > 0.5) return { roots: 'none', guess, inverse: y, contraction };
    if (!(Math.abs(step) + reach < 0.5)) roots = 'unknown';
  }
  return { roots, guess, inverse: y, contraction };
}

/** Far above the rounding of sums of at most 16 products, relative to their terms. */
const rounding = 1e-14;

/** Undefined where there is none. */
export function inverted(matrix: readonly (readonly number[])[]): number[][] | undefined {
  try {
    const result = inverse(new Matrix(matrix.map((row) => [...row]))).to2DArray();
    return result.flat().every(Number.isFinite) ? result : undefined;
  } catch {
    return undefined;
  }
}
