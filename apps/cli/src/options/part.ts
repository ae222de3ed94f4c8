/** `--part i/n`. */
import type { Part } from '@trilogue/results';
import { InvalidArgumentError } from 'commander';
import { readWhole } from './number.js';

const form = 'Expected i/n, such as 2/8 for the second of eight parts.';
const most = 10_000;

/** @throws InvalidArgumentError that says what is wrong. */
export function readPart(text: string): Part {
  const [, i, n] = /^([^/]+)\/([^/]+)$/.exec(text.trim()) ?? [];
  if (i === undefined || n === undefined) throw new InvalidArgumentError(form);
  const of = readWhole(n, 1, most);
  if (of === undefined) throw new InvalidArgumentError(`"${n}" is not a whole number from 1 to ${most}. ${form}`);
  const index = readWhole(i, 1, of);
  if (index === undefined) throw new InvalidArgumentError(`"${i}" is not a whole number from 1 to ${of}. ${form}`);
  return { index, of };
}
