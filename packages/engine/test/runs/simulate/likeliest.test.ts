import { likeliest } from '@trilogue/engine';
import { expect, it } from 'vitest';

it('has the most probable outcomes first, equal ones in their order, and no more than are wanted', () => {
  const outcomes = [0.1, 0.4, 0.1, 0.4].map((probability, i) => ({
    ...{ profile: [String(i)], count: 10 * probability, probability, low: probability, high: probability, bias: null },
  }));
  const before = structuredClone(outcomes);
  const names = (most: number) => likeliest(outcomes, most).map(({ profile }) => profile[0]);
  expect(names(9)).toEqual(['1', '3', '0', '2']);
  expect(names(3)).toEqual(['1', '3', '0']);
  expect(outcomes).toEqual(before);
});
