/**
 * The equation as MATLAB and Octave write it, for states that are one column or one column per path: rows are multiplied element by
 * element.
 */
import {
  type Algebra,
  type At,
  type Game,
  matlabExpression,
  type Spelling,
  type Text,
  texts,
  whole,
} from '@trilogue/core';
import { type MatlabNames, playerRows, type Rows, struct } from './names.js';

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
  log: (a) => `log(${a})`,
  sin: (a) => `sin(${a})`,
  cos: (a) => `cos(${a})`,
};

export const elementwise: Algebra<Text> = texts(spelling);

/** Shares of a player, the last one included. */
function sharesOf({ k, coordinate, row }: Rows): Text[] {
  const own = Array.from({ length: k - 1 }, (_, s) => whole(`x(${coordinate + s}, :)`));
  return [...own, k === 2 ? elementwise.sub(whole('1'), own[0]!) : whole(`u(${row + k - 1}, :)`)];
}

/** What the drift and the noise read: expected payoffs stand in the rows of f. */
export function atRows(game: Game, names: MatlabNames): At<Text> {
  const rows = playerRows(game);
  return {
    shares: rows.map(sharesOf),
    payoffs: () =>
      rows.map(({ k, row }) => [
        ...Array.from({ length: k - 1 }, (_, s) => whole(`(f(${row + s}, :) - f(${row + k - 1}, :))`)),
        whole('0'),
      ]),
    levels: () => rows.map(({ k, row }) => whole(`f(${row + k - 1}, :)`)),
    sigma: rows.map(({ sigma }) => whole(sigma)),
    number(name) {
      const factor = /^correlation\.(\d+)\.(\d+)$/.exec(name);
      if (factor !== null) return whole(`${struct}.factor(${Number(factor[1]) + 1}, ${Number(factor[2]) + 1})`);
      const text = matlabExpression(game.numbers![name]!, names.spelling);
      return /^[\w.]+$/.test(text) ? whole(text) : { text, level: 'sum' };
    },
  };
}

/** The same for one state, where a derivative by all coordinates is a row. */
export const atOneState: Algebra<Text> = texts({
  ...spelling,
  product: (a, b) => `${a}*${b}`,
  quotient: (a, b) => `${a}/${b}`,
});
