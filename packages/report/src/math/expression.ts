/**
 * Expressions of a game file, and stability conditions, as MathML, with no parenthesis that is not needed. A division is a fraction.
 */
import type { Condition } from '@trilogue/analysis';
import { type Expression, type Game, parseExpression } from '@trilogue/core';
import { html, type Markup } from '../html/markup.js';
import { math, numeral, operator, parenthesised, symbol, times } from './mathml.js';
import { shareSymbol } from './shares.js';

/** How tightly a form holds together. */
const level = { sum: 1, negative: 2, product: 3, power: 4, atom: 5 } as const;

export function expressionMath(expression: Expression, game: Pick<Game, 'players'>): Markup {
  /** Parts that are joined less tightly, and signs that would follow another operator, get parentheses. */
  const at = (least: number, inner: Expression) => {
    const written = expressionMath(inner, game);
    return levelOf(inner) < least || signFirst(inner) ? parenthesised(written) : written;
  };
  const leading = (least: number, inner: Expression) =>
    signFirst(inner) && levelOf(inner) >= level.negative ? expressionMath(inner, game) : at(least, inner);
  switch (expression.kind) {
    case 'number':
      return numeral(expression.value);
    case 'name':
      return symbol(expression.name);
    case 'share':
      return shareSymbol(game, expression.player, expression.strategy);
    case 'call':
      return callMath(
        expression.name,
        expression.args.map((arg) => expressionMath(arg, game)),
      );
    case 'negate':
      return html`<mrow><mo>−</mo>${at(level.product, expression.of)}</mrow>`;
    case 'binary': {
      const { left, right } = expression;
      switch (expression.operator) {
        case '+':
          return html`<mrow>${expressionMath(left, game)}${operator('+')}${at(level.sum, right)}</mrow>`;
        case '-':
          return html`<mrow>${expressionMath(left, game)}${operator('−')}${at(level.product, right)}</mrow>`;
        case '*':
          return html`<mrow>${leading(level.product, left)}${digitsFirst(right) ? operator('·') : times}${at(level.product, right)}</mrow>`;
        case '/':
          return html`<mfrac>${expressionMath(left, game)}${expressionMath(right, game)}</mfrac>`;
        case '^':
          return html`<msup>${at(level.atom, left)}${expressionMath(right, game)}</msup>`;
      }
    }
  }
}

function callMath(name: string, args: readonly Markup[]): Markup {
  const [a, b, yes, no] = args;
  const text = (words: string) => html`<mtext>${words}</mtext>`;
  switch (name) {
    case 'if':
      return html`<mrow><mo>{</mo><mtable><mtr><mtd>${yes}</mtd><mtd>${text('if ')}${a}${operator('<')}${b}</mtd></mtr><mtr><mtd>${no}</mtd><mtd>${text('else')}</mtd></mtr></mtable></mrow>`;
    case 'sqrt':
      return html`<msqrt>${a}</msqrt>`;
    case 'abs':
      return html`<mrow><mo>|</mo>${a}<mo>|</mo></mrow>`;
    case 'binomial':
      return parenthesised(html`<mfrac linethickness="0">${a}${b}</mfrac>`);
    case 'sum':
      return html`<mrow><munderover><mo>∑</mo><mrow>${a}${operator('=')}${b}</mrow>${yes}</munderover>${parenthesised(no!)}</mrow>`;
    default:
      return html`<mrow><mi>${name}</mi>${parenthesised(args.map((arg, i) => [i === 0 ? '' : operator(','), arg]))}</mrow>`;
  }
}

function levelOf(expression: Expression): number {
  if (expression.kind === 'negate') return level.negative;
  if (expression.kind === 'number') return expression.value < 0 ? level.negative : level.atom;
  if (expression.kind !== 'binary') return level.atom;
  const { operator: sign } = expression;
  if (sign === '+' || sign === '-') return level.sum;
  return sign === '^' ? level.power : level.product;
}

/** Whether a form begins with a sign. */
function signFirst(expression: Expression): boolean {
  if (expression.kind === 'binary') {
    return (expression.operator === '*' || levelOf(expression) === level.sum) && signFirst(expression.left);
  }
  return levelOf(expression) === level.negative;
}

/** Whether a factor begins with a digit, so that a product before it needs its sign. */
function digitsFirst(expression: Expression): boolean {
  if (expression.kind === 'number') return true;
  if (expression.kind !== 'binary' || (expression.operator !== '*' && expression.operator !== '^')) return false;
  return digitsFirst(expression.left);
}

/** Such as 2w + c_M - 2v - 2d < 0. */
export function conditionMath({ expression }: Pick<Condition, 'expression'>, game: Pick<Game, 'players'>): Markup {
  return math(expressionMath(parseExpression(expression), game), operator('<'), numeral(0));
}
