/**
 * The functions that formulas may call: their names, how many arguments they take, and what some are made of.
 * `value` and `weight` are those of prospect theory: Tversky and Kahneman (1992), Advances in prospect theory.
 */
import { refuse } from '../fault/game-error.js';
import type { Expression } from './expression.js';

/** The most terms of a `sum`. */
export const mostTerms = 200;

/** The fewest and most arguments of each function; `if` counts its comparison as one. */
export const functionArguments = {
  ...{ exp: [1, 1], log: [1, 1], sqrt: [1, 1], tanh: [1, 1], sin: [1, 1], cos: [1, 1], abs: [1, 1] },
  ...{ min: [2, 20], max: [2, 20], if: [3, 3], binomial: [2, 2], sum: [4, 4], value: [4, 4], weight: [2, 2] },
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;

type Call = Extract<Expression, { kind: 'call' }>;

/**
 * A call in simpler ones: `min` and `max` of several in those of two, `abs`, `value` and `weight` in others. Undefined for
 * what is simple itself.
 */
export function simpler({ name, args, at }: Call): Expression | undefined {
  const number = (value: number): Expression => ({ kind: 'number', value, at });
  const call = (called: string, ...own: Expression[]): Expression => ({ kind: 'call', name: called, args: own, at });
  const binary = (left: Expression, operator: '+' | '-' | '*' | '/' | '^', right: Expression): Expression => ({
    ...{ kind: 'binary', left, operator, right, at },
  });
  const negate = (of: Expression): Expression => ({ kind: 'negate', of, at });
  const [a, b, c, d] = args as [Expression, Expression, Expression, Expression];
  switch (name) {
    case 'min':
    case 'max':
      return args.length > 2 ? call(name, call(name, ...args.slice(0, -1)), args.at(-1)!) : undefined;
    case 'abs':
      return call('max', a, negate(a));
    case 'value': {
      // a gain to the power alpha, a loss to the power beta, lambda times as heavy
      const gain = binary(call('max', a, number(0)), '^', b);
      const loss = binary(d, '*', binary(call('max', negate(a), number(0)), '^', c));
      return call('if', a, number(0), negate(loss), gain);
    }
    case 'weight': {
      const powered = binary(a, '^', b);
      const both = binary(powered, '+', binary(binary(number(1), '-', a), '^', b));
      return binary(powered, '/', binary(both, '^', binary(number(1), '/', b)));
    }
    default:
      return undefined;
  }
}

/** The expression with a number in place of a name: a term of `sum`. */
export function replaced(expression: Expression, name: string, value: number): Expression {
  switch (expression.kind) {
    case 'number':
    case 'share':
      return expression;
    case 'name':
      return expression.name === name ? { kind: 'number', value, at: expression.at } : expression;
    case 'negate':
      return { ...expression, of: replaced(expression.of, name, value) };
    case 'binary':
      return {
        ...expression,
        left: replaced(expression.left, name, value),
        right: replaced(expression.right, name, value),
      };
    case 'call':
      return { ...expression, args: expression.args.map((arg) => replaced(arg, name, value)) };
  }
}

/**
 * `sum(k, from, to, body)` as a sum of its terms, and of a guard that is 0 where no term is missing. A parameter may be the upper bound:
 * there are then as many terms as its largest value wants, and those beyond its value count as 0. Undefined for other calls.
 * @param largest The largest value that a parameter may have.
 * @throws GameError for other bounds, and for too many terms.
 */
export function sumTerms(call: Call, largest: (parameter: string) => number | undefined): Expression | undefined {
  if (call.name !== 'sum') return undefined;
  const [index, from, to, body] = call.args as [Expression & { kind: 'name' }, Expression, Expression, Expression];
  const { at } = call;
  const wrong = (found: string, where: number) =>
    refuse({ code: 'bad-value', found, expected: 'whole numbers, or a parameter as the last', at: where + 1 });
  if (from.kind !== 'number' || !Number.isInteger(from.value)) throw wrong('a sum from no whole number', from.at);
  const last = to.kind === 'number' ? to.value : to.kind === 'name' ? largest(to.name) : undefined;
  if (last === undefined || !Number.isInteger(last)) throw wrong(`a sum to ${last ?? 'something else'}`, to.at);
  const count = last - from.value + 1;
  if (count > mostTerms) {
    throw refuse({ code: 'limit', found: `a sum of ${count} terms`, expected: `at most ${mostTerms}`, at: at + 1 });
  }
  const number = (value: number): Expression => ({ kind: 'number', value, at });
  const plus = (left: Expression, right: Expression): Expression => ({
    kind: 'binary',
    operator: '+',
    left,
    right,
    at,
  });
  const terms = Array.from({ length: Math.max(0, count) }, (_, i): Expression => {
    const k = from.value + i;
    const term = replaced(body, index.name, k);
    if (to.kind === 'number') return term;
    return { kind: 'call', name: 'if', args: [to, number(k), number(0), term], at };
  });
  if (to.kind !== 'number') terms.push({ kind: 'call', name: 'within', args: [to, number(last)], at });
  // in halves, so that nesting stays low
  const joined = (parts: readonly Expression[]): Expression => {
    if (parts.length < 2) return parts[0] ?? number(0);
    const half = Math.ceil(parts.length / 2);
    return plus(joined(parts.slice(0, half)), joined(parts.slice(half)));
  };
  return joined(terms);
}
