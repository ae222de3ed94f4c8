/**
 * Text to tokens: numbers, names, shares and single signs, each with its place. Owns the spelling of names and numbers.
 */
import { quote } from '../fault/fault.js';
import { refuse } from '../fault/game-error.js';
import { isReserved } from './names.js';

export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly at: number }
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'share';
      readonly player: string;
      readonly strategy: string;
      readonly text: string;
      readonly at: number;
    }
  | { readonly kind: 'sign'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly text: string; readonly at: number };

/** Captures: a number, a name, the name after its dot, any other character. */
const pattern = /\s*(?:((?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)(?:\.([A-Za-z_]\w*))?|([<>]=?|\S))/suy;

const signs: readonly string[] = ['+', '-', '*', '/', '^', '(', ')', ',', '<', '<=', '>', '>='];

/** Why a character that is common elsewhere has no place here. */
const refused: Readonly<Record<string, string>> = {
  '[': 'a bracket',
  ']': 'a bracket',
  '{': 'a brace',
  '}': 'a brace',
  '=': 'an assignment',
  "'": 'quoted text',
  '"': 'quoted text',
  '`': 'quoted text',
  '.': 'a stray "."',
};

/**
 * A function that returns the next token of the text at each call, and `end` at the end.
 * It throws a GameError for the first character that no expression may hold, and for reserved names.
 */
export function tokenReader(text: string): () => Token {
  let offset = 0;
  return () => {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match === null) return { kind: 'end', text: '', at: text.length };
    offset = pattern.lastIndex;
    const [whole, number, first, second, other] = match;
    const at = offset - whole.trimStart().length;
    if (number !== undefined) return numberToken(number, at);
    if (second !== undefined) return shareToken(text, first!, second, at);
    if (first !== undefined) return { kind: 'name', text: allowed(first, at), at };
    return signToken(other!, at);
  };
}

function numberToken(text: string, at: number): Token {
  const value = Number(text);
  if (Number.isFinite(value)) return { kind: 'number', value, text, at };
  throw refuse({
    code: 'syntax',
    found: `too large a number, ${quote(text)},`,
    expected: 'a number below 1.8e308',
    at: at + 1,
  });
}

function allowed(name: string, at: number): string {
  if (!isReserved(name)) return name;
  throw refuse({ code: 'bad-name', found: `the reserved name ${quote(name)}`, expected: 'another name', at: at + 1 });
}

function shareToken(text: string, player: string, strategy: string, at: number): Token {
  const spelled = `${player}.${strategy}`;
  allowed(player, at);
  allowed(strategy, at + player.length + 1);
  if (text[at + spelled.length] !== '.') return { kind: 'share', player, strategy, text: spelled, at };
  throw refuse({
    code: 'syntax',
    found: `a member chain, ${quote(`${spelled}.`)}`,
    expected: 'a share, written Player.strategy',
    at: at + spelled.length + 1,
  });
}

function signToken(text: string, at: number): Token {
  if (signs.includes(text)) return { kind: 'sign', text, at };
  const known = Object.hasOwn(refused, text) ? refused[text]! : quote(text);
  throw refuse({
    code: 'syntax',
    found: known,
    expected: 'numbers, names, shares such as B.share, + - * / ^ and parentheses',
    at: at + 1,
  });
}
