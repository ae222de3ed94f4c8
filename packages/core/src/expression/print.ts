/**
 * Expression to text, with no parenthesis that is not needed.
 */
import type { Expression } from './expression.js';

/** How tightly each form holds together; an operand that holds less tightly than asked gets parentheses. */
const level = { '+': 1, '-': 1, '*': 2, '/': 2, negate: 3, '^': 4, atom: 5 } as const;

/**
 * Text that `parseExpression` reads back to the same expression, places aside.
 * A negative number, which the parser never makes, is written in parentheses and read back as a negation.
 */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.value < 0 ? `(${expression.value})` : String(expression.value);
    case 'name':
      return expression.name;
    case 'share':
      return `${expression.player}.${expression.strategy}`;
    case 'call':
      return printCall(expression);
    case 'negate':
      return `-${atLeast(level.negate, expression.of)}`;
    case 'binary': {
      const { operator, left, right } = expression;
      const own = level[operator];
      if (operator === '^') return `${atLeast(level.atom, left)}^${atLeast(level.negate, right)}`;
      const space = own === level['+'] ? ' ' : '';
      return `${atLeast(own, left)}${space}${operator}${space}${atLeast(own + 1, right)}`;
    }
  }
}

function printCall({ name, args }: Extract<Expression, { kind: 'call' }>): string {
  const [first, ...rest] = args.map(printExpression);
  return name === 'if' ? `if(${first} < ${rest.join(', ')})` : `${name}(${[first, ...rest].join(', ')})`;
}

function atLeast(least: number, expression: Expression): string {
  const text = printExpression(expression);
  return levelOf(expression) < least ? `(${text})` : text;
}

function levelOf(expression: Expression): number {
  if (expression.kind === 'binary') return level[expression.operator];
  return expression.kind === 'negate' ? level.negate : level.atom;
}
