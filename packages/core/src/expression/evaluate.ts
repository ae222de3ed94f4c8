/**
 * Expression to number.
 */
import { quote } from '../fault/fault.js';
import { refuse } from '../fault/game-error.js';
import { nearestName } from '../fault/nearest-name.js';
import { callNumber, type NumberFunction } from '../polynomial/arithmetic.js';
import type { Expression } from './expression.js';
import { mostTerms, replaced, simpler } from './functions.js';

/**
 * The value of an expression. Division by 0 and the like give what floating-point arithmetic gives: check the result
 * where it matters.
 * @param values Own properties: names as they are, shares as `Player.strategy`.
 * @throws GameError for a name that `values` does not have.
 */
export function evaluateExpression(expression: Expression, values: Readonly<Record<string, number>>): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name':
      return named(expression.name, expression.at, values);
    case 'share':
      return named(`${expression.player}.${expression.strategy}`, expression.at, values);
    case 'call':
      return called(expression, values);
    case 'negate':
      return -evaluateExpression(expression.of, values);
    case 'binary': {
      const left = evaluateExpression(expression.left, values);
      const right = evaluateExpression(expression.right, values);
      switch (expression.operator) {
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '*':
          return left * right;
        case '/':
          return left / right;
        case '^':
          return left ** right;
      }
    }
  }
}

function called(call: Extract<Expression, { kind: 'call' }>, values: Readonly<Record<string, number>>): number {
  const plain = simpler(call);
  if (plain !== undefined) return evaluateExpression(plain, values);
  if (call.name === 'sum') {
    const [index, from, to, body] = call.args as [Expression & { kind: 'name' }, Expression, Expression, Expression];
    const [low, high] = [from, to].map((bound) => evaluateExpression(bound, values)) as [number, number];
    if (!Number.isInteger(low) || !Number.isInteger(high) || high - low >= mostTerms) return Number.NaN;
    let sum = 0;
    for (let k = low; k <= high; k++) sum += evaluateExpression(replaced(body, index.name, k), values);
    return sum;
  }
  return callNumber(
    call.name as NumberFunction,
    call.args.map((arg) => evaluateExpression(arg, values)),
  );
}

function named(name: string, at: number, values: Readonly<Record<string, number>>): number {
  if (Object.hasOwn(values, name)) return values[name]!;
  const known = Object.keys(values);
  const suggestion = nearestName(name, known);
  throw refuse({
    code: 'unknown-name',
    found: `no value for ${quote(name)}`,
    expected: 'a value for every name',
    at: at + 1,
    known,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}
