/** Checks of what a caller hands over, for callers without types: each names what was found, and where. */
import { SensitivityError, type SensitivityErrorCode } from './errors.js';

/** Refuses a number that is not whole or outside [low, high]. */
export function checkCount(what: string, value: number, low: number, high = 2 ** 32): void {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new SensitivityError(
      'option',
      `${what} must be a whole number from ${low} to ${high}, found ${shown(value)}.`,
    );
  }
}

/** Refuses what is no plain object. */
export function checkObject(what: string, value: unknown, code: SensitivityErrorCode = 'option'): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SensitivityError(code, `${what} must be an object, found ${shown(value)}.`);
  }
}

/** Refuses what is no list. */
export function checkList(what: string, value: unknown, code: SensitivityErrorCode = 'option'): void {
  if (!Array.isArray(value)) {
    throw new SensitivityError(code, `${what} must be a list, found ${shown(value)}.`);
  }
}

/** A value as it would be written, so that the text "1" is told from the number 1. */
export function shown(value: unknown): string {
  const text = Array.isArray(value) ? `[${value.map(shown).join(', ')}]` : one(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

/** JSON knows no NaN, no Infinity and no undefined. */
function one(value: unknown): string {
  return typeof value === 'number' || value === undefined ? String(value) : (JSON.stringify(value) ?? typeof value);
}
