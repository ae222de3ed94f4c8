/**
 * Intervals that contain every value of an expression (outward rounding): what bounds and proofs are made of.
 * Source: Moore, Kearfott and Cloud (2009), Introduction to Interval Analysis.
 */
import type { Algebra } from '../algebra.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The whole line: nothing is known. */
export const anything: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Four units in the last place, more than the error of any function here, and the smallest number. */
const PART = 2 ** -50;
const LEAST = Number.MIN_VALUE * 4;

function outward(low: number, high: number): Interval {
  if (Number.isNaN(low) || Number.isNaN(high)) return anything;
  return {
    low: low === Number.POSITIVE_INFINITY ? Number.MAX_VALUE : low - Math.abs(low) * PART - LEAST,
    high: high === Number.NEGATIVE_INFINITY ? -Number.MAX_VALUE : high + Math.abs(high) * PART + LEAST,
  };
}

const point = (value: number): Interval => ({ low: value, high: value });

/** Exactly 0: sums and products with it have no error. */
const isZero = ({ low, high }: Interval) => low === 0 && high === 0;

function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

function products(a: Interval, b: Interval): Interval {
  const all = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((v) => (Number.isNaN(v) ? 0 : v));
  return outward(Math.min(...all), Math.max(...all));
}

/** A wave of period 2 pi whose highest points are at `top` and lowest half a period later. */
function wave(value: (x: number) => number, top: number, { low, high }: Interval): Interval {
  if (!(high - low < 2 * Math.PI) || Math.abs(low) > 1e6) return { low: -1, high: 1 };
  const reaches = (phase: number) => {
    const first = phase + 2 * Math.PI * Math.ceil((low - 1e-9 - phase) / (2 * Math.PI));
    return first <= high + 1e-9;
  };
  const ends = [value(low), value(high)];
  return {
    low: reaches(top + Math.PI) ? -1 : Math.max(-1, Math.min(...ends) - 1e-9),
    high: reaches(top) ? 1 : Math.min(1, Math.max(...ends) + 1e-9),
  };
}

/** A division by an interval that holds 0, and a logarithm of one that holds less, give the whole line. */
export const intervals: Algebra<Interval> = {
  constant: point,
  add: (a, b) => (isZero(a) ? b : isZero(b) ? a : outward(a.low + b.low, a.high + b.high)),
  sub: (a, b) => (isZero(b) ? a : outward(a.low - b.high, a.high - b.low)),
  mul: (a, b) => (isZero(a) ? a : isZero(b) ? b : a === b ? squared(a) : products(a, b)),
  div: (a, b) => (isZero(a) ? a : b.low <= 0 && b.high >= 0 ? anything : products(a, outward(1 / b.high, 1 / b.low))),
  min: (a, b) => ({ low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) }),
  max: (a, b) => ({ low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) }),
  less: (a, b) => (a.high < b.low ? point(1) : a === b || a.low >= b.high ? point(0) : { low: 0, high: 1 }),
  select: (condition, a, b) => (condition.low === 1 ? a : condition.high === 0 ? b : hull(a, b)),
  sqrt: (a) => outward(Math.sqrt(Math.max(0, a.low)), Math.sqrt(Math.max(0, a.high))),
  exp: (a) => {
    const { low, high } = outward(Math.exp(a.low), Math.exp(a.high));
    return { low: Math.max(0, low), high };
  },
  log: (a) =>
    a.low <= 0
      ? { low: Number.NEGATIVE_INFINITY, high: outward(0, Math.log(a.high)).high }
      : outward(Math.log(a.low), Math.log(a.high)),
  sin: (a) => wave(Math.sin, Math.PI / 2, a),
  cos: (a) => wave(Math.cos, 0, a),
};

function squared(a: Interval): Interval {
  const ends = [a.low * a.low, a.high * a.high];
  const { low, high } = outward(a.low < 0 && a.high > 0 ? 0 : Math.min(...ends), Math.max(...ends));
  return { low: Math.max(0, low), high };
}
