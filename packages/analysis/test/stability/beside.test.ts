import { fieldAt, type Game, pointAt, readGame } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equilibria } from '../../src/equilibria/equilibria.js';
import { deterministicPath } from '../../src/paths/deterministic-path.js';
import { numbers } from '../random-game.js';

const head = (game: string, self: boolean) => `game: ${game}\nhorizon: 1\n${self ? 'against: self\n' : ''}`;

/** One population with a payoff for each strategy in its shares. */
const population = (payoffs: Readonly<Record<string, string>>) =>
  readGame(
    `${head('own', true)}players:\n  P: { strategies: [${Object.keys(payoffs)}] }\npayoffs:\n  P:\n${Object.entries(
      payoffs,
    )
      .map(([name, pay]) => `    ${name}: "${pay}"\n`)
      .join('')}`,
  );

/** Two populations with payoff tables. */
function bimatrix(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): Game {
  const [rows, columns] = [a.map((_, i) => `r${i}`), a[0]!.map((_, j) => `c${j}`)];
  const table = a.flatMap((row, i) =>
    row.map((pay, j) => `  - { when: [r${i}, c${j}], pay: { A: ${pay}, B: ${b[i]![j]} } }`),
  );
  return readGame(
    `${head('two', false)}players:\n  A: { strategies: [${rows}] }\n  B: { strategies: [${columns}] }\npayoffs:\n${table.join('\n')}\n`,
  );
}

const at = (game: Game, shares: readonly (readonly number[])[]) =>
  equilibria(game).equilibria.find((each) => JSON.stringify(each.shares) === JSON.stringify(shares))!;

describe('equilibria beside which exact payoffs decide', () => {
  it('an ESS of one population attracts', () => {
    const weak = population({ x: 'P.x + P.y', y: 'P.x' });
    expect(at(weak, [[1, 0]])).toMatchObject({ ess: true, type: 'degenerate', stability: 'stable' });
    expect(at(weak, [[1, 0]]).note).toContain('evolutionarily stable');
  });

  it('a tie of two populations attracts where the tying strategy loses once it has entered', () => {
    const tie = readGame(
      `${head('tie', false)}players:\n  A: { strategies: [a, b] }\n  B: { strategies: [a, b] }\npayoffs:\n  A: { a: 1, b: 0 }\n  B: { a: "A.a - B.a", b: 0 }\n`,
    );
    expect(
      at(tie, [
        [1, 0],
        [1, 0],
      ]),
    ).toMatchObject({ nash: true, stability: 'stable' });
  });

  it.each([
    ['x^2', '-P.x^2', 'stable'],
    ['x^3', 'P.x^3', 'unstable'],
  ])('a pure state, by the first power of the advantage that is not 0: %s', (_, pay, stability) => {
    expect(at(population({ x: pay, y: '0' }), [[0, 1]])).toMatchObject({ type: 'degenerate', stability });
  });

  it.each([
    ['each alone loses, both together gain', '-P.x + 3*P.y', '3*P.x - P.y', 'unstable'],
    ['the second gains beside the first, no proportion stays', '-P.x + 5*P.y', '-P.x - P.y', 'stable'],
    ['a proportion that stays and shrinks', '-3*P.x - P.y', '-P.x - 2*P.y', 'stable'],
    ['one gains alone', 'P.x - 9*P.y', '-9*P.x - P.y', 'unstable'],
    ['one alone does nothing', '-P.y', '-P.x - P.y', 'undecided'],
  ])('a pure state at which two others gain nothing: %s', (_, x, y, stability) => {
    const game = population({ x, y, z: '0' });
    const found = at(game, [[0, 0, 1]]);
    expect(found).toMatchObject({ nash: true, stability });
    if (stability === 'undecided') return;
    // by the paths themselves, from all proportions: near the point they come closer or go away as 1 / t
    const field = fieldAt(game, pointAt(game));
    const ends = Array.from({ length: 11 }, (_, i) => {
      const start = [0.002 * i, 0.002 * (10 - i), 0.98];
      const [state] = deterministicPath(field, [start], [5_000]).states;
      return state![0]! + state![1]!;
    });
    if (stability === 'stable') expect(Math.max(...ends)).toBeLessThan(0.002);
    else expect(Math.max(...ends)).toBeGreaterThan(0.1);
  });

  it('a mixed state at which two others gain nothing, by what those in use answer', () => {
    // beside x = y = 1/2 of a game of hawks and doves, u and v pay alike, less where they meet
    const of = (u: string, v: string) => population({ x: '-P.x', y: '-P.y', u: `-0.5 + ${u}`, v: `-0.5 + ${v}` });
    const mixed = [[0.5, 0.5, 0, 0]];
    expect(at(of('-P.u', '-P.v'), mixed).stability).toBe('stable');
    // where both have entered, each gains by the other
    expect(at(of('-P.u + 3*P.v', '3*P.u - P.v'), mixed).stability).toBe('unstable');
  });

  it('a pure state at which three others gain nothing, where their sum falls', () => {
    const of = (third: string) => population({ w: '-P.w - P.x', x: '-P.x + P.w', y: third, z: '0' });
    expect(at(of('-P.y'), [[0, 0, 0, 1]]).stability).toBe('stable');
    expect(at(of('-P.y^2'), [[0, 0, 0, 1]]).stability).toBe('undecided');
  });

  it('a pure state of a game of very many terms, by those of the strategies that matter alone', () => {
    const names = Array.from({ length: 8 }, (_, i) => `s${i}`);
    const all = names.slice(0, 7).map((name) => `P.${name}`);
    const lost = Object.fromEntries(names.map((name) => [name, `-1 + 0.001*(${all.join(' + ')})^6`]));
    const game = population({ ...lost, s0: '-P.s0', s1: '-P.s1', s7: '0' });
    const pure = [names.map((_, i) => (i === 7 ? 1 : 0))];
    const { equilibria: found } = equilibria(game, pointAt(game), { faces: 8 });
    expect(found.find(({ shares }) => JSON.stringify(shares) === JSON.stringify(pure))!.stability).toBe('stable');
  });

  it.each([
    ['comes from both sides', '-(P.x - 0.5)^3', 'stable'],
    ['goes away on one side', '(P.x - 0.5)^2', 'unstable'],
    ['goes away on both', '(P.x - 0.5)^3', 'unstable'],
  ])('a mixed state whose face %s', (_, pay, stability) => {
    expect(at(population({ x: pay, y: '0' }), [[0.5, 0.5]])).toMatchObject({ type: 'degenerate', stability });
  });

  it('a centre of a face that attracts from outside is neutral, and one that repels is not', () => {
    // matching pennies, and a third row that gets less, or more
    const pennies = (third: number) =>
      bimatrix(
        [
          [1, -1],
          [-1, 1],
          [third, third],
        ],
        [
          [-1, 1],
          [1, -1],
          [0, 0],
        ],
      );
    const centre = [
      [0.5, 0.5, 0],
      [0.5, 0.5],
    ];
    expect(at(pennies(-0.5), centre)).toMatchObject({ stability: 'neutral', nash: true });
    expect(at(pennies(-0.5), centre).note).toContain('come to its face');
    expect(at(pennies(0.5), centre)).toMatchObject({ stability: 'unstable' });
  });

  it('decides as paths do, in random games with ties', () => {
    const numbersOf = (length: number) =>
      fc.array(fc.integer({ min: -1, max: 1 }), { minLength: length, maxLength: length });
    let decided = 0;
    fc.assert(
      fc.property(numbersOf(11), fc.integer(), (k, seed) => {
        const game = readGame(
          `${head('ties', false)}players:\n  A: { strategies: [r, s, t] }\n  B: { strategies: [u, v] }\npayoffs:\n  A:\n    r: "${k[0]}*A.r + ${k[1]}*A.s + ${k[2]}*B.u + ${k[3]}"\n    s: "${k[4]}*A.r + ${k[5]}*A.s + ${k[6]}*B.u + ${k[7]}"\n    t: 0\n  B: { u: "${k[8]}*A.r + ${k[9]}*B.u + ${k[10]}", v: 0 }\n`,
        );
        const field = fieldAt(game, pointAt(game));
        const next = numbers(seed);
        for (const { shares, stability, note } of equilibria(game).equilibria) {
          if (!note.includes('does not decide, but')) continue;
          decided++;
          const coordinates = [...shares[0]!.slice(0, 2), shares[1]![0]!];
          // towards random states, and towards every pure strategy of one player alone: a face is never left
          const mixed = Array.from({ length: 6 }, () => {
            const [p, q, r, u, v] = Array.from({ length: 5 }, () => next() + 0.02) as [
              number,
              number,
              number,
              number,
              number,
            ];
            return [p / (p + q + r), q / (p + q + r), u / (u + v)];
          });
          const [x, y, z] = coordinates as [number, number, number];
          const edges = [
            [1, 0, z],
            [0, 1, z],
            [0, 0, z],
            [x, y, 1],
            [x, y, 0],
          ];
          const aims = [...mixed, ...edges].filter((aim) => aim.some((value, c) => value !== coordinates[c]));
          const moved = aims.map((aim) => {
            const start = coordinates.map((from, c) => from + 0.02 * (aim[c]! - from));
            const [p, q, u] = start as [number, number, number];
            const { states } = deterministicPath(
              field,
              [
                [p, q, Math.max(0, 1 - p - q)],
                [u, 1 - u],
              ],
              [800],
            );
            const state = states[0]!;
            const distance = (from: readonly number[]) => Math.hypot(...from.map((x, c) => x - coordinates[c]!));
            return distance(state) / distance(start);
          });
          // one that attracts comes at least as fast as 1 / t; one that repels lets some path go
          if (stability === 'stable') expect(Math.max(...moved)).toBeLessThan(0.9);
          else expect(Math.max(...moved)).toBeGreaterThan(1);
        }
      }),
      { numRuns: 60 },
    );
    expect(decided).toBeGreaterThan(0);
  });
});

describe('the Nash parts of a line', () => {
  it('end where an unused strategy begins to gain', () => {
    // x and y pay alike where z is absent; z gains where x is above 3/4
    const game = population({ x: '0', y: '0', z: 'P.x - 0.75' });
    const line = equilibria(game).continua.find(({ dimension }) => dimension === 1)!;
    expect(line.nash).toEqual([{ from: { P: [0, 1, 0] }, to: { P: [0.75, 0.25, 0] }, attracts: true }]);
    expect(line.words).toContain('Nash from (P 0 1 0) to (P 0.75 0.25 0), where it attracts');
  });

  it('do not attract where nothing is outside of the line', () => {
    const [line] = equilibria(population({ x: '0', y: '0' })).continua;
    expect(line!.nash).toEqual([{ from: { P: 0 }, to: { P: 1 }, attracts: false }]);
  });

  it('are none where a strategy gains everywhere, and not said of curves', () => {
    const [line] = equilibria(population({ x: '0', y: '0', z: '1' })).continua;
    expect(line).toMatchObject({ nash: [] });
    expect(line!.words).toContain('none of its points is Nash');
  });
});
