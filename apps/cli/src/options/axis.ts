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
  const end = readNumber(n);
  if (count === undefined && end !== undefined && !Number.isInteger(end)) {
    const whole = Math.floor((end - from) / to) + 1;
    const values =
      Number.isFinite(whole) && whole > 1
        ? `${name}=${lo}:${Number((from + (whole - 1) * to).toPrecision(12))}:${whole}`
        : form;
    throw new InvalidArgumentError(
      `N is "${n}", not a whole number of values. Read as start:step:end it would be ${values}; here LO:HI:N is two ends and how many values.`,
    );
  }
  if (count === undefined) {
    throw new InvalidArgumentError(`N is "${n}", not a whole number from 1 to ${mostValues}. ${form}`);
  }
  return { name, from, to, count };
}
