/**
 * Power sums in units of 2^-22, by arithmetic on whole numbers below 2^24 alone: no operation rounds, so that drivers
 * which fuse or reorder operations get the same numbers.
 *
 * The first power is the value rounded to units, as in `reduce/distribution.ts`. A higher one is the rounded product of
 * two lower ones, each a whole number of units: not the rounded power of the unrounded value, which single precision
 * cannot tell, and at most four units from it.
 */
import { PART, type Sum } from './part.js';

/** How many units make 1. */
const UNITS = 2 ** 22;

/** Half of the digits of a unit number: products of halves are exact. */
const HALF = 2 ** 11;

/** Sources for the `functions` setting of a kernel. */
export const unitFunctions: readonly string[] = [
  `function unitsUp(x) {
  const scaled = Math.min(Math.max(x, 0.0), 1.0) * ${UNITS}.0;
  const whole = Math.floor(scaled);
  return scaled - whole < 0.5 ? whole : whole + 1.0;
}`,
  `function unitsLeft(x) {
  const scaled = Math.min(Math.max(x, 0.0), 1.0) * ${UNITS}.0;
  const whole = Math.floor(scaled);
  return scaled - whole > 0.5 ? ${UNITS - 1}.0 - whole : ${UNITS}.0 - whole;
}`,
  `function unitProduct(a, b) {
  const aHigh = Math.floor(a * ${1 / HALF});
  const aLow = a - aHigh * ${HALF}.0;
  const bHigh = Math.floor(b * ${1 / HALF});
  const bLow = b - bHigh * ${HALF}.0;
  const middle = aHigh * bLow + aLow * bHigh + Math.floor(aLow * bLow * ${1 / HALF});
  return aHigh * bHigh + Math.floor((middle + ${HALF / 2}.0) * ${1 / HALF});
}`,
];

/** The two sums of a whole number below 2^24: its lower twelve digits, and the rest. `name` is a variable. */
export function inTwoParts(name: string, at: number): { lines: string[]; sums: Sum[] } {
  return {
    lines: [
      `const ${name}High = Math.floor(${name} * ${1 / PART});`,
      `const ${name}Low = ${name} - ${name}High * ${PART}.0;`,
    ],
    sums: [
      { value: `${name}Low`, at, weight: 1 },
      { value: `${name}High`, at, weight: PART },
    ],
  };
}
