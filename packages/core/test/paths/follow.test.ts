/** Paths without noise, beside closed forms, a plain integrator and themselves. */
import { dormandPrince } from '@internal/problems';
import { slope } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftAt } from '../../src/equation/readings/numbers.js';
import { fieldAt, fieldCompiler } from '../../src/field/compile.js';
import { readGame } from '../../src/file/read-game.js';
import type { Game } from '../../src/game/game.js';
import { pointAt } from '../../src/game/point-at.js';
import { followPaths } from '../../src/paths/follow.js';
import { fieldSystem, type PathStart, type PathSystem, shapeSystem } from '../../src/paths/system.js';
import type { PathTask } from '../../src/paths/task.js';
import { randomGame, randomShares } from '../random-game.js';

interface Run extends Partial<Pick<PathTask, 'onStep' | 'longest'>> {
  readonly starts: readonly PathStart[];
  readonly horizon: number;
  readonly tolerance?: number;
}

/** Shares and environment at the horizon of each path, and the steps of all. */
function ends(system: PathSystem, { starts, tolerance = 1e-10, ...more }: Run) {
  const found: number[][] = [];
  const rounds = followPaths(system, {
    ...{ ...more, tolerance, count: starts.length },
    start: (path) => starts[path]!,
    onEnd(path, state, start) {
      const all = new Float64Array(system.width);
      system.read(state, start, all);
      found[path] = [...all];
    },
  });
  for (;;) {
    const { done, value } = rounds.next();
    if (done) return { found, ...value };
  }
}

const gameOf = (text: string): Game => readGame(text);
const single = (payoff: string, more = '') => `
game: g
players: { P: { strategies: [a, b] } }
against: self
payoffs: { P: { a: "${payoff}", b: 0 } }
noise: { kind: none }
initial: { P: 0.1 }
horizon: 10
${more}`;
const at = (game: Game, set = {}) => fieldAt(game, pointAt(game, { set }));
const stateOf = (game: Game) => pointAt(game).initial.flat();

describe('paths without noise', () => {
  it('agree with a plain integrator, in random games', () => {
    const cases = randomGame('none').chain((random) => fc.tuple(fc.constant(random), randomShares(random.strategies)));
    fc.assert(
      fc.property(cases, ([{ game }, shares]) => {
        const field = at(game);
        const start = shares.flatMap((own) => own.slice(0, -1));
        const [, expected] = dormandPrince((x) => [...driftAt(field, x)], start, [0, 2]);
        const { found } = ends(fieldSystem(field), { starts: [{ state: shares.flat() }], horizon: 2 });
        let next = 0;
        const coordinates = shares.flatMap((own) => {
          next += own.length;
          return found[0]!.slice(next - own.length, next - 1);
        });
        for (const [i, value] of coordinates.entries()) expect(Math.abs(value - expected![i]!)).toBeLessThan(1e-7);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same to the bit alone and side by side, however many, each with numbers of its own', () => {
    const game = gameOf(single('k - P.a', 'parameters: { k: { value: 0.5 } }'));
    const { shape, coefficientsAt } = fieldCompiler(game);
    const starts = Array.from({ length: 150 }, (_, i) => {
      const point = pointAt(game, { set: { k: i / 150, 'initial.P': (i + 1) / 152 } });
      return { state: point.initial.flat(), coefficients: [...coefficientsAt(point), ...point.sigma] };
    });
    const together = ends(shapeSystem(shape), { starts, horizon: 10, tolerance: 1e-6 });
    for (const [i, start] of starts.entries()) {
      const alone = ends(shapeSystem(shape), { starts: [start], horizon: 10, tolerance: 1e-6 });
      expect(alone.found[0]).toEqual(together.found[i]);
    }
  });

  it('have errors in proportion to the tolerance, at the end and between steps, and steps as its power -1/5', () => {
    const game = gameOf(`
game: pennies
players: { A: { strategies: [a, b] }, B: { strategies: [c, d] } }
payoffs: { A: { a: 2*B.c - 1, b: 0 }, B: { c: 1 - 2*A.a, d: 0 } }
noise: { kind: none }
initial: { A: 0.2, B: 0.4 }
horizon: 30
`);
    const field = at(game);
    const times = Array.from({ length: 61 }, (_, i) => i / 2);
    const reference = dormandPrince((x) => [...driftAt(field, x)], [0.2, 0.4], times);
    const tolerances = [1e-4, 1e-6, 1e-8];
    const all = new Float64Array(4);
    const runs = tolerances.map((tolerance) => {
      let worst = 0;
      let next = 1;
      const { steps } = ends(fieldSystem(field), {
        ...{ starts: [{ state: stateOf(game) }], horizon: 30, tolerance },
        onStep(_, { time, length, read }) {
          for (; next < times.length && times[next]! <= time + length; next++) {
            read((times[next]! - time) / length, all);
            worst = Math.max(worst, Math.abs(all[0]! - reference[next]![0]!), Math.abs(all[2]! - reference[next]![1]!));
          }
        },
      });
      return { worst, steps };
    });
    for (const [i, { worst }] of runs.entries()) expect(worst).toBeLessThan(300 * tolerances[i]!);
    expect(
      slope(
        tolerances,
        runs.map(({ worst }) => worst),
      ).slope,
    ).toBeGreaterThan(0.8);
    expect(
      slope(
        tolerances,
        runs.map(({ steps }) => steps),
      ).slope,
    ).toBeCloseTo(-0.2, 1);
  });

  it('bring back what was almost gone at the right time: 1e-300 grows as the logistic curve', () => {
    const field = at(gameOf(single('1')));
    const start = { state: [1e-300, 1] };
    const time = 300 * Math.log(10);
    const { found, steps } = ends(fieldSystem(field), { starts: [start], horizon: time + 2 });
    expect(found[0]![0]).toBeCloseTo(1 / (1 + Math.exp(-2)), 9);
    expect(steps).toBeLessThan(60);
  });

  it('keep what is not there at exactly 0, the last strategy too', () => {
    const field = at(
      gameOf(`
game: rps
players: { P: { strategies: [rock, paper, scissors] } }
against: self
payoffs: { P: { rock: P.scissors - P.paper, paper: P.rock - P.scissors, scissors: P.paper - P.rock } }
noise: { kind: none }
horizon: 10
`),
    );
    const starts = [
      [0.5, 0.5, 0],
      [0, 0.5, 0.5],
      [0.5, 0, 0.5],
      [0, 0, 1],
      [1, 0, 0],
    ].map((state) => ({ state }));
    const { found } = ends(fieldSystem(field), { starts, horizon: 20 });
    for (const [i, { state }] of starts.entries()) {
      for (const [s, share] of state.entries()) if (share === 0) expect(found[i]![s]).toBe(0);
    }
    // paper beats rock: a logistic curve
    expect(found[0]![1]).toBeCloseTo(1 / (1 + Math.exp(-20)), 8);
  });

  it('cost as much in cents as in millions, and give the same', () => {
    const text = (unit: number) => `
game: three
players: { A: { strategies: [a, b] }, B: { strategies: [c, d] }, C: { strategies: [e, f] } }
parameters: { k: { value: ${unit} } }
payoffs:
  A: { a: k*(2*B.c - 1.2*C.e), b: 0 }
  B: { c: k*(1 - 2*A.a + 0.5*C.e), d: 0 }
  C: { e: k*(A.a - 0.4), f: 0 }
noise: { kind: none }
initial: { A: 0.5, B: 0.5, C: 0.5 }
horizon: 1
`;
    const [small, large] = [1, 50_000].map((unit) => {
      const game = gameOf(text(unit));
      return ends(fieldSystem(at(game)), { starts: [{ state: stateOf(game) }], horizon: 30 / unit, tolerance: 1e-8 });
    });
    expect(large!.steps).toBe(small!.steps);
    for (const [i, share] of small!.found[0]!.entries()) expect(large!.found[0]![i]).toBeCloseTo(share, 9);
  });
});

describe('stiff equations', () => {
  it('take few steps: a share that is pulled to its place a million times as fast as time goes', () => {
    const game = gameOf(single('1e6*(0.5 - P.a)'));
    const { found, steps } = ends(fieldSystem(at(game)), {
      starts: [{ state: stateOf(game) }],
      horizon: 10,
      tolerance: 1e-8,
    });
    expect(found[0]![0]).toBeCloseTo(0.5, 8);
    expect(steps).toBeLessThan(500);
  });

  it('follow a slow equation behind a fast one, within the tolerance, at the end and between steps', () => {
    // B follows A at a rate of 1e5, and A the logistic curve by 1
    const game = gameOf(`
game: slow
players: { A: { strategies: [a, b] }, B: { strategies: [c, d] } }
payoffs: { A: { a: 1, b: 0 }, B: { c: 1e5*(A.a - B.c), d: 0 } }
noise: { kind: none }
initial: { A: 0.01, B: 0.9 }
horizon: 8
`);
    const logistic = (time: number) => 1 / (1 + 99 * Math.exp(-time));
    const tolerances = [1e-4, 1e-6, 1e-8];
    const all = new Float64Array(4);
    const worst = tolerances.map((tolerance) => {
      let worst = 0;
      const { found, steps } = ends(fieldSystem(at(game)), {
        ...{ starts: [{ state: stateOf(game) }], horizon: 8, tolerance },
        onStep(_, { time, length, read }) {
          for (const part of [0.3, 0.7, 1]) {
            read(part, all);
            const exact = logistic(time + part * length);
            if (time > 0.1) worst = Math.max(worst, Math.abs(all[0]! - exact));
            // behind by A' / (1e5 B (1 - B)) = 1e-5
            if (time > 0.1) expect(Math.abs(all[2]! - exact)).toBeLessThan(1e-5 + 100 * tolerance);
          }
        },
      });
      expect(found[0]![0]).toBeCloseTo(logistic(8), 6);
      expect(steps).toBeLessThan(1500);
      return worst;
    });
    for (const [i, error] of worst.entries()) expect(error).toBeLessThan(20 * tolerances[i]!);
  });

  it('count the time: a fast share behind one that time moves', () => {
    const game = gameOf(single('1e5*(0.5 + 0.3*sin(time) - P.a)'));
    const { found, steps } = ends(fieldSystem(at(game)), {
      starts: [{ state: stateOf(game) }],
      horizon: 10,
      tolerance: 1e-7,
    });
    expect(found[0]![0]).toBeCloseTo(0.5 + 0.3 * Math.sin(10), 4);
    expect(steps).toBeLessThan(1500);
  });

  it('hold with other dynamics and states of the environment', () => {
    const game = gameOf(
      single(
        '0.2',
        'dynamics: { kind: logit, temperature: 0.001 }\nenvironment: { r: { initial: 0.9, rate: "1e5*(P.a - r)", range: [0, 1] } }',
      ),
    );
    const { found, steps } = ends(fieldSystem(at(game)), {
      starts: [{ state: [0.1, 0.9, 0.9] }],
      horizon: 5,
      tolerance: 1e-7,
    });
    // x' = 1 - x for all but exp(-200)
    expect(found[0]![0]).toBeCloseTo(1 - 0.9 * Math.exp(-5), 6);
    expect(found[0]![2]).toBeCloseTo(1 - 0.9 * Math.exp(-5), 4);
    expect(steps).toBeLessThan(2000);
  });
});

it('a path whose velocity is no number is refused by the time that it reached', () => {
  const game = gameOf(single('exp(1000*P.a)'));
  const wild = { state: [0.9, 0.1] };
  expect(() => ends(fieldSystem(at(game)), { starts: [wild], horizon: 10 })).toThrow(
    /cannot be followed beyond time 0: .* expected a shorter horizon/,
  );
});
