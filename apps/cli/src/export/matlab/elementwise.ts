/**
 * The equation as MATLAB and Octave write it, for states that are one column or one column per path: rows are multiplied element by
 * element.
 */
import { type Algebra, type Spelling, type Text, texts, whole } from '@trilogue/core';
import type { Rows } from './names.js';

const spelling: Spelling = {
  product: (a, b) => `${a}.*${b}`,
  quotient: (a, b) => `${a}./${b}`,
  group: (inner) => `(${inner})`,
  min: (a, b) => `min(${a}, ${b})`,
  max: (a, b) => `max(${a}, ${b})`,
  less: (a, b) => `(${a} < ${b})`,
  select: (condition, a, b) => `(${condition}.*(${a}) + (1 - ${condition}).*(${b}))`,
  sqrt: (a) => `sqrt(max(0, ${a}))`,
  exp: (a) => `exp(${a})`,
};

export const elementwise: Algebra<Text> = texts(spelling);

/** Shares of a player, the last one included. */
export function sharesOf({ k, coordinate, row }: Rows): Text[] {
  const own = Array.from({ length: k - 1 }, (_, s) => whole(`x(${coordinate + s}, :)`));
  return [...own, k === 2 ? elementwise.sub(whole('1'), own[0]!) : whole(`u(${row + k - 1}, :)`)];
}

/** The same for one state, where a derivative by all coordinates is a row. */
export const atOneState: Algebra<Text> = texts({
  ...spelling,
  product: (a, b) => `${a}*${b}`,
  quotient: (a, b) => `${a}/${b}`,
});
