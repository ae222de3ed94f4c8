/**
 * Expression to MATLAB, for states that are one column or one column per path: what holds shares is a row, and rows
 * are multiplied and raised element by element.
 */
import type { Expression } from './expression.js';
import { simpler } from './functions.js';

/** What names and shares are called in the script. */
export interface MatlabSpelling {
  readonly name: (name: string) => string;
  readonly share: (player: string, strategy: string) => string;
  /** Whether a name of the `where` section holds shares. */
  readonly holdsShares: (name: string) => boolean;
}

/** A printed part: how tightly it holds together, and whether it is a row. */
interface Part {
  readonly text: string;
  readonly level: number;
  readonly row: boolean;
}

const level = { '+': 1, '-': 1, '*': 2, '/': 2, negate: 2, '^': 3, atom: 4 } as const;

/** Text that base MATLAB and GNU Octave read with the same value. */
export function matlabExpression(expression: Expression, spelling: MatlabSpelling): string {
  return part(expression, spelling).text;
}

function part(expression: Expression, spelling: MatlabSpelling): Part {
  switch (expression.kind) {
    case 'number':
      return { text: String(expression.value), level: expression.value < 0 ? level.negate : level.atom, row: false };
    case 'name':
      return {
        text: spelling.name(expression.name),
        level: level.atom,
        row: spelling.holdsShares(expression.name),
      };
    case 'share':
      return { text: spelling.share(expression.player, expression.strategy), level: level.atom, row: true };
    case 'call':
      return calledPart(expression, spelling);
    case 'negate': {
      const of = part(expression.of, spelling);
      return { text: `-${grouped(of, level['^'])}`, level: level.negate, row: of.row };
    }
    case 'binary': {
      const { operator } = expression;
      const left = part(expression.left, spelling);
      const right = part(expression.right, spelling);
      const own = level[operator];
      const row = left.row || right.row;
      // MATLAB groups powers to the left, game files to the right.
      if (operator === '^') {
        const sign = row ? '.^' : '^';
        return { text: `${grouped(left, level.atom)}${sign}${grouped(right, level.atom)}`, level: own, row };
      }
      const both = operator === '*' ? left.row && right.row : operator === '/' && right.row;
      const sign = own === level['+'] ? ` ${operator} ` : both ? `.${operator}` : operator;
      return { text: `${grouped(left, own)}${sign}${grouped(right, own + 1)}`, level: own, row };
    }
  }
}

function calledPart(expression: Extract<Expression, { kind: 'call' }>, spelling: MatlabSpelling): Part {
  const plain = expression.name === 'abs' ? undefined : simpler(expression);
  if (plain !== undefined) return part(plain, spelling);
  const { name, args } = expression;
  if (name === 'sum') return summed(expression, spelling);
  const parts = args.map((arg) => part(arg, spelling));
  const row = parts.some((own) => own.row);
  const [a, b, yes, no] = parts.map(({ text }) => text);
  switch (name) {
    case 'if': {
      // exact where the other result is not finite, as no product of both is
      const text = `choose(${a} < ${b}, ${yes}, ${no})`;
      return { text, level: level.atom, row };
    }
    case 'binomial':
      return { text: `nchoosek(${a}, ${b})`, level: level.atom, row };
    default:
      return { text: `${name}(${parts.map(({ text }) => text).join(', ')})`, level: level.atom, row };
  }
}

function summed({ args }: Extract<Expression, { kind: 'call' }>, spelling: MatlabSpelling): Part {
  const [index, from, to, body] = args as [Expression & { kind: 'name' }, Expression, Expression, Expression];
  const inner = part(body, {
    ...spelling,
    name: (name) => (name === index.name ? index.name : spelling.name(name)),
  });
  const [low, high] = [from, to].map((bound) => part(bound, spelling).text);
  return { text: `sum_over(@(${index.name}) ${inner.text}, ${low}, ${high})`, level: level.atom, row: inner.row };
}

function grouped({ text, level: own }: Part, least: number): string {
  return own < least ? `(${text})` : text;
}
