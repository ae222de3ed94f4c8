/**
 * Numbers of dynamics, mutation and correlation at a point: what they must be, and the factor of the correlation that equations read.
 */
import { dynamicsOf } from '../equation/dynamics/dynamics.js';
import type { EquationShape } from '../equation/field.js';
import { matrixName, rateName } from '../equation/mutation.js';
import { correlationName, memoryName } from '../equation/noise/noise.js';
import { ratesOf, regimesOf } from '../equation/regimes.js';
import { refuse } from '../fault/game-error.js';

export interface EquationNumbers {
  readonly names: readonly string[];
  /** From the numbers as the game has them, in its order. @throws GameError for a number that cannot be. */
  read(written: Float64Array): Float64Array;
}

/** @param written names of the numbers of the game */
export function numbersOf(shape: EquationShape, written: readonly string[]): EquationNumbers {
  const players = shape.strategies.length;
  const correlated = shape.correlation === 'matrix';
  const rows = Array.from({ length: players }, (_, row) =>
    Array.from({ length: row + 1 }, (_, column) => [row, column] as const),
  );
  const factors = correlated ? rows.flat().map(([row, column]) => correlationName(row, column)) : [];
  const own = written.filter((name) => !name.startsWith('correlation.'));
  return {
    names: [...own, ...factors],
    read(values) {
      const at = (name: string) => values[written.indexOf(name)]!;
      check(shape, at);
      if (!correlated) return Float64Array.from(own, at);
      const entry = (i: number, j: number) => at(correlationName(i, j));
      return Float64Array.from([...own.map(at), ...cholesky(players, entry).flatMap((row, i) => row.slice(0, i + 1))]);
    },
  };
}

function check(shape: EquationShape, at: (name: string) => number): void {
  const wrong = (place: string, found: string, expected: string) =>
    refuse({ code: 'bad-value', found, expected }).placed({ path: place, place });
  for (const key of dynamicsOf(shape).numbers ?? []) {
    const value = at(`dynamics.${key}`);
    if (!(value > 0)) throw wrong('dynamics', `a ${key} of ${value}`, 'a number above 0');
  }
  if (shape.coloured && !(at(memoryName) > 0)) {
    throw wrong('noise.memory', `a memory of ${at(memoryName)}`, 'a time above 0; white noise has none');
  }
  for (const rate of ratesOf(regimesOf(shape), at).flat()) {
    if (rate !== undefined && !(rate >= 0)) throw wrong('regimes', `a rate of ${rate} to another regime`, 'at least 0');
  }
  for (const [player, kind] of (shape.mutation ?? []).entries()) {
    if (kind === 'rate') {
      const rate = at(rateName(player));
      if (!(rate >= 0)) throw wrong('mutation', `a mutation rate of ${rate}`, 'at least 0');
    }
    if (kind !== 'matrix') continue;
    const strategies = Array.from({ length: shape.strategies[player]! }, (_, s) => s);
    for (const from of strategies) {
      const row = strategies.map((to) => at(matrixName(player, from, to)));
      const sum = row.reduce((a, b) => a + b, 0);
      if (row.some((value) => !(value >= 0 && value <= 1 + 1e-9)) || Math.abs(sum - 1) > 1e-9) {
        throw wrong('mutation', `a row of the mutation matrix, ${row.join(', ')}`, 'probabilities that add up to 1');
      }
    }
  }
}

/**
 * The lower triangular factor of a correlation matrix; that of one with linearly dependent rows too.
 * Source: Golub and Van Loan (2013), section 4.2.
 */
function cholesky(size: number, entry: (row: number, column: number) => number): number[][] {
  const wrong = (found: string) =>
    refuse({
      code: 'bad-value',
      found,
      expected: 'a symmetric, positive semidefinite matrix with 1 on its diagonal',
    }).placed({ path: 'noise.correlation', place: 'noise correlation' });
  for (let i = 0; i < size; i++) {
    if (entry(i, i) !== 1) throw wrong(`a correlation of ${entry(i, i)} with itself`);
    for (let j = 0; j < i; j++) {
      if (entry(i, j) !== entry(j, i))
        throw wrong(`correlations of ${entry(i, j)} and ${entry(j, i)} of the same two players`);
      if (Math.abs(entry(i, j)) > 1) throw wrong(`a correlation of ${entry(i, j)}`);
    }
  }
  const factor = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = entry(i, j);
      for (let k = 0; k < j; k++) rest -= factor[i]![k]! * factor[j]![k]!;
      if (i === j) {
        if (rest < -1e-12) throw wrong('a correlation matrix that no numbers can have');
        factor[i]![i] = Math.sqrt(Math.max(0, rest));
      } else if (factor[j]![j]! > 1e-9) factor[i]![j] = rest / factor[j]![j]!;
      else if (Math.abs(rest) > 1e-9) throw wrong('a correlation matrix that no numbers can have');
    }
  }
  return factor;
}
