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
    turnFunction('cosTurn', ['c', '-s', '-c', 's']),
    turnFunction('sinTurn', ['s', 'c', '-s', '-c']),
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

/** A function of u in [0, 1) that gives `values[q]` in the quarter turn around q / 4. */
function turnFunction(name: string, values: readonly string[]): string {
  return `function ${name}(u) {
  const t = 4 * u;
  const quarter = Math.floor(t + 0.5);
  const r = (t - quarter) * ${halfPi};
  const square = r * r;
  const s = r * (1 + square * (${horner(sinPolynomial, 'square')}));
  const c = 1 - 0.5 * square + square * square * (${horner(cosPolynomial, 'square')});
  if (quarter > 0.5 && quarter < 1.5) { return ${values[1]}; }
  if (quarter > 1.5 && quarter < 2.5) { return ${values[2]}; }
  if (quarter > 2.5 && quarter < 3.5) { return ${values[3]}; }
  return ${values[0]};
}`;
}

function horner(coefficients: readonly number[], z: string): string {
  const [first, ...rest] = coefficients;
  return rest.reduce((sum, c) => `(${sum}) * ${z} + (${c})`, `${first}`);
}
