import { describe, expect, expectTypeOf, it } from 'vitest';
import type { UnknownWords, Words } from '../../src/definition/checked-formula.js';
import { defineGame } from '../../src/definition/define-game.js';
import { GameError } from '../../src/fault/game-error.js';
import { readGame } from '../../src/file/read-game.js';
import { writeGame } from '../../src/file/write-game.js';
import type { Game } from '../../src/game/game.js';
import { pointAt } from '../../src/game/point-at.js';
import { faultsOf } from '../faults-of.js';

const players = { A: { strategies: ['up', 'down'] }, B: { strategies: ['left', 'right'] } } as const;
const parameters = { tau: { value: 0.5, range: [0, 1] }, b_A: { value: 2 } } as const;
const payoffs = { A: { up: 'tau*B.left', down: 0 }, B: { left: 'b_A', right: 'A.up' } } as const;
const base = { game: 'small', players, parameters, payoffs, horizon: 10 } as const;

describe('defineGame', () => {
  it('makes the game that the same file makes', () => {
    const game = defineGame({
      ...base,
      where: { q: 'tau^2 + B.left' },
      noise: { sigma: { A: 'tau', B: 0.1 } },
      initial: { A: '1 - tau', B: [0.5, '0.5'] },
      regimes: { calm: { to: { crisis: 'b_A/2' } }, crisis: { values: { b_A: '2*tau' }, to: { calm: 1 } } },
      scenarios: { high: { tau: 0.9 } },
    });
    const file = readGame(`
      game: small
      players: { A: { strategies: [up, down] }, B: { strategies: [left, right] } }
      parameters: { tau: { value: 0.5, range: [0, 1] }, b_A: { value: 2 } }
      where: { q: tau^2 + B.left }
      payoffs: { A: { up: tau*B.left, down: 0 }, B: { left: b_A, right: A.up } }
      noise: { sigma: { A: tau, B: 0.1 } }
      initial: { A: 1 - tau, B: [0.5, "0.5"] }
      horizon: 10
      regimes: { calm: { to: { crisis: b_A/2 } }, crisis: { values: { b_A: 2*tau }, to: { calm: 1 } } }
      scenarios: { high: { tau: 0.9 } }`);
    expect(game).toEqual(file);
    expectTypeOf(game).toEqualTypeOf<Game<'tau' | 'b_A'>>();
    expectTypeOf(game).toExtend<Game>();
  });

  it('takes short forms: numbers for parameters, one intensity, lists of starts', () => {
    const short = `
      game: small
      players: { A: { strategies: [up, down] }, B: { strategies: [left, right] } }
      parameters: { tau: 0.5, b_A: 2 }
      payoffs: { A: { up: tau*B.left, down: 0 }, B: { left: b_A, right: A.up } }
      noise: { sigma: 0.1 }
      initial: [0.2, [tau, 0.5]]
      horizon: 10`;
    const long = readGame(`
      game: small
      players: { A: { strategies: [up, down] }, B: { strategies: [left, right] } }
      parameters: { tau: { value: 0.5 }, b_A: { value: 2 } }
      payoffs: { A: { up: tau*B.left, down: 0 }, B: { left: b_A, right: A.up } }
      noise: { sigma: { A: 0.1, B: 0.1 } }
      initial: { A: 0.2, B: [tau, 0.5] }
      horizon: 10`);
    expect(writeGame(readGame(short))).toBe(writeGame(long));
    const game = defineGame({
      ...base,
      ...{ parameters: { tau: 0.5, b_A: 2 }, noise: { sigma: 0.1 }, initial: [0.2, ['tau', 0.5]] },
    });
    expect(writeGame(game)).toBe(writeGame(long));
    expectTypeOf(game).toEqualTypeOf<Game<'tau' | 'b_A'>>();
    const alone = readGame(`
      game: alone
      players: { A: { strategies: [a, b, c] } }
      against: self
      payoffs: { A: { a: A.b, b: A.c, c: A.a } }
      initial: [0.2, 0.3, 0.5]
      horizon: 1`);
    expect(pointAt(alone).initial).toEqual([[0.2, 0.3, 0.5]]);
  });

  it.each([
    ['parameters: { tau: many }', 'parameter tau', 'many'],
    ['initial: [0.5]', 'initial', 'a list of 1 entries'],
    ['initial: [0.5, [0.5]]', 'initial shares of player B', 'a list of 1 shares'],
    ['initial: [0.5, tua]', 'initial shares of player B', 'tua'],
  ])('says where a short form is wrong: %s', (line, place, found) => {
    const text = `
      game: small
      players: { A: { strategies: [up, down] }, B: { strategies: [left, right] } }
      payoffs: { A: { up: B.left, down: 0 }, B: { left: 1, right: A.up } }
      horizon: 10
      ${line}`;
    const faults = faultsOf(() => readGame(text));
    expect(faults.map((fault) => `${fault.place}: ${fault.found}`).join('\n')).toMatch(
      new RegExp(`${place}.*${found}`),
    );
  });

  it('takes tables', () => {
    const pay = { A: 'tau - 1', B: 'b_A*(1 - A.up)' } as const;
    const game = defineGame({
      ...base,
      payoffs: [
        { when: ['up', 'left'], pay },
        { when: ['up', 'right'], pay },
        { when: ['down', 'left'], pay },
        { when: ['down', 'right'], pay },
      ],
    });
    expect(game.table).toHaveLength(4);
  });

  it('does not compile, nor run, with wrong names', () => {
    const wrong = [
      // @ts-expect-error unknown name inside an expression
      () => defineGame({ ...base, payoffs: { ...payoffs, A: { up: 'tau*beta', down: 0 } } }),
      // @ts-expect-error unknown strategy inside an expression
      () => defineGame({ ...base, payoffs: { ...payoffs, A: { up: 'B.up', down: 0 } } }),
      // @ts-expect-error unknown player inside an expression
      () => defineGame({ ...base, payoffs: { ...payoffs, A: { up: '(1-C.left)', down: 0 } } }),
      // @ts-expect-error a player's payoffs are missing
      () => defineGame({ ...base, payoffs: { A: payoffs.A } }),
      // @ts-expect-error a strategy is missing
      () => defineGame({ ...base, payoffs: { ...payoffs, A: { up: 1 } } }),
      // @ts-expect-error unknown strategy as a key
      () => defineGame({ ...base, payoffs: { ...payoffs, A: { up: 1, down: 2, left: 3 } } }),
      // @ts-expect-error unknown strategy in when
      () => defineGame({ ...base, payoffs: [{ when: ['up', 'wrong'], pay: { A: 1, B: 1 } }] }),
      // @ts-expect-error unknown player in pay
      () => defineGame({ ...base, payoffs: [{ when: ['up', 'left'], pay: { A: 1, B: 1, C: 1 } }] }),
      // @ts-expect-error a player is missing in pay
      () => defineGame({ ...base, payoffs: [{ when: ['up', 'left'], pay: { A: 1 } }] }),
      // @ts-expect-error unknown name in an expression of a row
      () => defineGame({ ...base, payoffs: [{ when: ['up', 'left'], pay: { A: 'tua', B: 1 } }] }),
      // @ts-expect-error unknown name in where
      () => defineGame({ ...base, where: { q: 'tau + r' } }),
      // @ts-expect-error unknown player in sigma
      () => defineGame({ ...base, noise: { sigma: { A: 1, B: 1, C: 1 } } }),
      // @ts-expect-error a player is missing in sigma
      () => defineGame({ ...base, noise: { sigma: { A: 1 } } }),
      // @ts-expect-error unknown name in sigma
      () => defineGame({ ...base, noise: { sigma: { A: 'sigma', B: 1 } } }),
      // @ts-expect-error unknown share in sigma
      () => defineGame({ ...base, noise: { sigma: { A: 'A.over', B: 1 } } }),
      // @ts-expect-error unknown noise kind
      () => defineGame({ ...base, noise: { kind: 'brownian', sigma: { A: 1, B: 1 } } }),
      // @ts-expect-error unknown player in initial
      () => defineGame({ ...base, initial: { C: 0.5 } }),
      // @ts-expect-error unknown name in a list of initial shares
      () => defineGame({ ...base, initial: { A: ['x', 0.5] } }),
      // @ts-expect-error unknown parameter in a scenario
      () => defineGame({ ...base, scenarios: { high: { sigma: 1 } } }),
      // @ts-expect-error unknown parameter in a regime
      () => defineGame({ ...base, regimes: { a: { to: { b: 1 } }, b: { values: { rho: 1 } } } }),
      // @ts-expect-error unknown name in a value of a regime
      () => defineGame({ ...base, regimes: { a: { to: { b: 1 } }, b: { values: { tau: 'rho' } } } }),
      // @ts-expect-error unknown regime
      () => defineGame({ ...base, regimes: { a: { to: { c: 1 } }, b: { values: { tau: 1 } } } }),
      // @ts-expect-error unknown key
      () => defineGame({ ...base, titel: 'x' }),
    ];
    for (const define of wrong) expect(define).toThrow(GameError);
  });

  it('checks when it runs what the compiler cannot', () => {
    expect(() => defineGame({ ...base, horizon: -1 })).toThrow('horizon: -1; expected a time above 0');
    expect(() => defineGame({ ...base, payoffs: { ...payoffs, A: { up: 'tau +', down: 0 } } })).toThrow(
      'payoff of player A, strategy up: the end of the expression at column 6',
    );
  });

  it('reads names out of expressions of any length', () => {
    expectTypeOf<Words<'1e-3*(tau + B.left)^2/b_A'>>().toEqualTypeOf<
      '' | '1e' | '3' | 'tau' | 'B.left' | '2' | 'b_A'
    >();
    expectTypeOf<UnknownWords<'0.5*tau - .5*x\n+ 2', 'tau'>>().toEqualTypeOf<'x'>();
    const long =
      'tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3 + tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3 + tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3 + tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3 + tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3 + tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3 + tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3 + tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3 + tau + b_A*(B.left - tau) + b_A*(B.left - tau)^2 + b_A*(B.left - tau) + tau*tau*tau*tau*tau*tau*tau*tau - 1 + 2 + 3';
    expect(defineGame({ ...base, payoffs: { ...payoffs, A: { up: long, down: 0 } } }).players).toHaveLength(2);
    expectTypeOf<UnknownWords<typeof long, 'tau' | 'b_A'>>().toEqualTypeOf<'B.left'>();
  });

  it('accepts text that is not a literal, and checks it when it runs', () => {
    const text: string = 'tau + 1';
    expect(defineGame({ ...base, payoffs: { ...payoffs, A: { up: text, down: 0 } } }).name).toBe('small');
  });
});
