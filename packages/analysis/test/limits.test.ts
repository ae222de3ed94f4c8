/** Games that are legal and large: their analysis ends within seconds, or says at once what is too large. */
import { GameError, readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { advantageFormulas } from '../src/conditions/advantage-formulas.js';
import { conditions } from '../src/conditions/conditions.js';
import { equilibria } from '../src/equilibria/equilibria.js';

/** Seconds of processor time, which other work on the machine hardly changes. */
function processorTime(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const list = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i));

describe('formulas of parameters', () => {
  /** Sums of products that build on each other, with so many terms in all. */
  const chain = (names: number, terms: number) =>
    readGame(
      [
        ...['game: chain', 'players: { a: { strategies: [x, y] }, b: { strategies: [x, y] } }', 'parameters:'],
        ...list(200, (i) => `  p${i}: { value: 1.${i + 1}, range: [0.5, 300] }`),
        'where:',
        ...list(names, (k) => {
          const sum = list(terms, (i) => `p${(7 * k + i) % 200}*p${(11 * k + 3 * i) % 200}/p${(k + 5 * i) % 200}`);
          return `  w${k}: "${[...(k === 0 ? [] : [`w${k - 1}`]), ...sum].join(' + ')}"`;
        }),
        `payoffs: { a: { x: "w${names - 1}*b.x", y: 0.5 }, b: { x: "w${names - 1}*a.x", y: 0.5 } }`,
        ...['noise: { kind: replicator, sigma: { a: 0.1, b: 0.1 } }', 'horizon: 5'],
      ].join('\n'),
    );

  it.each([
    ['conditions', conditions],
    ['advantages', advantageFormulas],
  ])('are written out up to a thousand terms, and refused beyond: %s', (_, of) => {
    expect(of(chain(10, 10)).length).toBeGreaterThan(0);
    const large = chain(190, 14);
    let error: unknown;
    const took = processorTime(() => {
      try {
        of(large);
      } catch (thrown) {
        error = thrown;
      }
    });
    expect(error).toBeInstanceOf(GameError);
    expect((error as GameError).faults).toMatchObject([{ code: 'limit', expected: 'at most 1000' }]);
    expect(took).toBeLessThan(5);
  });
});

describe('equilibria', () => {
  it('of eight players with eight strategies and many terms are those of the faces that were solved, which is said', () => {
    const players = list(8, (i) => `q${i}`);
    const strategies = list(8, (s) => `s${s}`);
    const terms = (own: number) =>
      players.filter((_, i) => i !== own).flatMap((other) => strategies.map((s, k) => `0.${k + 1}*${other}.${s}`));
    const game = readGame(
      [
        ...['game: heavy', 'horizon: 5', 'players:'],
        ...players.map((name) => `  ${name}: { strategies: [${strategies.join(', ')}] }`),
        'payoffs:',
        ...players.map((name, i) => {
          const sum = terms(i);
          // products of the shares of two others
          const rows = strategies.map(
            (s, k) => `${s}: "(${sum.slice(k, k + 24).join(' + ')})*(${sum.slice(30).join(' + ')})"`,
          );
          return `  ${name}: { ${rows.join(', ')} }`;
        }),
      ].join('\n'),
    );
    let found: ReturnType<typeof equilibria> | undefined;
    const took = processorTime(() => {
      found = equilibria(game);
    });
    expect(found!.complete).toBe(false);
    const reason = found!.undecided.at(-1)!.reason;
    const solved = Number(/the (\d+) with the fewest strategies in use were solved/.exec(reason)?.[1]);
    expect(solved).toBeGreaterThan(0);
    expect(solved).toBeLessThan(5000);
    expect(took).toBeLessThan(15);
    // whoever asks for a number of faces gets it
    expect(equilibria(game, undefined, { faces: 3 }).undecided.at(-1)!.reason).toMatch(
      /the game has about 1\.8 x 10\^19 faces; the 3 with the fewest/,
    );
  });

  it('of many faces without a term, and of equations of millions of numbers, take seconds too', () => {
    const pay = (of: (s: string, i: number) => string | number) =>
      players.map((name, i) => `  ${name}: { ${strategies.map((s) => `${s}: "${of(s, i)}"`).join(', ')} }`);
    const [players, strategies] = [list(8, (i) => `q${i}`), list(8, (s) => `s${s}`)];
    const head = ['horizon: 5', 'players:', ...players.map((name) => `  ${name}: { strategies: [${strategies}] }`)];
    const empty = readGame(['game: empty', ...head, 'payoffs:', ...pay(() => 0)].join('\n'));
    const all = strategies.slice(0, 7).map((s, k) => `0.${k + 1}*one.${s}`);
    const steep = readGame(
      [
        ...['game: steep', 'horizon: 5', 'against: self', `players: { one: { strategies: [${strategies}] } }`],
        `payoffs: { one: { ${strategies.map((s, k) => `${s}: "(${all[k % 7]} - 0.0${k + 1})*(${all.slice(0, 3).join(' + ')} - 0.1)^4 + one.s${(k + 3) % 7}^10"`).join(', ')} } }`,
      ].join('\n'),
    );
    for (const game of [empty, steep]) {
      const took = processorTime(() => {
        const found = equilibria(game);
        expect(found.complete).toBe(false);
        expect(found.equilibria.length).toBeGreaterThan(0);
      });
      expect(took).toBeLessThan(10);
    }
  });
});

it('intervals of a table of very many are left unknown, and no verdict is', () => {
  const names = list(4, (i) => `q${i}`);
  const game = readGame(
    [
      ...['game: intervals', 'horizon: 5', `players: { ${names.map((name) => `${name}: { strategies: [x, y, z] }`)} }`],
      ...['parameters:', ...list(60, (i) => `  p${i}: { value: 1.${i + 1}, range: [0.5, 3] }`)],
      'payoffs:',
      ...names.map((name, k) => {
        const sum = (s: number) =>
          list(
            20,
            (i) => `p${(7 * k + 3 * s + i) % 60}^4*p${(5 * k + s + 2 * i) % 60}*q${(k + 1 + (i % 3)) % 4}.x`,
          ).join(' - ');
        return `  ${name}: { x: "${sum(0)}", y: "${sum(1)}", z: 1 }`;
      }),
    ].join('\n'),
  );
  let found: ReturnType<typeof conditions> = [];
  expect(
    processorTime(() => {
      found = conditions(game);
    }),
  ).toBeLessThan(10);
  expect(found).toHaveLength(81);
  const intervals = found.flatMap((profile) => profile.intervals);
  expect(intervals[0]!.known).toBe(true);
  expect(intervals.at(-1)).toMatchObject({ known: false, low: null, high: null, withinRange: null });
  expect(found.at(-1)!.conditions.every(({ value }) => Number.isFinite(value))).toBe(true);
});
