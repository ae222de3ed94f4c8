/**
 * A stability condition as MathML.
 */
import type { Condition } from '@trilogue/analysis';
import { type Game, parseExpression } from '@trilogue/core';
import type { Markup } from '../html/markup.js';
import { expressionMath } from './expression.js';
import { math, numeral, operator } from './mathml.js';

/** Such as 2w + c_M - 2v - 2d < 0. */
export function conditionMath({ expression }: Pick<Condition, 'expression'>, game: Pick<Game, 'players'>): Markup {
  return math(expressionMath(parseExpression(expression), game), operator('<'), numeral(0));
}
