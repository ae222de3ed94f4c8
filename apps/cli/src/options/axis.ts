/**
 * `NAME=LO:HI:N`: what a sweep varies, and how.
 */
import type { Axis } from '@trilogue/engine';
import { InvalidArgumentError } from 'commander';
import { readNumber, readWhole } from './number.js';

const form = 'Expected NAME=LO:HI:N, such as tau=0:1:51 for 51 values from 0 to 1.';
const mostValues = 1_000_000;

/** Reads an axis. @throws InvalidArgumentError that names the part that is wrong. */
export function readAxis(text: string): Axis {
  const [, name, lo, hi, n] = /^([^=]+)=([^:]*):([^:]*):([^:]*)$/.exec(text)?.map((part) => part.trim()) ?? [];
  if (!name || lo === undefined || hi === undefined || n === undefined) throw new InvalidArgumentError(form);
  const [from, to, count] = [readNumber(lo), readNumber(hi), readWhole(n, 1, mostValues)];
  if (from === undefined) throw new InvalidArgumentError(`LO is "${lo}", not a number. ${form}`);
  if (to === undefined) throw new InvalidArgumentError(`HI is "${hi}", not a number. ${form}`);
  if (count === undefined) {
    const fault = `N is "${n}", not a whole number from 1 to ${mostValues}. ${form}`;
    throw new InvalidArgumentError(fault + startStepEnd(name, from, to, readNumber(n)));
  }
  return { name, from, to, count };
}

/** What the text is where the numbers are start, step and end, as in other languages; nothing where they cannot be. */
function startStepEnd(name: string, start: number, step: number, end = start): string {
  const steps = Math.floor((end - start) / step + 1e-9);
  if (!(steps >= 1 && steps < mostValues)) return '';
  const last = Number((start + steps * step).toPrecision(12));
  return ` As start:step:end these numbers would be ${name}=${start}:${last}:${steps + 1}.`;
}
