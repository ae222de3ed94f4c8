/**
 * Jacobian of the replicator drift, by the derivatives of the advantage polynomials.
 */
import { firstCoordinates } from '../game/coordinates.js';
import { derivative } from '../polynomial/derivative.js';
import { value } from '../polynomial/value.js';
import type { Field } from './field.js';

/**
 * Derivative of the drift of coordinate [row] with respect to coordinate [column], at a state.
 * With f_s = x_s (d_s - m) and m = sum of x_j d_j: df_s/dx_c = [s = c] (d_s - m) + x_s (dd_s/dx_c - dm/dx_c).
 */
export function jacobianAt(field: Field, state: ArrayLike<number>): number[][] {
  const starts = firstCoordinates(field.strategies);
  return field.advantages.flatMap((own, i) => {
    const start = starts[i]!;
    const advantages = own.map((advantage) => value(advantage, state));
    const mean = advantages.reduce((total, advantage, s) => total + state[start + s]! * advantage, 0);
    const slopes = own.map((advantage) =>
      Array.from({ length: field.coordinates }, (_, c) => value(derivative(advantage, c), state)),
    );
    const meanSlope = Array.from({ length: field.coordinates }, (_, c) => {
      const direct = advantages[c - start] ?? 0;
      return slopes.reduce((total, slope, s) => total + state[start + s]! * slope[c]!, direct);
    });
    return own.map((_, s) =>
      meanSlope.map((slope, c) => {
        const direct = c === start + s ? advantages[s]! - mean : 0;
        return direct + state[start + s]! * (slopes[s]![c]! - slope);
      }),
    );
  });
}
