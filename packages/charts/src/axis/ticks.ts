/**
 * Round numbers for an axis and how they are written.
 * Owns steps of 1, 2 and 5 and the common power of ten; the ECharts axis is axis.ts.
 */
import { textWidth } from '../text/width.js';

/** An axis in its own unit: coordinates are values divided by `unit`, so that every coordinate is of ordinary size. */
export interface Ticks {
  /** A power of ten, 1 unless the values are all small or any is large. */
  unit: number;
  /** "×10⁻⁹", or empty where `unit` is 1. */
  unitLabel: string;
  /** Tick positions as coordinates (value / unit), increasing. */
  at: number[];
  /** One label per tick, all with the same number of decimals. */
  labels: string[];
}

export interface TicksOptions {
  /** Length of the axis in pixels. */
  length: number;
  /** Whether labels stand side by side (x) or one above the other (y). Default: false. */
  horizontal?: boolean;
  /** Font size of the labels in pixels. Default: 12. */
  size?: number;
}

const largestPlain = 1e5;
const smallestPlain = 1e-2;
const mostSteps = 6;

/** Ticks inside `[low, high]`, as many (at most seven) as fit without touching. */
export function niceTicks(low: number, high: number, { length, horizontal = false, size = 12 }: TicksOptions): Ticks {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const plain = largest === 0 || (largest >= smallestPlain && largest < largestPlain);
  const exponent = plain ? 0 : Math.floor(Math.log10(largest));
  const unit = Number(`1e${exponent}`);
  const unitLabel = exponent === 0 ? '' : `×10${superscript(exponent)}`;
  const candidates = Array.from({ length: mostSteps }, (_, k) => ticksOf(low / unit, high / unit, mostSteps - k));
  const useful = candidates.filter(({ at }) => at.length >= 2);
  const fits = ({ step, labels }: Candidate) => {
    const room = (length * step * unit) / (high - low);
    const needed = horizontal ? Math.max(...labels.map((label) => textWidth(label, size))) + size : 2 * size;
    return needed <= room;
  };
  const { at, labels } = useful.find(fits) ?? useful.at(-1)!;
  return { unit, unitLabel, at, labels };
}

interface Candidate {
  step: number;
  at: number[];
  labels: string[];
}

/** The ticks for at most `steps` steps over the whole axis. */
function ticksOf(low: number, high: number, steps: number): Candidate {
  const step = niceStep((high - low) / steps);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const at = multiples(low, high, step);
  return { step, at, labels: at.map((value) => written(value, decimals)) };
}

/** `value` with `decimals` decimals and a true minus sign; never "−0". */
export function written(value: number, decimals: number): string {
  const digits = value.toFixed(Math.min(decimals, 20));
  return Number(digits) === 0 ? digits.replace('-', '') : digits.replace('-', '−');
}

/** `value` in at most four significant digits, for running text. */
export function brief(value: number): string {
  return String(Number(value.toPrecision(4))).replaceAll('-', '−');
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `rough`. */
function niceStep(rough: number): number {
  const power = Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => Number(`${factor}e${power}`) >= rough * (1 - 1e-9))!;
  return Number(`${step}e${power}`);
}

/** Multiples of `step` in `[low, high]`, each the nearest double to its decimal form (0.6, not 0.6000000000000001). */
function multiples(low: number, high: number, step: number): number[] {
  const slack = 1e-9 * step;
  const found: number[] = [];
  for (let k = Math.ceil((low - slack) / step); k * step <= high + slack; k++) {
    found.push(Number((k * step).toPrecision(14)) + 0);
  }
  return found;
}

/** An exponent in raised digits. */
export function superscript(exponent: number): string {
  return [...String(exponent)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('');
}
