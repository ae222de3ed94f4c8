/** Checks of whole numbers that several options share. */
import { SensitivityError } from './errors.js';

/** Refuses a number that is not whole or outside [low, high]. */
export function checkCount(what: string, value: number, low: number, high = 2 ** 32): void {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new SensitivityError('option', `${what} must be a whole number from ${low} to ${high}, found ${value}.`);
  }
}
