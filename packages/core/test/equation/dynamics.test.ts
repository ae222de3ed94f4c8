/** Each dynamics beside its formula as the literature writes it, in plain numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DynamicsName } from '../../src/equation/dynamics/dynamics.js';
import { dynamics } from '../../src/equation/dynamics/dynamics.js';
import { driftAt, jacobianAt } from '../../src/equation/readings/numbers.js';
import { fieldAt } from '../../src/field/compile.js';
import { readGame } from '../../src/file/read-game.js';
import { pointAt } from '../../src/game/point-at.js';

type Velocity = (x: readonly number[], p: readonly number[]) => number[];
const dot = (x: readonly number[], p: readonly number[]) => x.reduce((sum, share, i) => sum + share * p[i]!, 0);
const plus = (value: number) => Math.max(value, 0);
const eta = 0.7;

const written: Readonly<Record<DynamicsName, Velocity>> = {
  replicator: (x, p) => x.map((share, i) => share * (p[i]! - dot(x, p))),
  'maynard-smith': (x, p) => x.map((share, i) => (share * (p[i]! - dot(x, p))) / dot(x, p)),
  truncated: (x, p) => {
    const own = x.slice(0, -1).map((share, i) => share * (p[i]! - p.at(-1)!));
    return [...own, -own.reduce((a, b) => a + b, 0)];
  },
  smith: (x, p) =>
    x.map((share, i) =>
      x.reduce((sum, other, j) => sum + other * plus(p[i]! - p[j]!) - share * plus(p[j]! - p[i]!), 0),
    ),
  bnn: (x, p) => {
    const excess = p.map((payoff) => plus(payoff - dot(x, p)));
    const whole = excess.reduce((a, b) => a + b, 0);
    return x.map((share, i) => excess[i]! - share * whole);
  },
  logit: (x, p) => {
    const weights = p.map((payoff) => Math.exp(payoff / eta));
    const whole = weights.reduce((a, b) => a + b, 0);
    return x.map((share, i) => weights[i]! / whole - share);
  },
  'best-response': (x, p) => {
    const best = p.flatMap((payoff, i) => (payoff === Math.max(...p) ? [i] : []));
    return x.map((share, i) => (best.includes(i) ? 1 / best.length : 0) - share);
  },
};

const names = Object.keys(dynamics) as DynamicsName[];
const matrix = (k: number) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: k, maxLength: k }), { minLength: k, maxLength: k });
const cases = fc.integer({ min: 2, max: 4 }).chain((k) =>
  fc.record({
    pays: matrix(k),
    weights: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: k, maxLength: k }),
  }),
);

/** One population that meets itself. */
function gameOf(name: DynamicsName, pays: readonly (readonly number[])[], more = '') {
  const strategies = pays.map((_, i) => `s${i}`);
  const payoffs = pays.map((row, i) => `s${i}: ${row.map((pay, j) => `${pay}*A.s${j}`).join(' + ')}`);
  const kind = name === 'logit' ? `{ kind: logit, temperature: ${eta} }` : name;
  return readGame(`game: g
players: { A: { strategies: [${strategies.join(', ')}] } }
against: self
payoffs: { A: { ${payoffs.join(', ')} } }
dynamics: ${kind}
horizon: 1
${more}`);
}

const sharesOf = (weights: readonly number[]) => {
  const whole = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / whole);
};
const payoffsOf = (pays: readonly (readonly number[])[], x: readonly number[]) => pays.map((row) => dot(x, row));

describe.each(names)('%s dynamics', (name) => {
  it('are their formula', () => {
    fc.assert(
      fc.property(cases, ({ pays, weights }) => {
        const x = sharesOf(weights);
        const game = gameOf(name, pays);
        const payoffs = payoffsOf(pays, x);
        // ties that rounding makes or breaks are no ties of both
        const gaps = payoffs.flatMap((a, i) => payoffs.slice(0, i).map((b) => Math.abs(a - b)));
        fc.pre(name !== 'best-response' || Math.min(...gaps) > 1e-9);
        const expected = written[name](x, payoffs);
        const drift = driftAt(fieldAt(game, pointAt(game)), x.slice(0, -1));
        for (const [i, value] of drift.entries()) expect(value).toBeCloseTo(expected[i]!, 10);
      }),
    );
  });

  it.skipIf(name === 'best-response')('have the derivative of their formula', () => {
    fc.assert(
      fc.property(cases, ({ pays, weights }) => {
        const x = sharesOf(weights);
        const payoffs = payoffsOf(pays, x);
        // kinks have none
        const gaps = payoffs.flatMap((a, i) => payoffs.slice(0, i).map((b) => Math.abs(a - b)));
        fc.pre(Math.min(...gaps, ...payoffs.map((p) => Math.abs(p - dot(x, payoffs)))) > 1e-3);
        const game = gameOf(name, pays);
        const jacobian = jacobianAt(fieldAt(game, pointAt(game)), x.slice(0, -1));
        const h = 1e-5;
        for (const by of jacobian.keys()) {
          const at = (step: number) => {
            const y = x.map((share, i) => share + (i === by ? step : i === x.length - 1 ? -step : 0));
            return written[name](y, payoffsOf(pays, y));
          };
          const [after, before] = [at(h), at(-h)];
          for (const [row, own] of jacobian.entries()) {
            expect(own[by]!).toBeCloseTo((after[row]! - before[row]!) / (2 * h), 4);
          }
        }
      }),
    );
  });
});

describe('mutation', () => {
  it('by a rate goes from each strategy to each other one', () => {
    const game = gameOf(
      'replicator',
      [
        [3, 1],
        [2, 2],
      ],
      'mutation: 0.1',
    );
    const [moved] = driftAt(fieldAt(game, pointAt(game)), [0.2]);
    // the game alone: 0.2 * 0.8 * (3 * 0.2 + 0.8 - 2)
    expect(moved).toBeCloseTo(0.2 * 0.8 * (0.6 + 0.8 - 2) + 0.1 * (0.8 - 0.2), 12);
  });

  it('by a matrix sends what strategies earn elsewhere', () => {
    fc.assert(
      fc.property(cases, fc.integer(), ({ pays, weights }, seed) => {
        const x = sharesOf(weights);
        const k = pays.length;
        const q = pays.map((row, i) => sharesOf(row.map((pay, j) => pay + ((seed + i + j) & 3) + (i === j ? 5 : 0))));
        // rows add up to 1 as they are written
        const rows = q.map((row) => [...row.slice(0, -1), 1 - row.slice(0, -1).reduce((a, b) => a + b, 0)]);
        const game = gameOf('replicator', pays, `mutation: { matrix: ${JSON.stringify(rows)} }`);
        const p = payoffsOf(pays, x);
        const drift = driftAt(fieldAt(game, pointAt(game)), x.slice(0, -1));
        for (let s = 0; s < k - 1; s++) {
          const into = x.reduce((sum, share, j) => sum + share * p[j]! * rows[j]![s]!, 0);
          expect(drift[s]!).toBeCloseTo(into - x[s]! * dot(x, p), 10);
        }
      }),
    );
  });
});
