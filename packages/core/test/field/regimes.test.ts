/** Formulas of games that switch between regimes, beside those of the game with the values of each. */
import { describe, expect, it } from 'vitest';
import { driftAt } from '../../src/equation/readings/numbers.js';
import { fieldAt, fieldShape } from '../../src/field/compile.js';
import { readGame } from '../../src/file/read-game.js';
import { payoffTable } from '../../src/game/payoff-table.js';
import { pointAt } from '../../src/game/point-at.js';
import { settableNames } from '../../src/game/settable.js';

const text = (u: string, v: string, regimes = '') => `game: g
players: { A: { strategies: [a, b, c] }, B: { strategies: [d, e] } }
parameters: { u: ${u}, v: ${v}, s: 0.3 }
where: { w: v*B.d + s }
payoffs:
  A: { a: u*w + 1, b: exp(v*A.a), c: 2*u }
  B: { d: w^2, e: u*A.b }
noise: { sigma: { A: s*v, B: s } }
environment: { r: { initial: 0.2, rate: v*A.a - r, range: [0, 1], noise: 0.1*v } }
${regimes}
initial: { B: s }
horizon: 5
`;
const switching = readGame(
  text(
    '0.5',
    '2',
    `regimes:
  first: { values: { u: 0.7 }, to: { second: u, third: 0.2 } }
  second: { values: { u: -u, v: 0.1 }, to: { first: 1 } }
  third: { values: { v: u + v } }`,
  ),
);
const states = [
  [0.2, 0.3, 0.4, 0.5],
  [0.6, 0.1, 0.9, 0.1],
];

describe('a game that switches', () => {
  const field = fieldAt(switching, pointAt(switching));

  it.each([
    ['first', '0.7', '2', [0, 0]],
    ['second', '-0.5', '0.1', [1, 0]],
    ['third', '0.5', '2.5', [0, 1]],
  ] as const)('is in its %s regime the game with those values', (_name, u, v, chain) => {
    const plain = readGame(text(u, v));
    const own = fieldAt(plain, pointAt(plain));
    for (const state of states) {
      const drift = driftAt(field, [...state, ...chain]);
      for (const [i, value] of driftAt(own, state).entries()) expect(drift[i]).toBeCloseTo(value, 12);
    }
  });

  it('starts in the first, whose payoffs are those of its table', () => {
    const plain = readGame(text('0.7', '2'));
    expect(payoffTable(switching, pointAt(switching))).toEqual(payoffTable(plain, pointAt(plain)));
  });

  it('has rates of parameters with their own values', () => {
    expect(field.numbers).toMatchObject({ 'regime.0.1': 0.5, 'regime.0.2': 0.2, 'regime.1.0': 1 });
    const other = fieldAt(switching, pointAt(switching, { set: { u: 0.9 } }));
    expect(other.numbers['regime.0.1']).toBe(0.9);
  });

  it('has no settable intensity where a regime changes it, nor a start of the chain', () => {
    const names = settableNames(switching);
    expect(names).toContain('sigma_B');
    expect(names).toContain('initial.r');
    for (const name of ['sigma_A', 'initial.second', 'initial.first']) expect(names).not.toContain(name);
  });

  it('has no terms for what does not switch', () => {
    const game = readGame(
      text('1', '2', 'regimes: { x: { to: { y: 1 } }, y: { values: { s: 0.1 } } }')
        .replace('initial: { B: s }', '')
        .replace('where: { w: v*B.d + s }', 'where: { w: v*B.d }'),
    );
    const shape = fieldShape(game);
    const plain = fieldShape(readGame(text('1', '2').replace('where: { w: v*B.d + s }', 'where: { w: v*B.d }')));
    const terms = (own: typeof shape) => own.advantages.flat().map((monomials) => monomials.length);
    expect(terms(shape)).toEqual(terms(plain));
  });
});

it('dynamics that divide by the mean payoff take payoffs above 0 in every regime, whatever the sums over regimes', () => {
  const game = (low: number) =>
    `game: g
players: { A: { strategies: [a, b] } }
parameters: { u: 5 }
payoffs: { A: { a: u, b: 1 } }
dynamics: maynard-smith
regimes: { x: { to: { y: 1, z: 1 } }, y: { values: { u: 1 } }, z: { values: { u: ${low} } } }
horizon: 1
`;
  // 1_y + 1_z = 2, which never is, would make 5 - 4 - 4.5 of u
  expect(fieldShape(readGame(game(0.5))).states).toHaveLength(2);
  expect(() => readGame(game(-0.5))).toThrow('which divide by the mean payoff');
});
