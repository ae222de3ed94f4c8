/**
 * Expression to LaTeX, as it was written: nothing is multiplied out. Lines may break at every + and - that is not part
 * of a fraction.
 */
import type { Expression } from './expression.js';

/** What names and shares look like, in math mode. */
export interface LatexSpelling {
  readonly name: (name: string) => string;
  readonly share: (player: string, strategy: string) => string;
}

/** A fraction needs no parentheses in a product, but does under a power. */
const level = { '+': 1, '-': 1, '*': 2, negate: 2, '^': 3, '/': 3.5, atom: 4 } as const;

/** For math mode; needs no package. */
export function latexExpression(expression: Expression, spelling: LatexSpelling): string {
  switch (expression.kind) {
    case 'number':
      return numberLatex(expression.value);
    case 'name':
      return spelling.name(expression.name);
    case 'share':
      return spelling.share(expression.player, expression.strategy);
    case 'call':
      return callLatex(expression, spelling);
    case 'negate':
      return `-${atLeast(level['^'], expression.of, spelling)}`;
    case 'binary': {
      const { operator, left, right } = expression;
      switch (operator) {
        case '/':
          return `\\frac{${latexExpression(left, spelling)}}{${latexExpression(right, spelling)}}`;
        case '^':
          return `{${atLeast(level.atom, left, spelling)}}^{${latexExpression(right, spelling)}}`;
        case '*': {
          const second = atLeast(level['*'] + 1, right, spelling);
          const sign = /^[0-9]/.test(second) ? '\\cdot' : '\\,';
          return `${atLeast(level['*'], left, spelling)} ${sign} ${second}`;
        }
        default:
          return `${atLeast(level['+'], left, spelling)} ${operator} ${atLeast(level['+'] + 1, right, spelling)}`;
      }
    }
  }
}

function callLatex({ name, args }: Extract<Expression, { kind: 'call' }>, spelling: LatexSpelling): string {
  const parts = args.map((arg) => latexExpression(arg, spelling));
  const [a, b, c, d] = parts;
  switch (name) {
    case 'if':
      return `\\begin{cases} ${c} & ${a} < ${b} \\\\ ${d} & \\text{else} \\end{cases}`;
    case 'sqrt':
      return `\\sqrt{${a}}`;
    case 'abs':
      return `\\left|${a}\\right|`;
    case 'binomial':
      return `\\binom{${a}}{${b}}`;
    case 'sum':
      return `\\sum_{${a}=${b}}^{${c}} ${atLeast(level['*'], args[3]!, spelling)}`;
    case 'value':
      return `v_{${b}, ${c}, ${d}}\\left(${a}\\right)`;
    case 'weight':
      return `w_{${b}}\\left(${a}\\right)`;
    default:
      return `\\${name}\\left(${parts.join(', ')}\\right)`;
  }
}

function numberLatex(value: number): string {
  return String(value).replace(/e\+?(-?\d+)$/, ' \\cdot 10^{$1}');
}

function atLeast(least: number, expression: Expression, spelling: LatexSpelling): string {
  const text = latexExpression(expression, spelling);
  if (levelOf(expression) >= least) return text;
  return text.includes('\\frac') ? `\\left(${text}\\right)` : `(${text})`;
}

function levelOf(expression: Expression): number {
  if (expression.kind === 'number') {
    // A negative number, and one with a power of ten, must be grouped before it is raised.
    if (expression.value < 0) return level.negate;
    return /e/.test(String(expression.value)) ? level['*'] : level.atom;
  }
  if (expression.kind === 'call') return expression.name === 'sum' ? level['+'] : level.atom;
  if (expression.kind === 'binary') return level[expression.operator];
  return expression.kind === 'negate' ? level.negate : level.atom;
}
