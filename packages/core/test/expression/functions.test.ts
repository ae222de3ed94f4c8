import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftAt } from '../../src/equation/readings/numbers.js';
import { evaluateExpression } from '../../src/expression/evaluate.js';
import { parseExpression } from '../../src/expression/parse.js';
import { printExpression } from '../../src/expression/print.js';
import { fieldAt, fieldShape } from '../../src/field/compile.js';
import { readGame } from '../../src/file/read-game.js';
import { pointAt } from '../../src/game/point-at.js';
import { faultsOf } from '../faults-of.js';

const values = { a: 0.4, b: -2, n: 5, p: 0.3, 'A.s': 0.25, 'B.t': 0.6, time: 1.5 };
const weight = (p: number, g: number) => p ** g / (p ** g + (1 - p) ** g) ** (1 / g);

/** A formula and its value as plain arithmetic has it. */
const formulas: readonly [text: string, value: number][] = [
  ['exp(a)', Math.exp(0.4)],
  ['log(a + 1)', Math.log(1.4)],
  ['sqrt(a)', Math.sqrt(0.4)],
  ['tanh(b)', Math.tanh(-2)],
  ['sin(a) + cos(a)', Math.sin(0.4) + Math.cos(0.4)],
  ['abs(b)', 2],
  ['min(a, b, n)', -2],
  ['max(a, b, n)', 5],
  ['if(a < b, 1, 2)', 2],
  ['if(a > b, 1, 2)', 1],
  ['if(n <= 5, 1, 2)', 1],
  ['if(n >= 5.1, 1, 2)', 2],
  ['binomial(n, 2)', 10],
  ['binomial(n, 6)', 0],
  ['sum(k, 0, 3, a^k)', 1 + 0.4 + 0.16 + 0.064],
  ['sum(k, 0, n, binomial(n, k)*p^k*(1 - p)^(n - k)*k)', 5 * 0.3],
  ['sum(i, 1, 2, sum(j, 1, 2, i*j))', 9],
  ['value(a, 0.88, 0.88, 2.25)', 0.4 ** 0.88],
  ['value(b, 0.88, 0.9, 2.25)', -2.25 * 2 ** 0.9],
  ['weight(p, 0.61)', weight(0.3, 0.61)],
  ['exp(A.s)*sqrt(B.t)', Math.exp(0.25) * Math.sqrt(0.6)],
  ['B.t/(A.s + B.t + 1)', 0.6 / 1.85],
  ['A.s^a', 0.25 ** 0.4],
  ['a^A.s', 0.4 ** 0.25],
  ['(A.s + 1)^-2', 1.25 ** -2],
  ['if(A.s < B.t, A.s^2, B.t)', 0.0625],
  ['if(a < b, A.s, B.t^2)', 0.36],
  ['max(A.s, B.t, 0.5)', 0.6],
  ['abs(A.s - B.t)', 0.35],
  ['sum(k, 1, 3, A.s^k)', 0.25 + 0.0625 + 0.015625],
  ['value(A.s - 0.5, 0.88, 0.88, 2.25)', -2.25 * 0.25 ** 0.88],
  ['weight(B.t, 0.61)', weight(0.6, 0.61)],
  ['tanh(2*A.s) + sin(B.t*time)', Math.tanh(0.5) + Math.sin(0.9)],
  ['log(1 + A.s) + cos(time)', Math.log(1.25) + Math.cos(1.5)],
];

describe('functions', () => {
  it.each(formulas)('%s', (text, value) => {
    expect(evaluateExpression(parseExpression(text), values)).toBeCloseTo(value, 12);
  });

  it.each(formulas)('%s is written as it is read', (text, value) => {
    const printed = printExpression(parseExpression(text));
    expect(printExpression(parseExpression(printed))).toBe(printed);
    expect(evaluateExpression(parseExpression(printed), values)).toBeCloseTo(value, 12);
  });

  it.each(formulas)('%s as a payoff', (text, value) => {
    const game = readGame(`game: g
players: { A: { strategies: [s, r] }, B: { strategies: [t, u] } }
parameters: { a: { value: 0.4 }, b: { value: -2 }, n: { value: 5 }, p: { value: 0.3 } }
payoffs: { A: { s: "${text}", r: 1 }, B: { t: 0, u: 0 } }
horizon: 2`);
    const moved = driftAt(fieldAt(game, pointAt(game)), [0.25, 0.6], 1.5)[0]!;
    expect(moved / (0.25 * 0.75)).toBeCloseTo(value - 1, 10);
  });

  it('of numbers leave payoffs polynomials', () => {
    const shape = (payoff: string) =>
      fieldShape(
        readGame(`game: g
players: { A: { strategies: [s, r] } }
against: self
parameters: { c: { value: 2 } }
payoffs: { A: { s: "${payoff}", r: 0 } }
horizon: 1`),
      );
    expect(shape('exp(c)*A.s + sum(k, 0, 3, k*A.s^k) + if(c < 1, A.s, 2*A.r)').payoffFacts).toBeUndefined();
    expect(shape('exp(A.s)').payoffFacts).toEqual(['autonomous', 'continuous', 'smooth']);
    expect(shape('max(A.s, c)').payoffFacts).toEqual(['autonomous', 'continuous']);
    expect(shape('if(A.s < c, 1, 2)').payoffFacts).toEqual(['autonomous']);
    expect(shape('time*A.s').payoffFacts).toEqual(['continuous', 'smooth']);
  });

  it('a sum has as many terms as the largest value of its bound wants, and says where they are too few', () => {
    const game = readGame(`game: g
players: { A: { strategies: [s, r] } }
against: self
parameters: { n: { value: 2, range: [1, 4] } }
payoffs: { A: { s: "sum(k, 1, n, A.s^k)", r: 0 } }
horizon: 1`);
    const drift = (n: number) => driftAt(fieldAt(game, pointAt(game, { set: { n } })), [0.5])[0]! / 0.25;
    expect(drift(1)).toBeCloseTo(0.5, 12);
    expect(drift(4)).toBeCloseTo(0.9375, 12);
    const faults = faultsOf(() => fieldAt(game, pointAt(game, { set: { n: 5 } })));
    expect(faults[0]).toMatchObject({ code: 'not-finite', found: 'a sum up to 5 = NaN', path: 'payoffs.A.s' });
  });
});

describe('where a function is not defined', () => {
  const faults = (payoff: string, more = '') =>
    faultsOf(() =>
      readGame(`game: g
players: { A: { strategies: [s, r, t] }, B: { strategies: [u, v] } }
parameters: { c: { value: 1 } }
payoffs: { A: { s: "${payoff}", r: 0, t: 0 }, B: { u: 0, v: 0 } }
horizon: 3
${more}`),
    );

  it.each([
    ['1/A.s', 'a divisor of something that may be 0'],
    ['A.r/(A.s - 0.3)', 'a divisor of'],
    ['log(A.s)', 'log(...) of something that may be 0'],
    ['sqrt(A.s - B.u)', 'sqrt(...) of something that may be'],
    ['2 + (A.s - 0.5)^0.5', 'the base of a power of something that may be'],
    ['1/(time - 2)', 'a divisor of'],
  ])('%s is refused with its place', (payoff, found) => {
    const [fault] = faults(payoff);
    expect(fault).toMatchObject({ code: 'not-finite', path: 'payoffs.A.s', line: 4 });
    expect(fault!.found).toContain(found);
  });

  it.each([
    // 1 - A.s - A.r is A.t, which intervals of A.s and A.r alone do not see
    '1/(1.2 - A.s - A.r)',
    '1/(A.t + 0.1)',
    'sqrt(A.s*(1 - A.s))',
    'A.s^0.3',
    'weight(B.u, 0.61)',
    'weight(A.s + A.r, 0.7)',
    '1/(time + 1)',
    'log(0.01 + (A.s - A.r)^2)',
  ])('%s is proven to be defined', (payoff) => {
    expect(faults(payoff)).toEqual([]);
  });

  it('says so of a point, too', () => {
    const game = readGame(`game: g
players: { A: { strategies: [s, r] } }
against: self
parameters: { c: { value: 1 } }
payoffs: { A: { s: 1/(c + A.s), r: 0 } }
horizon: 1`);
    expect(() => fieldAt(game, pointAt(game, { set: { c: -0.5 } }))).toThrow('a divisor of something that may be');
  });

  it('maynard-smith dynamics want payoffs above 0', () => {
    expect(faults('A.s - 2', 'dynamics: maynard-smith')[0]).toMatchObject({ code: 'unsupported' });
  });

  it('temperatures are above 0', () => {
    expect(faults('1', 'dynamics: { kind: logit, temperature: c - 1 }')[0]).toMatchObject({
      ...{ code: 'bad-value', path: 'dynamics', line: 6, found: 'a temperature of 0' },
    });
  });
});

it('random formulas are the same in the field as by themselves', () => {
  const leaf = fc.oneof(fc.constantFrom('A.s', 'A.r', 'B.t', 'time', 'a'), fc.integer({ min: 1, max: 3 }).map(String));
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.tuple(tie('formula'), fc.constantFrom('+', '-', '*'), tie('formula')).map(([l, o, r]) => `(${l} ${o} ${r})`),
      fc.tuple(fc.constantFrom('exp', 'tanh', 'sin', 'cos', 'abs'), tie('formula')).map(([f, x]) => `${f}(${x}/9)`),
      fc.tuple(fc.constantFrom('min', 'max'), tie('formula'), tie('formula')).map(([f, l, r]) => `${f}(${l}, ${r})`),
      fc.tuple(tie('formula'), tie('formula'), tie('formula')).map(([l, r, y]) => `if(${l} < ${r}, ${y}, ${l})`),
      tie('formula').map((x) => `log(1 + (${x})^2)`),
      tie('formula').map((x) => `1/(1 + (${x})^2)`),
    ),
  }));
  fc.assert(
    fc.property(formula, (text) => {
      let game: ReturnType<typeof readGame>;
      try {
        game = readGame(`game: g
players: { A: { strategies: [s, r] }, B: { strategies: [t, u] } }
parameters: { a: { value: 0.4 } }
payoffs: { A: { s: "${text}", r: 0 }, B: { t: 0, u: 0 } }
horizon: 2`);
      } catch {
        // too large a polynomial, or nothing proves that it is defined
        return fc.pre(false);
      }
      const own = { 'A.s': 0.25, 'A.r': 0.75, 'B.t': 0.6, 'B.u': 0.4, time: 1.5, a: 0.4 };
      const value = evaluateExpression(parseExpression(text), own);
      const moved = driftAt(fieldAt(game, pointAt(game)), [0.25, 0.6], 1.5)[0]!;
      expect(Math.abs(moved / (0.25 * 0.75) - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
    }),
    { numRuns: 200 },
  );
});
