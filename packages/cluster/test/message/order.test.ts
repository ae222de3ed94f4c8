/** An order holds every option that decides numbers, also one that nobody has heard of. */
import { bundledGame } from '@trilogue/core';
import { type SweepDefinition, type SweepOption, sweepOptions } from '@trilogue/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { ClusterError } from '../../src/errors.js';

const burnIn: SweepOption<number> = {
  flag: '--burn-in',
  expected: 'a finite number',
  is: (value): value is number => Number.isFinite(value),
  unset: 'none',
  text: String,
};

let orders: typeof import('../../src/message/order.js');
beforeAll(async () => {
  // before the form of orders is made of the options
  Object.assign(sweepOptions, { burnIn });
  orders = await import('../../src/message/order.js');
});

const definition: Required<SweepDefinition> & { burnIn: number } = {
  game: bundledGame('data-sharing'),
  ...{ x: { name: 'tau', from: 0, to: 1, count: 3 }, y: { name: 'p', from: 0, to: 1, count: 2 } },
  ...{ metric: 'mean(A.share)', scenario: 'independent', set: { kappa: 0.4 }, seed: 'one', horizon: 10, delta: 0.1 },
  ...{ tolerance: 0.02, paths: 64, dt: 0.1, scheme: 'euler', independent: true, burnIn: 5 },
};

describe('an order', () => {
  it('gives the sweep back with every option', () => {
    const { text } = orders.writeOrder(definition, null);
    expect(orders.definitionOf(orders.readOrder(text))).toEqual(definition);
  });

  it('has another address with another value of any option', () => {
    const changed = {
      metric: 'sd(A.share)',
      scenario: 'added-functions',
      set: {},
      seed: 'two',
      horizon: 11,
      delta: 0.2,
    };
    const more = { tolerance: 0.03, paths: 65, dt: 0.2, scheme: 'milstein', independent: false, burnIn: 6 };
    const all = Object.entries({ ...changed, ...more });
    expect(all.map(([name]) => name).sort()).toEqual(Object.keys(sweepOptions).sort());
    const ids = all.map(([name, value]) => orders.writeOrder({ ...definition, [name]: value }, null).id);
    expect(new Set([...ids, orders.writeOrder(definition, null).id]).size).toBe(all.length + 1);
  });

  it('holds nothing that is no option, and no value of another type', () => {
    const parsed = JSON.parse(orders.writeOrder(definition, null).text);
    for (const wrong of [{ more: 1 }, { burnIn: 'five' }, { dt: null }, { scheme: 'heun' }, { set: [1] }]) {
      const text = JSON.stringify({ ...parsed, definition: { ...parsed.definition, ...wrong } });
      expect(() => orders.readOrder(text), JSON.stringify(wrong)).toThrow(ClusterError);
    }
  });
});
