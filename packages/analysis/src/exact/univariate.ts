/**
 * Polynomials in one variable with exact coefficients, lowest power first, no zeros at the end.
 * Owns division, the greatest common divisor, and the isolation of all real roots by Sturm's theorem (1829).
 */
import {
  add,
  addWork,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  sign,
  subtract,
  toNumber,
  zero,
} from './rational.js';

export type Univariate = readonly Rational[];

export function trimmed(coefficients: Univariate): Univariate {
  const last = coefficients.findLastIndex((coefficient) => sign(coefficient) !== 0);
  return coefficients.slice(0, last + 1);
}

export function univariateSum(a: Univariate, b: Univariate): Univariate {
  const length = Math.max(a.length, b.length);
  return trimmed(Array.from({ length }, (_, i) => add(a[i] ?? zero, b[i] ?? zero)));
}

export function univariateProduct(a: Univariate, b: Univariate): Univariate {
  if (a.length === 0 || b.length === 0) return [];
  const result = new Array<Rational>(a.length + b.length - 1).fill(zero);
  for (const [i, left] of a.entries()) {
    for (const [j, right] of b.entries()) result[i + j] = add(result[i + j]!, multiply(left, right));
  }
  return trimmed(result);
}

export function univariateValue(polynomial: Univariate, x: Rational): Rational {
  return polynomial.reduceRight((total, coefficient) => add(multiply(total, x), coefficient), zero);
}

/** Quotient and remainder. @throws RangeError where b is 0. */
export function divided(a: Univariate, b: Univariate): { quotient: Univariate; remainder: Univariate } {
  const remainder = [...a];
  const quotient = new Array<Rational>(Math.max(0, a.length - b.length + 1)).fill(zero);
  const leading = b.at(-1) ?? zero;
  for (let i = quotient.length - 1; i >= 0; i--) {
    const factor = divide(remainder[i + b.length - 1]!, leading);
    quotient[i] = factor;
    for (const [j, coefficient] of b.entries()) {
      remainder[i + j] = subtract(remainder[i + j]!, multiply(factor, coefficient));
    }
  }
  return { quotient, remainder: trimmed(remainder) };
}

/** Greatest common divisor, with leading coefficient 1; empty where both are 0. */
export function commonDivisor(a: Univariate, b: Univariate): Univariate {
  let [larger, smaller] = [a, b];
  while (smaller.length > 0) [larger, smaller] = [smaller, divided(larger, smaller).remainder];
  const leading = larger.at(-1);
  return leading === undefined ? [] : larger.map((coefficient) => divide(coefficient, leading));
}

/** The polynomial with every root kept once. */
export function squareFree(polynomial: Univariate): Univariate {
  const common = commonDivisor(polynomial, slope(polynomial));
  return common.length <= 1 ? polynomial : divided(polynomial, common).quotient;
}

/** A real root: `low` = `high` where it is known exactly, otherwise low < root < high and only that root is in between. */
export interface RootInterval {
  readonly low: Rational;
  readonly high: Rational;
}

/**
 * Every real root of a polynomial that is not 0, each once, ascending; all of them are found.
 * @param apart Points that no interval may hold inside.
 * @param width Widest interval. Default 2^-60.
 */
export function realRoots(
  polynomial: Univariate,
  apart: readonly Rational[] = [],
  width: Rational = rational(1n, 1n << 60n),
): RootInterval[] {
  const simple = polynomial.length <= 2 ? polynomial : squareFree(polynomial);
  if (simple.length <= 1) return [];
  if (simple.length === 2) {
    const root = negate(divide(simple[0]!, simple[1]!));
    return [{ low: root, high: root }];
  }
  const chain: Univariate[] = [simple, slope(simple)];
  while (chain.at(-1)!.length > 1) chain.push(divided(chain.at(-2)!, chain.at(-1)!).remainder.map(negate));
  const signsAt = chain.map(signOf);
  const changes = (x: Rational): number => {
    const signs = signsAt.map((of) => of(x)).filter((s) => s !== 0);
    return signs.filter((s, i) => i > 0 && s !== signs[i - 1]).length;
  };
  // Cauchy's bound, as a power of two: halving then meets short fractions first.
  const leading = simple.at(-1)!;
  const bound = 1 + Math.max(...simple.map((coefficient) => Math.abs(toNumber(divide(coefficient, leading)))));
  const far = rational(1n << BigInt(Math.ceil(Math.log2(bound)) + 1));
  const roots: RootInterval[] = [];
  // Roots in (low, high], `below` and `above` sign changes at its ends.
  const search = (low: Rational, high: Rational, below: number, above: number): void => {
    if (below - above === 1) roots.push(narrowed(signsAt[0]!, { low, high }, apart, width));
    if (below - above <= 1) return;
    const middle = multiply(add(low, high), half);
    const at = changes(middle);
    search(low, middle, below, at);
    search(middle, high, at, above);
  };
  search(negate(far), far, changes(negate(far)), changes(far));
  return roots;
}

/** The sign of a polynomial at any point, in whole numbers: a fraction need not be in lowest terms to have a sign. */
export function signOf(polynomial: Univariate): (x: Rational) => -1 | 0 | 1 {
  // rational(m, d) has d less what m shares with it below: times m that is the least common multiple
  const scale = polynomial.reduce((multiple, { d }) => multiple * rational(multiple, d).d, 1n);
  const whole = polynomial.map(({ n, d }) => n * (scale / d));
  return ({ n, d }) => {
    let [total, power] = [0n, 1n];
    for (let i = whole.length - 1; i >= 0; i--) {
      total = total * n + whole[i]! * power;
      power *= d;
    }
    addWork(5 * whole.length);
    return sign({ n: total, d: 1n });
  };
}

/** The one root in (low, high], where it is simple, closer. */
function narrowed(
  signAt: (x: Rational) => -1 | 0 | 1,
  { low, high }: RootInterval,
  apart: readonly Rational[],
  width: Rational,
): RootInterval {
  const above = signAt(high);
  if (above === 0) return { low: high, high };
  let [left, right] = [low, high];
  for (const point of apart) {
    if (sign(subtract(point, left)) <= 0 || sign(subtract(right, point)) <= 0) continue;
    const at = signAt(point);
    if (at === 0) return { low: point, high: point };
    if (at === above) right = point;
    else left = point;
  }
  // The lower end may be a root itself, the one before.
  while (sign(subtract(subtract(right, left), width)) > 0 || signAt(left) === 0) {
    const middle = multiply(add(left, right), half);
    const at = signAt(middle);
    if (at === 0) return { low: middle, high: middle };
    if (at === above) right = middle;
    else left = middle;
  }
  return { low: left, high: right };
}

const half = rational(1n, 2n);

function slope(polynomial: Univariate): Univariate {
  return polynomial.slice(1).map((coefficient, i) => multiply(coefficient, rational(BigInt(i + 1))));
}
