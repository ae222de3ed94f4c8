/**
 * An expression read in any arithmetic: exact polynomials in the shares, exact functions of one parameter, formulas.
 * Owns the walk and the rule for powers; each reading says what the names stand for.
 */
import { type Expression, type Game, largestValue, type NumberFunction, simpler, sumTerms } from '@trilogue/core';

/** What a reading of an expression needs. */
export interface Ring<T> {
  readonly number: (value: number) => T;
  /** A parameter, by name. */
  readonly parameter: (name: string) => T;
  readonly share: (player: string, strategy: string) => T;
  readonly add: (a: T, b: T) => T;
  readonly negate: (a: T) => T;
  readonly multiply: (a: T, b: T) => T;
  readonly divide: (a: T, b: T) => T;
  readonly power: (base: T, exponent: T) => T;
  readonly call: (name: NumberFunction, args: readonly T[]) => T;
}

/** Payoffs by [player][strategy]; each `where` name is read once. */
export function readPayoffs<T>(game: Game, ring: Ring<T>): T[][] {
  const named = new Map<string, T>();
  const read = (expression: Expression): T => {
    switch (expression.kind) {
      case 'number':
        return ring.number(expression.value);
      case 'name':
        return named.get(expression.name) ?? ring.parameter(expression.name);
      case 'share':
        return ring.share(expression.player, expression.strategy);
      case 'negate':
        return ring.negate(read(expression.of));
      case 'call':
        return called(expression);
      case 'binary': {
        const left = read(expression.left);
        const right = read(expression.right);
        switch (expression.operator) {
          case '+':
            return ring.add(left, right);
          case '-':
            return ring.add(left, ring.negate(right));
          case '*':
            return ring.multiply(left, right);
          case '/':
            return ring.divide(left, right);
          case '^':
            return ring.power(left, right);
        }
      }
    }
  };
  const called = (call: Extract<Expression, { kind: 'call' }>): T => {
    const plain = simpler(call) ?? sumTerms(call, (name) => largestValue(game, name));
    if (plain !== undefined) return read(plain);
    return ring.call(call.name as NumberFunction, call.args.map(read));
  };
  for (const { name, expression } of game.where) named.set(name, read(expression));
  return game.payoffs.map((own) => own.map(read));
}

/** Powers above this are computed in floating point: their fractions would be thousands of digits long. */
export const mostExactPower = 256;
