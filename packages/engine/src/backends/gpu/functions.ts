/**
 * Elementary functions of step programs as GPU.js functions: the arithmetic of `normalPair` in `@trilogue/random`, with
 * the exponent found by exact doublings since kernels cannot read a float's bits, and the exponential.
 */
import { normalConstants } from '@trilogue/random';
import { expPolynomial, LN2_HIGH, LN2_LOW, LOG2_E } from '../../program/exponential.js';

const { lnPolynomial, lnSplit, ln2, sinPolynomial, cosPolynomial, halfPi } = normalConstants;

/** Sources for the `functions` setting of a kernel. */
export function normalFunctions(): string[] {
  return [
    `function normalLength(unit) {
  let m = unit + ${2 ** -25};
  let e = 0;
${[16, 8, 4, 2, 1].map((bits) => `  if (m < ${2 ** -bits}) { m = m * ${2 ** bits}; e = e - ${bits}; }`).join('\n')}
  if (m <= ${lnSplit}) { m = m * 2; e = e - 1; }
  const z = m - 1;
  const square = z * z;
  const p = ${horner(lnPolynomial, 'z')};
  const cubic = p * z * square;
  const ln = z - 0.5 * square + cubic + e * ${ln2};
  return Math.sqrt(-2 * ln);
}`,
    turnFunction('cosTurn', 'c', 's', 'quarter > 0.5 && quarter < 2.5'),
    turnFunction('sinTurn', 's', 'c', 'quarter > 1.5 && quarter < 3.5'),
  ];
}

/** exp of `exponential.ts`, for the `functions` setting of a kernel. */
export function expFunction(): string {
  return `function expSingle(x) {
  const n = Math.floor(x * ${LOG2_E} + 0.5);
  const r = x - n * ${LN2_HIGH} - n * (${LN2_LOW});
  const p = ${horner(expPolynomial, 'r')};
  return (p * (r * r) + r + 1) * Math.pow(2, n);
}`;
}

/**
 * A function of u in [0, 1): `even` or `odd` by the quarter turn that 4u is nearest to, negative where `minus` holds. Without
 * branches, which paths of a GPU would take one after the other, and without floor, which GPUs are slow at.
 */
function turnFunction(name: string, even: string, odd: string, minus: string): string {
  const nearest = [0.5, 1.5, 2.5, 3.5].map((edge) => `(t >= ${edge} ? 1 : 0)`).join(' + ');
  return `function ${name}(u) {
  const t = 4 * u;
  const quarter = ${nearest};
  const r = (t - quarter) * ${halfPi};
  const square = r * r;
  const s = r * (1 + square * (${horner(sinPolynomial, 'square')}));
  const c = 1 - 0.5 * square + square * square * (${horner(cosPolynomial, 'square')});
  const size = (quarter > 0.5 && quarter < 1.5) || (quarter > 2.5 && quarter < 3.5) ? ${odd} : ${even};
  return ${minus} ? -size : size;
}`;
}

function horner(coefficients: readonly number[], z: string): string {
  const [first, ...rest] = coefficients;
  return rest.reduce((sum, c) => `(${sum}) * ${z} + (${c})`, `${first}`);
}
