/**
 * A polynomial as a line of text for people.
 */
import type { Polynomial } from './polynomial.js';

/** Terms smaller than this part of the largest one are rounding residue of a cancellation. */
const residue = 1e-13;

/**
 * Text such as `-3.9 + 4.9 B.share + 2.12 M.coordinate + 0.5 B.share M.coordinate`.
 * Coefficients are shown with at most 12 significant digits; terms below 1e-13 of the largest are not shown.
 * @param names One name per coordinate.
 */
export function formatPolynomial(polynomial: Polynomial, names: readonly string[]): string {
  const largest = Math.max(0, ...polynomial.terms.map((term) => Math.abs(term.coefficient)));
  let text = '';
  for (const { coefficient, exponents } of polynomial.terms) {
    const size = Math.abs(coefficient);
    if (size <= residue * largest) continue;
    const powers = exponents.flatMap((n, i) => (n === 0 ? [] : [n === 1 ? names[i]! : `${names[i]}^${n}`]));
    const factor = String(Number(size.toPrecision(12)));
    const term = [...(factor === '1' && powers.length > 0 ? [] : [factor]), ...powers].join(' ');
    if (text === '') text = coefficient < 0 ? `-${term}` : term;
    else text += coefficient < 0 ? ` - ${term}` : ` + ${term}`;
  }
  return text === '' ? '0' : text;
}
