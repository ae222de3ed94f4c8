/**
 * Numbers on the command line, read strictly: decimal, finite, nothing around them.
 */
import { InvalidArgumentError } from 'commander';

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a text is, such as `0.5`, `-3` or `1e5`; `undefined` for `12abc`, ``, `NaN`, `Infinity`, `0x10`. */
export function readNumber(text: string): number | undefined {
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The same for a whole number from `least` to `most`; `1e5` is one. */
export function readWhole(text: string, least: number, most: number): number | undefined {
  const value = readNumber(text);
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** An option's value as a number above 0. @throws InvalidArgumentError, to which commander adds the option and the text. */
export function positive(text: string): number {
  const value = readNumber(text);
  if (value === undefined || value <= 0)
    throw new InvalidArgumentError('Expected a number above 0, such as 0.1 or 1e-3.');
  return value;
}

/** An option's value as a number strictly between two others. */
export function between(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = readNumber(text);
    if (value !== undefined && value > low && value < high) return value;
    throw new InvalidArgumentError(`Expected a number above ${low} and below ${high}.`);
  };
}

/** An option's value as a number from one to another, both ends allowed. */
export function within(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = readNumber(text);
    if (value !== undefined && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a number from ${least} to ${most}, such as 0.01.`);
  };
}

/** An option's value as a whole number, both ends allowed. */
export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = readWhole(text, least, most);
    if (value !== undefined) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}, such as 1000 or 1e5.`);
  };
}

/** A part of something from 0 to 1, as `1%` or `0.01`. @throws InvalidArgumentError */
export function readPercent(text: string): number {
  const percent = text.endsWith('%');
  const value = readNumber(percent ? text.slice(0, -1) : text);
  const part = value === undefined ? Number.NaN : percent ? value / 100 : value;
  if (part >= 0 && part <= 1) return part;
  throw new InvalidArgumentError('Expected a part from 0% to 100%, such as 1%.');
}
