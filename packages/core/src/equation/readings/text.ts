/** The equation as text, in a language that the reader spells. */
import type { Algebra } from '../algebra.js';

/** A written part, and how tightly it holds together. */
export interface Text {
  readonly text: string;
  readonly level: 'sum' | 'product' | 'whole';
}

/** How a language writes; operands come in parentheses where they need them. */
export interface Spelling {
  product(a: string, b: string): string;
  quotient(a: string, b: string): string;
  group(inner: string): string;
  min(a: string, b: string): string;
  max(a: string, b: string): string;
  less(a: string, b: string): string;
  select(condition: string, a: string, b: string): string;
  sqrt(a: string): string;
  exp(a: string): string;
  log(a: string): string;
  sin(a: string): string;
  cos(a: string): string;
}

/** As a line of text, such as `x (1 - x)`. */
export const plainText: Spelling = {
  product: (a, b) => `${a} ${b}`,
  quotient: (a, b) => `${a} / ${b}`,
  group: (inner) => `(${inner})`,
  min: (a, b) => `min(${a}, ${b})`,
  max: (a, b) => `max(${a}, ${b})`,
  less: (a, b) => `(${a} < ${b})`,
  select: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
  sqrt: (a) => `sqrt(${a})`,
  exp: (a) => `exp(${a})`,
  log: (a) => `log(${a})`,
  sin: (a) => `sin(${a})`,
  cos: (a) => `cos(${a})`,
};

/** A symbol, or anything else that needs no parentheses. */
export function whole(text: string): Text {
  return { text, level: 'whole' };
}

/** Sums and products with 0, and products with 1, are not written. */
export function texts(spelling: Spelling): Algebra<Text> {
  const zero = whole('0');
  const is = ({ text }: Text, number: string) => text === number;
  const grouped = (part: Text, ...loose: Text['level'][]) =>
    loose.includes(part.level) ? spelling.group(part.text) : part.text;
  const called = (name: 'min' | 'max' | 'less') => (a: Text, b: Text) => whole(spelling[name](a.text, b.text));
  return {
    constant: (value) => ({ text: String(value), level: value < 0 ? 'sum' : 'whole' }),
    add: (a, b) => (is(a, '0') ? b : is(b, '0') ? a : { text: `${a.text} + ${b.text}`, level: 'sum' }),
    sub: (a, b) => {
      if (is(b, '0')) return a;
      const left = is(a, '0') ? '-' : `${a.text} - `;
      return { text: `${left}${grouped(b, 'sum')}`, level: 'sum' };
    },
    mul: (a, b) => {
      if (is(a, '0') || is(b, '0')) return zero;
      if (is(a, '1')) return b;
      if (is(b, '1')) return a;
      return { text: spelling.product(grouped(a, 'sum'), grouped(b, 'sum')), level: 'product' };
    },
    div: (a, b) => ({ text: spelling.quotient(grouped(a, 'sum'), grouped(b, 'sum', 'product')), level: 'product' }),
    min: called('min'),
    max: called('max'),
    less: called('less'),
    select: (condition, a, b) => whole(spelling.select(condition.text, a.text, b.text)),
    sqrt: (a) => whole(spelling.sqrt(a.text)),
    exp: (a) => whole(spelling.exp(a.text)),
    log: (a) => whole(spelling.log(a.text)),
    sin: (a) => whole(spelling.sin(a.text)),
    cos: (a) => whole(spelling.cos(a.text)),
  };
}
