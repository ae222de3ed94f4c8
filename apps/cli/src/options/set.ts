/**
 * `--set name=value`, repeatable: values that differ from the game file's. Whether a game knows the name is core's to say.
 */
import { InvalidArgumentError } from 'commander';
import { readNumber } from './number.js';

/** Values by name. Kept as pairs until all are read, so that no name can be an object's own machinery. */
export type SetPairs = readonly (readonly [name: string, value: number])[];

/** Reads one more `--set`. @throws InvalidArgumentError */
export function collectSet(text: string, before: SetPairs = []): SetPairs {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(0, equals)).trim();
  if (name === '') throw new InvalidArgumentError('Expected name=value, such as tau=0.7.');
  const value = readNumber(text.slice(equals + 1).trim());
  if (value === undefined) {
    throw new InvalidArgumentError(`Expected a number after "${name}=", such as ${name}=0.7.`);
  }
  if (before.some(([known]) => known === name)) throw new InvalidArgumentError(`"${name}" is set twice.`);
  return [...before, [name, value]];
}

/** As core and engine take it, names in alphabetical order. */
export function setValues(pairs: SetPairs = []): Record<string, number> {
  return Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));
}
