/**
 * Text to expression: the one gate through which payoffs written by strangers enter.
 * A Pratt parser: `+ -` bind least, then `* /`, then a sign in front, then `^`, which groups to the right, so that
 * -x^2 is -(x^2) and 2^-x is allowed. Nothing but arithmetic and the functions of `functions.ts` can be written, and sizes are bounded.
 * Source: Pratt (1973), Top down operator precedence.
 */
import { quote } from '../fault/fault.js';
import { GameError, refuse } from '../fault/game-error.js';
import { nearestName } from '../fault/nearest-name.js';
import type { Expression } from './expression.js';
import { functionArguments } from './functions.js';
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
 * front, parentheses, and calls such as `exp(x)`, `if(a < b, x, y)` and `sum(k, 0, n, x^k)`.
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
    if (taken.kind === 'name') {
      return token.text === '(' ? call(taken.text, at) : made({ kind: 'name', name: taken.text, at });
    }
    if (taken.kind === 'share') return made({ kind: 'share', player: taken.player, strategy: taken.strategy, at });
    if (taken.text === '-') return made({ kind: 'negate', of: parse(signBinding), at });
    if (taken.text === '+') return parse(signBinding);
    if (taken.text !== '(') throw unexpected(taken, 'a number, a name, a share or "("');
    const inner = parse(0);
    if (token.text !== ')') throw unexpected(token, 'an operator or ")"', before);
    take();
    return inner;
  };

  const call = (name: string, at: number): Expression => {
    if (!Object.hasOwn(functionArguments, name)) throw unknownFunction(name, at);
    const counts = functionArguments[name as keyof typeof functionArguments];
    take();
    const args: Expression[] = name === 'if' ? compared() : [parse(0)];
    while (token.text === ',') {
      take();
      args.push(parse(0));
    }
    if (token.text !== ')')
      throw unexpected(token, `an operator, "," or ")"${token.kind === 'end' ? yamlHint : ''}`, before);
    take();
    const given = name === 'if' ? args.length - 1 : args.length;
    if (given < counts[0] || given > counts[1]) {
      const expected = counts[0] === counts[1] ? `${counts[0]}` : `${counts[0]} to ${counts[1]}`;
      const found = `${name}(...) with ${given} arguments`;
      throw refuse({ code: 'syntax', found, expected: `${expected}, ${usage[name]!}`, at: at + 1 });
    }
    if (name === 'sum' && args[0]!.kind !== 'name') {
      const found = 'a sum whose first argument is not a name';
      throw refuse({ code: 'syntax', found, expected: usage.sum!, at: args[0]!.at + 1 });
    }
    return made({ kind: 'call', name, args, at });
  };

  /** Arguments of `if`, with every comparison as one of a < b: a <= b is not b < a. */
  const compared = (): Expression[] => {
    const left = parse(0);
    const sign = token.text;
    if (!['<', '<=', '>', '>='].includes(sign)) throw unexpected(token, 'a comparison, < <= > or >=', before);
    take();
    const right = parse(0);
    const results: Expression[] = [];
    for (let n = 0; n < 2 && token.text === ','; n++) {
      take();
      results.push(parse(0));
    }
    const [yes, no] = results;
    if (yes === undefined || no === undefined) return [left, right, ...results];
    if (sign === '<') return [left, right, yes, no];
    if (sign === '>') return [right, left, yes, no];
    return sign === '<=' ? [right, left, no, yes] : [left, right, no, yes];
  };

  const whole = parse(0);
  if (token.kind !== 'end') throw unexpected(token, 'an operator', before);
  return whole;
}

function unexpected(token: Token, expected: string, before?: Token): GameError {
  const at = token.at + 1;
  if (token.text === '(' && before?.kind === 'share') {
    const found = `a call, ${quote(`${before.text}(`)}`;
    return refuse({ code: 'syntax', found, expected: 'an operator; functions have no dot in their names', at });
  }
  const found = token.kind === 'end' ? 'the end of the expression' : quote(token.text);
  return refuse({ code: 'syntax', found, expected, at });
}

/** A comma ends an entry of `{ }` in YAML, and so the formula. */
const yamlHint = '; inside { } of YAML, put a formula with a comma between quotes';

/** How functions are called whose arguments are not obvious. */
const usage: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(functionArguments).map((name) => [name, `as in ${name}(x)`])),
  min: 'as in min(x, y)',
  max: 'as in max(x, y)',
  if: 'as in if(a < b, x, y)',
  binomial: 'as in binomial(n, k)',
  sum: 'as in sum(k, 0, 5, x^k)',
  value: 'as in value(x, alpha, beta, lambda)',
  weight: 'as in weight(p, gamma)',
};

function unknownFunction(name: string, at: number): GameError {
  const known = Object.keys(functionArguments);
  const suggestion = nearestName(name, known);
  return refuse({
    code: 'unknown-name',
    found: `unknown function ${quote(`${name}(`)}`,
    expected: `a function, ${known.join(', ')}, or "*" in front of "("`,
    at: at + 1,
    known,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function tooLarge(found: string, expected: string): GameError {
  return refuse({ code: 'limit', found, expected });
}
