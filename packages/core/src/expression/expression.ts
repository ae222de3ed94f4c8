/**
 * An expression is data: numbers, names and shares joined by arithmetic and functions, each node with its place in the text.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'share'; readonly player: string; readonly strategy: string; readonly at: number }
  | { readonly kind: 'negate'; readonly of: Expression; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/' | '^';
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly kind: 'call';
      /** `if` has four arguments: two that are compared, what is taken where the first is smaller, and what else. */
      readonly name: string;
      readonly args: readonly Expression[];
      readonly at: number;
    };

/** The parts that an expression is made of, from left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'negate':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.args;
    default:
      return [];
  }
}
