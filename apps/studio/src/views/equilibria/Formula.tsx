/**
 * A formula in the named parameters as MathML: fractions, powers, Greek letters, indices. What cannot be read as an
 * expression is shown as it is written.
 */
import { type Expression, parseExpression } from '@trilogue/core';
import { createElement, type ReactNode } from 'react';

interface FormulaProps {
  readonly text: string;
  /** What follows it, such as `< 0`, as operator and number. */
  readonly relation?: readonly [operator: string, value: string];
}

export function Formula({ text, relation }: FormulaProps) {
  const expression = read(text);
  if (expression === null) return <code>{relation === undefined ? text : `${text} ${relation.join(' ')}`}</code>;
  const after = relation === undefined ? [] : [node('mo', relation[0]), node('mn', relation[1])];
  return node('math', drawn(expression), ...after);
}

function read(text: string): Expression | null {
  try {
    return parseExpression(text);
  } catch {
    return null;
  }
}

/** MathML elements are known to React by name, but not to its types. */
function node(tag: string, ...children: ReactNode[]): ReactNode {
  return createElement(tag, null, ...children);
}

/** How strongly an expression holds together. */
function strength(expression: Expression): number {
  if (expression.kind === 'negate') return 1;
  if (expression.kind !== 'binary') return 4;
  return { '+': 1, '-': 1, '*': 2, '/': 4, '^': 3 }[expression.operator];
}

function drawn(expression: Expression, least = 0): ReactNode {
  const inside = bare(expression);
  return strength(expression) < least ? node('mrow', node('mo', '('), inside, node('mo', ')')) : inside;
}

function bare(expression: Expression): ReactNode {
  switch (expression.kind) {
    case 'number':
      return node('mn', String(expression.value));
    case 'name':
      return named(expression.name);
    case 'share':
      return node('mi', `${expression.player}.${expression.strategy}`);
    case 'call': {
      const [first, ...rest] = expression.args.map((arg) => drawn(arg));
      const args = rest.flatMap((arg, i) => [node('mo', expression.name === 'if' && i === 0 ? '<' : ','), arg]);
      return node('mrow', node('mi', expression.name), node('mo', '('), first, ...args, node('mo', ')'));
    }
    case 'negate':
      return node('mrow', node('mo', '−'), drawn(expression.of, 2));
    case 'binary': {
      const { operator, left, right } = expression;
      switch (operator) {
        case '+':
          return node('mrow', drawn(left, 1), node('mo', '+'), drawn(right, 1));
        case '-':
          return node('mrow', drawn(left, 1), node('mo', '−'), drawn(right, 2));
        case '*':
          return node(
            'mrow',
            drawn(left, left.kind === 'negate' ? 0 : 2),
            node('mo', right.kind === 'number' ? '·' : '\u2062'),
            thin,
            drawn(right, 2),
          );
        case '/':
          return node('mfrac', drawn(left), drawn(right));
        case '^':
          return node('msup', drawn(left, 4), drawn(right));
      }
    }
  }
}

const thin = createElement('mspace', { width: '0.17em' });

const greek: Readonly<Record<string, string>> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', iota: 'ι' },
  ...{ kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ' },
  ...{ phi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π' },
  ...{ Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω' },
};

/** `r_A` is r with the index A. */
function named(name: string): ReactNode {
  const [stem = name, ...below] = name.split('_').filter((part) => part !== '');
  const letter = (part: string) => node('mi', greek[part] ?? part);
  return below.length === 0 ? letter(stem) : node('msub', letter(stem), node('mrow', ...below.map(letter)));
}
