/**
 * Neutral equilibria, by a constant of motion. With p the equilibrium and V = sum of w_i p_is log x_is over players i
 * and their strategies s, V' = sum of w_i D_i, D_i = sum of (p_is - x_is) f_is. Where weights w_i > 0 make that 0 for
 * every state of p's face, V stays constant along paths of the face, and it has its one maximum there at p: paths go round
 * p at a distance.
 * Zero-sum games are of this kind. Source: Hofbauer & Sigmund (1998), Evolutionary Games and Population Dynamics.
 */
import type { Face } from '../equilibria/face.js';
import type { Root } from '../equilibria/system.js';
import { exactConstant, minus, plus, times } from '../exact/polynomial.js';
import { one, zero } from '../exact/rational.js';
import { strictPoint } from '../exact/strict-point.js';

/** Whether such weights exist on the face of an exact point that is not pure. */
export function isNeutral(face: Face, { exact }: Root): boolean {
  if (exact === undefined || face.variables === 0) return false;
  let next = 0;
  const changes = face.support.map((own, i) =>
    own.slice(0, -1).reduce(
      (total, s, place) => {
        const away = minus(exactConstant(exact[next++]!, face.variables), face.shares[i]![place]!);
        return plus(total, times(away, face.advantages[i]![s]!));
      },
      exactConstant(zero, face.variables),
    ),
  );
  const monomials = new Set(changes.flatMap(({ terms }) => [...terms.keys()]));
  const rows = [...monomials].map((key) => [...changes.map(({ terms }) => terms.get(key)?.coefficient ?? zero), zero]);
  const entries = changes.map((_, i) => i);
  return strictPoint([{ entries, total: one }], rows) !== undefined;
}
