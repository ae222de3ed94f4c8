/**
 * Spelling of names: of players, strategies, parameters and sub-expressions alike.
 */

/** Longest name, in characters. */
export const longestName = 64;

const spelling = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Names that mean something to JavaScript, YAML or a settable value, and would only confuse as names of a game. */
const reserved: ReadonlySet<string> = new Set([
  'constructor',
  'prototype',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  'undefined',
  'null',
  'true',
  'false',
  'NaN',
  'Infinity',
  'initial',
]);

/** Whether the name may not be used for anything. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

/** Whether the text is spelled as a name: a letter or `_`, then letters, digits and `_`, 64 characters at most. */
export function isName(text: string): boolean {
  return text.length <= longestName && spelling.test(text);
}
