import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftAt, jacobianAt } from '../../src/equation/readings/numbers.js';
import { driftPolynomials } from '../../src/equation/readings/polynomials.js';
import { expandGame, finiteNumbers, parameterAt, toPolynomial } from '../../src/field/advantages.js';
import { fieldAt, fieldCompiler, fieldShape } from '../../src/field/compile.js';
import { printAdvantage } from '../../src/field/print-advantage.js';
import { readGame } from '../../src/file/read-game.js';
import type { Game } from '../../src/game/game.js';
import type { Point } from '../../src/game/point.js';
import { pointAt } from '../../src/game/point-at.js';
import { bundledGame, bundledGameNames } from '../../src/games/bundled.js';
import { value } from '../../src/polynomial/polynomial.js';
import { expectedPayoff, randomGame, randomShares, stateOf } from '../random-game.js';

const withShares = randomGame().chain((random) => fc.tuple(fc.constant(random), randomShares(random.strategies)));

/** Coefficients by expanding payoffs over numbers, those that the shape has. */
function direct(game: Game, point: Point): number[] {
  const polynomials = expandGame(game, finiteNumbers, (name) => parameterAt(point, name)).advantages;
  return fieldShape(game).advantages.flatMap((own, i) =>
    own.flatMap((monomials, s) => {
      const found = new Map(polynomials[i]![s]!.terms.map((term) => [term.exponents.join(), term.coefficient]));
      return monomials.map((exponents) => found.get(exponents.join()) ?? 0);
    }),
  );
}

describe('the field of random games', () => {
  it('has the advantages that direct summation over the table gives', () => {
    fc.assert(
      fc.property(withShares, ([random, shares]) => {
        const field = fieldAt(random.game, pointAt(random.game));
        const state = stateOf(shares);
        for (const [i, own] of field.advantages.entries()) {
          const last = expectedPayoff(random, shares, i, own.length);
          for (const [s, advantage] of own.entries()) {
            expect(value(advantage, state)).toBeCloseTo(expectedPayoff(random, shares, i, s) - last, 9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('drifts by the replicator equation x_s (f_s - mean f)', () => {
    fc.assert(
      fc.property(withShares, ([random, shares]) => {
        const field = fieldAt(random.game, pointAt(random.game));
        const drift = driftAt(field, stateOf(shares));
        const expected = shares.flatMap((own, i) => {
          const payoffs = own.map((_, s) => expectedPayoff(random, shares, i, s));
          const mean = payoffs.reduce((total, f, s) => total + own[s]! * f, 0);
          return own.slice(0, -1).map((x, s) => x * (payoffs[s]! - mean));
        });
        expect(drift).toHaveLength(expected.length);
        for (const [c, exact] of expected.entries()) expect(drift[c]).toBeCloseTo(exact, 9);
        const polynomials = driftPolynomials(field);
        for (const [c, exact] of expected.entries())
          expect(value(polynomials[c]!, stateOf(shares))).toBeCloseTo(exact, 9);
      }),
      { numRuns: 25 },
    );
  });

  it('has the Jacobian that finite differences give', () => {
    fc.assert(
      fc.property(withShares, ([random, shares]) => {
        const field = fieldAt(random.game, pointAt(random.game));
        const state = stateOf(shares);
        const jacobian = jacobianAt(field, state);
        const h = 1e-5;
        for (let c = 0; c < state.length; c++) {
          const [up, down] = [h, -h].map((step) => driftAt(field, state.with(c, state[c]! + step)));
          for (let row = 0; row < state.length; row++) {
            expect(jacobian[row]![c]).toBeCloseTo((up![row]! - down![row]!) / (2 * h), 5);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is the same compiled and expanded directly', () => {
    fc.assert(
      fc.property(randomGame(), ({ game }) => {
        const point = pointAt(game);
        const compiler = fieldCompiler(game);
        expect(compiler.coefficientsAt(point)).toEqual(Float64Array.from(direct(game, point)));
        expect(fieldAt(game, point)).toEqual(compiler.fieldAt(point));
      }),
      { numRuns: 20 },
    );
  });
});

describe('fieldCompiler', () => {
  it.each(
    bundledGameNames.flatMap((name) => [undefined, ...Object.keys(bundledGame(name).scenarios)].map((s) => [name, s])),
  )('gives the numbers of the direct expansion: %s, %s', (name, scenario) => {
    const game = bundledGame(name!);
    const { coefficientsAt } = fieldCompiler(game);
    const values = game.parameters.map(({ name: parameter, range }) =>
      (range ? fc.double({ min: range[0], max: range[1], noNaN: true }) : fc.constant(1)).map((v) => [parameter, v]),
    );
    fc.assert(
      fc.property(fc.tuple(...values), (entries) => {
        const set = Object.fromEntries(entries.filter(([parameter]) => parameter !== 'tau' || scenario === undefined));
        const point = pointAt(game, { set, ...(scenario === undefined ? {} : { scenario }) });
        expect([...coefficientsAt(point)].map((c) => c + 0)).toEqual(direct(game, point).map((c) => c + 0));
      }),
      { numRuns: 20 },
    );
  });

  it('has a structure that does not depend on parameter values', () => {
    const text = (a: number) => `
      game: structure
      horizon: 1
      players: { A: { strategies: [up, down] }, B: { strategies: [left, right] } }
      parameters: { a: { value: ${a} }, b: { value: 1 } }
      where: { q: a*B.left }
      payoffs:
        A: { up: q + (a - b)*B.left^2 - 0*b, down: B.left - B.left }
        B: { left: (a + A.up)^2/b, right: a^0.5 }`;
    const shape = fieldShape(readGame(text(1)));
    expect(shape).toEqual(fieldShape(readGame(text(0))));
    expect(shape.advantages).toEqual([
      [
        [
          [0, 1],
          [0, 2],
        ],
      ],
      [
        [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
      ],
    ]);
    const game = readGame(text(0));
    expect([...fieldCompiler(game).coefficientsAt(pointAt(game))].map((c) => c + 0)).toEqual([0, -1, 0, 0, 1]);
    expect(fieldAt(game, pointAt(game)).advantages[1]![0]!.terms).toEqual([{ coefficient: 1, exponents: [2, 0] }]);
  });

  it('names payoffs and sub-expressions whose value is not finite', () => {
    const game = readGame(`
      game: division
      horizon: 1
      players: { A: { strategies: [up, down] } }
      parameters: { a: { value: 1 }, b: { value: 1 } }
      where: { q: 1/b }
      payoffs:
        - { when: [up], pay: { A: 3/a } }
        - { when: [down], pay: { A: q } }`);
    const compiler = fieldCompiler(game);
    for (const run of [compiler.coefficientsAt, compiler.fieldAt]) {
      expect(() => run(pointAt(game, { set: { a: 0 } }))).toThrow('payoffs row 1 (up), player A: 3 / 0 = Infinity');
      expect(() => run(pointAt(game, { set: { b: 0 } }))).toThrow('where q: 1 / 0 = Infinity');
    }
  });
});

describe('the data-sharing game', () => {
  const game = bundledGame('data-sharing');
  const field = fieldAt(game, pointAt(game));

  it('has the payoff advantages of its description', () => {
    expect(printAdvantage(game, field, 0)).toBe('-3.9 + 4.9 B.share + 2.12 M.coordinate + 0.5 B.share M.coordinate');
    expect(printAdvantage(game, field, 1)).toBe('-2.7 + 3.7 A.share + 1.88 M.coordinate + 0.5 A.share M.coordinate');
    expect(printAdvantage(game, field, 2)).toBe('-0.5 + 0.3 A.share + 0.3 B.share + A.share B.share');
  });

  it('has the payoffs of its description for any parameters', () => {
    const ranges = game.parameters.map(({ name, range }) =>
      fc.double({ min: range![0], max: range![1], noNaN: true }).map((v) => [name, v] as const),
    );
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(...ranges), fc.tuple(unit, unit, unit), (entries, [x, y, z]) => {
        const q = Object.fromEntries(entries) as Record<string, number>;
        const of = (i: number) => value(fieldAt(game, pointAt(game, { set: q })).advantages[i]!.at(0)!, [x, y, z]);
        const department = (own: 'A' | 'B', other: number) => {
          const [invest, benefit, risk] = [q[`I_${own}`]!, q[`b_${own}`]!, q[`r_${own}`]!];
          const share =
            other * (benefit + q.tau! * q.s! * (1 + q.mu! * z) + q.e! * invest) -
            q.c! * invest * (1 - q.kappa! * z) -
            (1 - q.tau!) * risk +
            z * q.w!;
          return share - (other * q.phi! * benefit - z * q.p!);
        };
        const manager = (x + y) * (q.v! - q.w!) - q.c_M! + (x + y) * q.d! + (1 - x) * (1 - y) * q.h!;
        expect(of(0)).toBeCloseTo(department('A', y), 9);
        expect(of(1)).toBeCloseTo(department('B', x), 9);
        expect(of(2)).toBeCloseTo(manager, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('is stable at (1, 1, 1) and at (0, 0, 0): the Jacobian is diagonal and negative there', () => {
    for (const corner of [0, 1]) {
      const jacobian = jacobianAt(field, [corner, corner, corner]);
      for (const [r, row] of jacobian.entries()) {
        for (const [c, entry] of row.entries()) {
          if (r === c) expect(entry).toBeLessThan(-1e-3);
          else expect(entry).toBeCloseTo(0, 12);
        }
      }
    }
  });

  it('has at pure profiles the eigenvalues that the advantages give', () => {
    const jacobian = jacobianAt(field, [1, 1, 1]);
    expect(jacobian[0]![0]).toBeCloseTo(-(-3.9 + 4.9 + 2.12 + 0.5), 12);
    expect(jacobian[1]![1]).toBeCloseTo(-(-2.7 + 3.7 + 1.88 + 0.5), 12);
    expect(jacobian[2]![2]).toBeCloseTo(-(-0.5 + 0.3 + 0.3 + 1), 12);
  });

  it('lies between its two basins at the centre', () => {
    const drift = driftAt(field, [0.5, 0.5, 0.5]);
    for (const d of drift) expect(Math.abs(d)).toBeLessThan(0.1);
  });
});

describe('toPolynomial', () => {
  it('expands one expression at a point', () => {
    const game = bundledGame('hawk-dove');
    const polynomial = toPolynomial(game, game.payoffs[0]![0]!, pointAt(game));
    expect(value(polynomial, [0.25])).toBe(0.25 * -1 + 0.75 * 2);
  });
});
