import { describe, expect, it } from 'vitest';
import { defineGame } from '../../src/definition/define-game.js';
import { describeGame } from '../../src/description/describe-game.js';
import { pointAt } from '../../src/game/point-at.js';

const game = defineGame({
  game: 'lend',
  source: 'a book',
  players: { bank: { strategies: ['lend', 'wait'] }, firm: { strategies: ['pay', 'default', 'leave'] } },
  parameters: { rate: { value: 0.1, range: [0, 1] } },
  payoffs: {
    bank: { lend: 'rate*firm.pay - firm.default', wait: '0' },
    firm: { pay: 'bank.lend*(1 - rate)', default: 'bank.lend', leave: '0.5' },
  },
  noise: { kind: 'replicator', sigma: { bank: 0.2, firm: 0.3 } },
  initial: { bank: 0.25 },
  horizon: 8,
});

describe('describeGame', () => {
  it('has values, payoffs, advantages, noise and start at the point', () => {
    const told = describeGame(game, pointAt(game, { set: { rate: 0.5, sigma_firm: 0.1 } }));
    expect(told).toMatchObject({ game: 'lend', source: 'a book', horizon: 8, against: 'others' });
    expect(told.parameters).toEqual([expect.objectContaining({ name: 'rate', value: 0.5, range: [0, 1] })]);
    expect(told.payoffTable).toHaveLength(6);
    expect(told.payoffTable![1]).toEqual({ profile: ['lend', 'default'], payoffs: { bank: -1, firm: 1 } });
    expect(told.coordinates).toEqual(['bank.lend', 'firm.pay', 'firm.default']);
    expect(told.advantages.map(({ player, strategy, over }) => [player, strategy, over])).toEqual([
      ['bank', 'lend', 'wait'],
      ['firm', 'pay', 'leave'],
      ['firm', 'default', 'leave'],
    ]);
    const pay = told.advantages[1]!.terms;
    expect(pay.find(({ exponents }) => exponents.join() === '1,0,0')!.coefficient).toBe(0.5);
    const plain = { boundary: 'natural', reading: 'ito', correlation: null };
    expect(told.noise).toEqual({ kind: 'replicator', sigma: { bank: 0.2, firm: 0.1 }, ...plain });
    expect(told.initial.bank).toBe(0.25);
    expect(told.initial.firm).toHaveLength(3);
    expect(told.settable).toContain('sigma_firm');
  });

  it.each([
    [[4, 4, 4, 4, 4], 1024],
    [[5, 4, 4, 4, 4], null],
  ])('lists the profiles of players with %j strategies as long as a file may', (counts, rows) => {
    const players = counts.map((count, i) => [`p${i}`, Array.from({ length: count }, (_, s) => `s${s}`)] as const);
    const many = defineGame({
      game: 'many',
      players: Object.fromEntries(players.map(([name, strategies]) => [name, { strategies }])),
      payoffs: Object.fromEntries(
        players.map(([name, strategies]) => [name, Object.fromEntries(strategies.map((strategy) => [strategy, 0]))]),
      ),
      horizon: 1,
    });
    expect(describeGame(many, pointAt(many)).payoffTable?.length ?? null).toBe(rows);
  });
});
