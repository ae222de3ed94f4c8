/**
 * Fractions of whole numbers of any length: decimal numbers as they are written, without rounding.
 * That 0.1 + 0.2 - 0.3 is 0 decides whether a game is degenerate.
 */

/** n / d in lowest terms, d above 0. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** n / d in lowest terms. @throws RangeError where d is 0. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 1n) return { n, d };
  const common = greatestDivisor(n, d);
  if (common === 1n && d > 0n) return { n, d };
  const whole = d < 0n ? -common : common;
  return { n: n / whole, d: d / whole };
}

/** The decimal number that JavaScript prints for x, so that 0.1 is 1/10. @throws RangeError where x is not finite. */
export function decimal(x: number): Rational {
  if (Number.isSafeInteger(x)) return { n: BigInt(x), d: 1n };
  const [digits, power = '0'] = String(x).split('e');
  const [whole, part = ''] = digits!.split('.');
  const shift = Number(power) - part.length;
  const n = BigInt(whole! + part);
  return shift < 0 ? rational(n, 10n ** BigInt(-shift)) : { n: n * 10n ** BigInt(shift), d: 1n };
}

/** The binary fraction that x is in memory. @throws RangeError where x is not finite. */
export function binary(x: number): Rational {
  let scaled = x;
  let power = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    power++;
  }
  return rational(BigInt(scaled), 1n << BigInt(power));
}

/** The nearest double, to one unit in its last place. */
export function toNumber({ n, d }: Rational): number {
  if (n >= -safe && n <= safe && d <= safe) return Number(n) / Number(d);
  const bits = (x: bigint): number => (x < 0n ? -x : x).toString(16).length * 4;
  const shift = Math.max(0, 80 - bits(n) + bits(d));
  const quotient = Number((n << BigInt(shift)) / d);
  // In two steps, so that no power of two underflows before the product does.
  return quotient / 2 ** Math.floor(shift / 2) / 2 ** Math.ceil(shift / 2);
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return rational(a.n + b.n, a.d);
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function negate({ n, d }: Rational): Rational {
  return { n: -n, d };
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** @throws RangeError where b is 0. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** a to a whole power, which may be negative. @throws RangeError for a negative power of 0. */
export function raise(a: Rational, power: number): Rational {
  if (power < 0) return raise(divide(one, a), -power);
  return { n: a.n ** BigInt(power), d: a.d ** BigInt(power) };
}

/** -1, 0 or 1. */
export function sign({ n }: Rational): -1 | 0 | 1 {
  return n === 0n ? 0 : n < 0n ? -1 : 1;
}

/** The fraction with the smallest denominator within `distance` of x, by continued fractions. */
export function simplestNear(x: number, distance: number): Rational {
  let [before, latest] = [
    { n: 0n, d: 1n },
    { n: 1n, d: 0n },
  ];
  let rest = x;
  for (let i = 0; i < 40; i++) {
    const whole = BigInt(Math.floor(rest));
    [before, latest] = [latest, { n: whole * latest.n + before.n, d: whole * latest.d + before.d }];
    const left = rest - Math.floor(rest);
    if (Math.abs(Number(latest.n) / Number(latest.d) - x) <= distance || left === 0) break;
    rest = 1 / left;
  }
  return latest;
}

/** `3`, `-1/2`. */
export function printRational({ n, d }: Rational): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}

let work = 0;

/**
 * How much exact arithmetic there has been, in steps of Euclid's algorithm and what takes as long; the same on every machine. Whoever bounds
 * a piece of work looks before and after.
 */
export function workDone(): number {
  return work;
}

/** Counts work that is not seen here. */
export function addWork(steps: number): void {
  work += steps;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('Division by 0.');
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  // Ordinary numbers are several times faster, and nearly all fractions are small.
  while (larger > safe || smaller > safe) {
    if (smaller === 0n) return larger;
    work += 10;
    [larger, smaller] = [smaller, larger % smaller];
  }
  let [x, y] = [Number(larger), Number(smaller)];
  while (y !== 0) {
    work++;
    [x, y] = [y, x % y];
  }
  return BigInt(x);
}
