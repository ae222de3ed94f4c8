/**
 * Text to expression: the one gate through which payoffs written by strangers enter.
 * A Pratt parser: `+ -` bind least, then `* /`, then a sign in front, then `^`, which groups to the right, so that
 * -x^2 is -(x^2) and 2^-x is allowed. Nothing but arithmetic can be written, and sizes are bounded.
 * Source: Pratt (1973), Top down operator precedence.
 */
import { quote } from '../fault/fault.js';
import { GameError, refuse } from '../fault/game-error.js';
import type { Expression } from './expression.js';
import { type Scope, unknownNames } from './scope.js';
import { type Token, tokenReader } from './tokens.js';

/** What an expression may measure. */
export const expressionLimits = { characters: 10_000, depth: 100, nodes: 4_000 } as const;

type Operator = '+' | '-' | '*' | '/' | '^';

/** Binding of an operator to its left and right; right below left groups to the right. */
const binding: ReadonlyMap<string, readonly [left: number, right: number]> = new Map([
  ['+', [1, 2]],
  ['-', [1, 2]],
  ['*', [3, 4]],
  ['/', [3, 4]],
  ['^', [8, 7]],
]);
const signBinding = 6;

/**
 * Reads an expression: numbers (`2`, `0.5`, `1e-3`), names, shares written `Player.strategy`, `+ - * / ^`, signs in
 * front and parentheses.
 * @param scope The names it may use; without it every name is accepted.
 * @throws GameError with the place of the fault in `faults[0].at` (column, from 1); with a scope, one fault for each
 * unknown name.
 */
export function parseExpression(text: string, scope?: Scope): Expression {
  if (text.length > expressionLimits.characters) {
    throw tooLarge(`an expression of ${text.length} characters`, `at most ${expressionLimits.characters}`);
  }
  const expression = parseTokens(tokenReader(text));
  const faults = scope === undefined ? [] : unknownNames(expression, scope);
  if (faults.length > 0) throw new GameError(faults);
  return expression;
}

function parseTokens(read: () => Token): Expression {
  let before: Token | undefined;
  let token = read();
  let depth = 0;
  let nodes = 0;

  const take = (): Token => {
    before = token;
    token = read();
    return before;
  };

  const made = (node: Expression): Expression => {
    if (++nodes > expressionLimits.nodes) {
      throw tooLarge(`more than ${expressionLimits.nodes} operations`, 'a shorter expression, with `where` names');
    }
    return node;
  };

  const parse = (least: number): Expression => {
    if (++depth > expressionLimits.depth) {
      throw tooLarge(
        `nesting deeper than ${expressionLimits.depth}`,
        'fewer parentheses, signs or powers in each other',
      );
    }
    let left = operand(take());
    for (;;) {
      const powers = token.kind === 'sign' ? binding.get(token.text) : undefined;
      if (powers === undefined || powers[0] < least) break;
      const { text, at } = take();
      left = made({ kind: 'binary', operator: text as Operator, left, right: parse(powers[1]), at });
    }
    depth--;
    return left;
  };

  const operand = (taken: Token): Expression => {
    const { at } = taken;
    if (taken.kind === 'number') return made({ kind: 'number', value: taken.value, at });
    if (taken.kind === 'name') return made({ kind: 'name', name: taken.text, at });
    if (taken.kind === 'share') return made({ kind: 'share', player: taken.player, strategy: taken.strategy, at });
    if (taken.text === '-') return made({ kind: 'negate', of: parse(signBinding), at });
    if (taken.text === '+') return parse(signBinding);
    if (taken.text !== '(') throw unexpected(taken, 'a number, a name, a share or "("');
    const inner = parse(0);
    if (token.text !== ')') throw unexpected(token, 'an operator or ")"', before);
    take();
    return inner;
  };

  const whole = parse(0);
  if (token.kind !== 'end') throw unexpected(token, 'an operator', before);
  return whole;
}

function unexpected(token: Token, expected: string, before?: Token): GameError {
  const at = token.at + 1;
  if (token.text === '(' && (before?.kind === 'name' || before?.kind === 'share')) {
    const found = `a call, ${quote(`${before.text}(`)}`;
    return refuse({ code: 'syntax', found, expected: 'an operator; there are no functions', at });
  }
  const found = token.kind === 'end' ? 'the end of the expression' : quote(token.text);
  return refuse({ code: 'syntax', found, expected, at });
}

function tooLarge(found: string, expected: string): GameError {
  return refuse({ code: 'limit', found, expected });
}
