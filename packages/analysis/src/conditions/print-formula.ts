/**
 * Formulas as text that game files read, and as LaTeX. Owns the order of terms and factors, common factors and
 * divisors in front, and the spelling of each notation.
 */
import type { Game, NumberFunction } from '@trilogue/core';
import { divide, multiply, negate, one, type Rational, rational, sign } from '../exact/rational.js';
import {
  type Atom,
  commonPart,
  type Factor,
  type Formula,
  type FormulaTerm,
  partsOf,
  scaleFormula,
  withoutFactors,
} from './formula.js';

/** How the pieces of a formula are spelled. */
interface Notation {
  readonly name: (name: string) => string;
  readonly power: (base: string, exponent: string) => string;
  readonly group: (text: string) => string;
  readonly call: (name: NumberFunction, args: readonly string[]) => string;
  readonly product: (factors: readonly string[]) => string;
  readonly quotient: (above: string, below: string, sums: { above: boolean; below: boolean }) => string;
}

const text: Notation = {
  name: (name) => name,
  power: (base, exponent) => `${base}^${exponent}`,
  group: (inner) => `(${inner})`,
  call: (name, [a, ...rest]) =>
    name === 'if' ? `if(${a} < ${rest.join(', ')})` : `${name}(${[a, ...rest].join(', ')})`,
  product: (factors) => factors.join('*'),
  quotient: (above, below, sums) => `${sums.above ? `(${above})` : above}/${sums.below ? `(${below})` : below}`,
};

const latex: Notation = {
  name: latexName,
  power: (base, exponent) => `${base}^{${exponent}}`,
  group: (inner) => `\\left(${inner}\\right)`,
  call: (name, args) => {
    const [a, b, yes, no] = args;
    if (name === 'if') return `\\begin{cases} ${yes} & ${a} < ${b} \\\\ ${no} & \\text{else} \\end{cases}`;
    if (name === 'binomial') return `\\binom{${a}}{${b}}`;
    return name === 'sqrt' ? `\\sqrt{${a}}` : `\\${name}\\left(${args.join(', ')}\\right)`;
  },
  product: (factors) => factors.join(' \\, '),
  quotient: (above, below) => `\\frac{${above}}{${below}}`,
};

/**
 * Such as `tau*s*(mu + 1)`, readable by `parseExpression`. Parameters come in the order of the game.
 * @param spell How a parameter is spelled; by default as it is.
 */
export function formulaText(
  formula: Formula,
  game: Pick<Game, 'parameters'>,
  spell: Notation['name'] = text.name,
): string {
  return printed(formula, { ...text, name: spell }, orderOf(game));
}

/** Such as `\tau \, s`. Greek names become letters, what follows an underscore an index. */
export function formulaLatex(formula: Formula, game: Pick<Game, 'parameters'>): string {
  return printed(formula, latex, orderOf(game));
}

type Order = (key: string) => number;

function orderOf({ parameters }: Pick<Game, 'parameters'>): Order {
  const places = new Map(parameters.map(({ name }, i) => [name, i]));
  return (key) => places.get(key) ?? parameters.length;
}

function printed(formula: Formula, notation: Notation, order: Order): string {
  if (formula.size === 0) return '0';
  const { factors, divisor } = commonPart(formula);
  const below = isShort(divisor) ? divisor : 1n;
  if (formula.size === 1 || (factors.size === 0 && below === 1n)) return sumText(formula, notation, order);
  const whole = scaleFormula(withoutFactors(formula, factors), rational(below));
  const minus = [...whole.values()].every(({ coefficient }) => sign(coefficient) < 0);
  const inside = sumText(minus ? scaleFormula(whole, rational(-1n)) : whole, notation, order);
  const { above, under } = sides([...factors.values()], notation, order);
  const lower = [...(below === 1n ? [] : [String(below)]), ...under];
  const upper = above.length === 0 ? inside : notation.product([...above, notation.group(inside)]);
  const text =
    lower.length === 0
      ? upper
      : notation.quotient(upper, notation.product(lower), { above: above.length === 0, below: lower.length > 1 });
  return minus ? `-${text}` : text;
}

/** A term and those that it divides and that have the same number in front: they are written as one product. */
interface Bundle {
  readonly first: FormulaTerm;
  readonly multiples: readonly FormulaTerm[];
}

/** Positive bundles first. */
function sumText(formula: Formula, notation: Notation, order: Order): string {
  const all = bundles(sorted(formula, order));
  const isNegative = ({ first }: Bundle) => sign(first.coefficient) < 0;
  let result = '';
  for (const bundle of [...all.filter((each) => !isNegative(each)), ...all.filter(isNegative)]) {
    const { first, multiples } = bundle;
    const size = isNegative(bundle) ? negate(first.coefficient) : first.coefficient;
    const together = new Map([first, ...multiples].map((each, i) => [String(i), each]));
    const rest = scaleFormula(withoutFactors(together, first.factors), divide(one, first.coefficient));
    const last = multiples.length === 0 ? [] : [notation.group(sumText(rest, notation, order))];
    const text = termText(size, [...first.factors.values()], last, notation, order);
    if (result === '') result = isNegative(bundle) ? `-${text}` : text;
    else result += isNegative(bundle) ? ` - ${text}` : ` + ${text}`;
  }
  return result;
}

function bundles(terms: readonly FormulaTerm[]): Bundle[] {
  const waiting = [...terms];
  const found: Bundle[] = [];
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    const term = first;
    const multiples = waiting.filter((other) => isMultiple(other, term));
    for (const used of multiples) waiting.splice(waiting.indexOf(used), 1);
    found.push({ first, multiples });
  }
  return found;
}

function isMultiple(of: FormulaTerm, term: FormulaTerm): boolean {
  const same = of.coefficient.d === term.coefficient.d && absolute(of.coefficient.n) === absolute(term.coefficient.n);
  if (!same || term.factors.size === 0) return false;
  return [...term.factors].every(([key, { power }]) => power > 0 && (of.factors.get(key)?.power ?? 0) >= power);
}

function termText(
  size: Rational,
  factors: readonly Factor[],
  last: readonly string[],
  notation: Notation,
  order: Order,
): string {
  const { above, under } = sides(factors, notation, order);
  const symbols = [...above, ...last];
  const decimals = symbols.length > 0 && isShort(size.d) ? undefined : finiteDecimal(size);
  const front = decimals ?? String(size.n);
  const lower = [...(decimals === undefined && size.d !== 1n ? [String(size.d)] : []), ...under];
  const product = notation.product(front === '1' && symbols.length > 0 ? symbols : [front, ...symbols]);
  if (lower.length === 0) return product;
  return notation.quotient(product, notation.product(lower), { above: false, below: lower.length > 1 });
}

/** Whether a divisor reads better than decimals: 1/2, 1/3, but 0.2. */
function isShort(divisor: bigint): boolean {
  return divisor <= 12n && divisor % 5n !== 0n;
}

function absolute(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** Factors above and under the line. */
function sides(factors: readonly Factor[], notation: Notation, order: Order): { above: string[]; under: string[] } {
  const under = factors.filter(({ power }) => power < 0).map(({ atom, power }) => ({ atom, power: -power }));
  const above = factors.filter(({ power }) => power > 0);
  return { above: factorTexts(above, notation, order), under: factorTexts(under, notation, order) };
}

function factorTexts(factors: readonly Factor[], notation: Notation, order: Order): string[] {
  const keyOf = ({ atom }: Factor) => (atom.kind === 'parameter' ? order(atom.name) : Number.POSITIVE_INFINITY);
  return [...factors]
    .sort((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) - keyOf(b)))
    .map(({ atom, power }) => {
      const base = atomText(atom, notation, order);
      if (power === 1) return base;
      return notation.power(atom.kind === 'power' ? notation.group(base) : base, String(power));
    });
}

function atomText(atom: Atom, notation: Notation, order: Order): string {
  const [first, ...rest] = partsOf(atom).map((part) => printed(part, notation, order));
  switch (atom.kind) {
    case 'parameter':
      return notation.name(atom.name);
    case 'sum':
      return notation.group(first!);
    case 'power':
      return notation.power(notation.group(first!), notation.group(rest[0]!));
    case 'call':
      return notation.call(atom.name, [first!, ...rest]);
  }
}

/** By number of factors, then in the order of the parameters. */
function sorted(formula: Formula, order: Order): FormulaTerm[] {
  const rank = ({ factors }: FormulaTerm): number[] => {
    const keys = [...factors].flatMap(([key, { power }]) => new Array<number>(Math.abs(power)).fill(order(key)));
    return [keys.length, ...keys.sort((a, b) => a - b)];
  };
  return [...formula.values()].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((entry, i) => entry !== right[i]);
    return at < 0 ? 0 : left[at]! - right[at]!;
  });
}

/** The number in decimals where they end after at most 12. */
function finiteDecimal({ n, d }: Rational): string | undefined {
  if (d === 1n) return String(n);
  for (let digits = 1; digits <= 12; digits++) {
    const scaled = multiply({ n, d }, rational(10n ** BigInt(digits)));
    if (scaled.d !== 1n) continue;
    const padded = String(scaled.n).padStart(digits + 1, '0');
    return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
  }
  return undefined;
}

const greek = new Set(
  (
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega ' +
    'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'
  ).split(' '),
);

/** A parameter name as LaTeX. */
export function latexName(name: string): string {
  const [stem, ...indices] = name.split('_').filter((part) => part !== '');
  if (stem === undefined) return `\\mathrm{${name.replaceAll('_', '\\_')}}`;
  const letter = greek.has(stem) ? `\\${stem}` : stem.length === 1 ? stem : `\\mathrm{${stem}}`;
  if (indices.length === 0) return letter;
  const below = indices.map((part) => (greek.has(part) ? `\\${part}` : part.length === 1 ? part : `\\mathrm{${part}}`));
  return `${letter}_{${below.join(',')}}`;
}
