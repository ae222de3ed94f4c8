import {
  curveInTheCube,
  diagonal,
  edgesOfEquilibria,
  edgesOfEquilibriaFaces,
  lineInTheCube,
  touchingInside,
  twinDoves,
  zeroGame,
} from '@internal/problems';
import { bundledGame, driftAt, fieldAt, pointAt, readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { conditions } from '../../src/conditions/conditions.js';
import { equilibria } from '../../src/equilibria/equilibria.js';

describe('families of equilibria', () => {
  it('the zero game is one surface, without its edges, and its corners are not isolated', () => {
    const { continua, equilibria: points, complete } = equilibria(readGame(zeroGame));
    expect(complete).toBe(true);
    expect(continua).toMatchObject([{ dimension: 2, equations: [], proven: true, samplePoint: { A: 0.5, B: 0.5 } }]);
    expect(points).toHaveLength(4);
    for (const point of points) {
      expect(point).toMatchObject({
        type: 'degenerate',
        stability: 'undecided',
        isolated: false,
        strictNash: false,
        ess: false,
      });
      expect(point.note).toContain('does not decide');
    }
  });

  it('edges, though 0.1 + 0.2 is not 0.3 in binary numbers', () => {
    const { continua, equilibria: points, complete } = equilibria(readGame(edgesOfEquilibria));
    expect(complete).toBe(true);
    expect(continua.map(({ face }) => face)).toEqual(edgesOfEquilibriaFaces);
    expect(points.filter(({ isolated }) => isolated).map(({ profile }) => profile)).toEqual([['down', 'right']]);
  });

  it('a line across a triangle and an edge of it', () => {
    const { continua, equilibria: points } = equilibria(readGame(twinDoves));
    expect(continua.map(({ dimension, equations }) => [dimension, equations])).toEqual([
      [1, []],
      [1, ['-0.5 + animal.hawk = 0']],
    ]);
    expect(points.filter(({ isolated }) => isolated).map(({ profile }) => profile)).toEqual([['hawk']]);
  });

  it.each([
    ['through a common factor', lineInTheCube, ['-0.5 + C.up = 0', 'A.up - B.up = 0']],
    ['through dependent equations', diagonal, ['A.up - C.up = 0', 'B.up - C.up = 0']],
  ])('a line inside the cube, %s', (_, text, equations) => {
    const { continua, complete } = equilibria(readGame(text));
    const inside = continua.filter(({ face }) => face.every((own) => own.length === 2));
    expect(inside).toMatchObject([{ dimension: 1, equations, proven: true }]);
    expect(complete).toBe(true);
  });

  it('a curve that only numbers find is told as one family, and nothing is claimed to be proven', () => {
    const game = readGame(curveInTheCube);
    const { continua, complete, undecided, equilibria: points } = equilibria(game, pointAt(game), { boxes: 3000 });
    const inside = continua.filter(({ face }) => face.every((own) => own.length === 2));
    expect(inside).toMatchObject([{ dimension: 1, proven: false }]);
    for (const drift of driftAt(
      fieldAt(game, pointAt(game)),
      inside[0]!.sample.map(([first]) => first!),
    )) {
      expect(Math.abs(drift)).toBeLessThan(1e-12);
    }
    expect(complete).toBe(false);
    expect(undecided.map(({ reason }) => reason).join()).toContain('not proven');
    expect(points.length).toBeLessThan(20);
  });

  it('a double root is found, but how many there are is left open', () => {
    const { equilibria: points, complete, undecided } = equilibria(readGame(touchingInside));
    const inside = points.filter(({ shares }) => shares.flat().every((share) => share > 0));
    expect(inside).toMatchObject([
      {
        exact: [
          ['2/5', '3/5'],
          ['2/5', '3/5'],
          ['2/5', '3/5'],
        ],
        type: 'degenerate',
      },
    ]);
    expect(complete).toBe(false);
    expect(undecided).toHaveLength(1);
    for (const [low, high] of undecided[0]!.shares.flat()) expect(high - low).toBeLessThan(0.01);
  });
});

describe('fewer equations than shares', () => {
  const third = (payoff: string) =>
    readGame(
      `game: third\nhorizon: 1\nplayers:\n  A: { strategies: [up, down] }\n  B: { strategies: [up, down] }\n  C: { strategies: [up, down] }\npayoffs:\n  A: { up: "0", down: "0" }\n  B: { up: "0", down: "0" }\n  C: { up: "${payoff}", down: "0" }\nnoise: { kind: none }\n`,
    );
  const whole = (face: readonly (readonly string[])[]) => face.every((own) => own.length === 2);

  it('leave a surface, with a point of it', () => {
    const { continua, complete } = equilibria(third('A.up*B.up - 0.3'));
    const [inside] = continua.filter(({ face }) => whole(face));
    expect(inside).toMatchObject({ dimension: 2, equations: ['-0.3 + A.up B.up = 0'], proven: true });
    const [x, y] = inside!.sample.map(([first]) => first!);
    expect(x! * y!).toBeCloseTo(0.3, 14);
    expect(complete).toBe(true);
  });

  it('leave none where the equation has no zero, which subdivision proves', () => {
    const { continua, complete, method } = equilibria(third('(A.up - 0.5)^2 + (B.up - 0.5)^2 + 0.01'));
    expect(continua.filter(({ face }) => face[2]!.length === 2)).toEqual([]);
    expect(complete).toBe(true);
    expect(method.boxes).toBeGreaterThan(0);
  });

  it('leave lines through every root, where one share is bound by itself', () => {
    const { continua } = equilibria(third('(A.up - 0.5)^2 - 0.08'));
    const inside = continua.filter(({ face }) => whole(face));
    expect(inside.map(({ dimension, samplePoint }) => [dimension, samplePoint.B, samplePoint.C])).toEqual([
      [2, 0.5, 0.5],
      [2, 0.5, 0.5],
    ]);
    expect(inside.map(({ samplePoint }) => samplePoint.A)).toEqual([
      expect.closeTo(0.5 - Math.sqrt(0.08), 14),
      expect.closeTo(0.5 + Math.sqrt(0.08), 14),
    ]);
  });
});

describe('what is not proven is said', () => {
  it('where the boxes run out', () => {
    const game = bundledGame('data-sharing');
    const { complete, undecided } = equilibria(game, pointAt(game), { boxes: 3 });
    expect(complete).toBe(false);
    expect(undecided[0]!.reason).toContain('limit of boxes');
    expect(undecided[0]!.face).toEqual(game.players.map(({ strategies }) => strategies));
  });

  it('where the game has too many faces', () => {
    const strategies = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const payoffs = `{ ${strategies.map((name, s) => `${name}: ${s}`).join(', ')} }`;
    const players = ['P', 'Q'].map((name) => `  ${name}: { strategies: [${strategies}] }`).join('\n');
    const text = `game: many\nhorizon: 1\nplayers:\n${players}\npayoffs:\n  P: ${payoffs}\n  Q: ${payoffs}\nnoise: { kind: none }\n`;
    const game = readGame(text);
    const { complete, undecided, equilibria: points } = equilibria(game, pointAt(game), { faces: 100 });
    expect(complete).toBe(false);
    expect(undecided.at(-1)!.reason).toContain('65025 faces');
    expect(points.filter(({ strictNash }) => strictNash).map(({ profile }) => profile)).toEqual([['h', 'h']]);
  });
});

it('games with billions of faces end, with their pure profiles and what was not looked at', () => {
  const names = Array.from({ length: 8 }, (_, s) => `s${s}`);
  const players = Array.from({ length: 4 }, (_, i) => `P${i}`);
  const text = [
    'game: huge',
    'horizon: 1',
    'players:',
    ...players.map((player) => `  ${player}: { strategies: [${names}] }`),
    'payoffs:',
    ...players.map((player) => `  ${player}: { ${names.map((name, s) => `${name}: ${s}`).join(', ')} }`),
    'noise: { kind: none }',
  ].join('\n');
  const found = equilibria(readGame(text), undefined, { faces: 50 });
  expect(found.equilibria).toHaveLength(50);
  expect(found.complete).toBe(false);
  expect(found.method.faces).toBe(255 ** 4);
  expect(() => conditions(readGame(text))).toThrow(/4096 pure profiles/);
});

describe('rounding decides nothing', () => {
  const self = (payoff: string) =>
    readGame(
      `game: one\nhorizon: 1\nagainst: self\nplayers:\n  P: { strategies: [a, b] }\nparameters:\n  c: { value: 2 }\npayoffs:\n  P: { a: "${payoff}", b: "0" }\nnoise: { kind: none }\n`,
    );

  it('powers that have to be rounded cancel', () => {
    const { continua, equilibria: points } = equilibria(self('c^0.5*c^0.5 - 2 + P.a*(c^0.5*c^0.5 - 2)'));
    expect(continua).toMatchObject([{ dimension: 1, equations: [] }]);
    expect(points.every(({ type }) => type === 'degenerate')).toBe(true);
  });

  it('roots of payoffs that depend on the own share are found, double ones too', () => {
    const { equilibria: points, complete } = equilibria(self('(P.a - 0.3)*(P.a - 0.6)^2'));
    expect(complete).toBe(true);
    expect(points.map(({ exact, type }) => [exact![0]![0], type])).toEqual([
      ['1', 'sink'],
      ['0', 'sink'],
      ['3/10', 'source'],
      ['3/5', 'degenerate'],
    ]);
  });

  it('irrational ones with a bound of their error', () => {
    const { equilibria: points } = equilibria(self('P.a^2 - 0.5'));
    const mixed = points[2]!;
    expect(Math.abs(mixed.shares[0]![0]! - Math.SQRT1_2)).toBeLessThanOrEqual(mixed.error);
    expect(mixed.error).toBeLessThan(1e-15);
    expect(mixed.exact).toBeNull();
    expect(mixed.ess).toBeNull();
  });
});
