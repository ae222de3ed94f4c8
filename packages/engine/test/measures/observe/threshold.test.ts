import { noises } from '@trilogue/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareOf } from '../../../src/measures/observe/share.js';
import { passageThreshold } from '../../../src/measures/observe/threshold.js';
import { createBuilder } from '../../../src/program/builder.js';
import { double, evaluateStep } from '../../../src/program/evaluate.js';

/** sigma x^2 (1 - x) dW for the first of two strategies: not the same at both ends, and in no coordinate that is known. */
const tilted = {
  words: 'Tilted.',
  enters: 'shares',
  facts: [],
  weights: () => [[1, -1]],
  // biome-ignore lint/suspicious/noExplicitAny: any arithmetic
  sizes: ({ mul }: any, [x, rest]: any[], sigma: any) => [mul(mul(sigma, x), mul(x, rest))],
};

beforeAll(() => void Object.assign(noises, { tilted }));
afterAll(() => void Reflect.deleteProperty(noises, 'tilted'));

/** The threshold of a strategy of the second player, at intensities 0.1 and 0.3. */
function thresholdOf(noise: string, strategies: number[], strategy: number): number {
  const coordinates = strategies.reduce((sum, count) => sum + count - 1, 0);
  const empty = { advantages: [], levels: [], intensities: [], rates: [], stateNoises: [], atoms: [], numbers: [] };
  const shape = { strategies, coordinates, ...empty, dynamics: 'replicator', noise: noise as 'none' } as const;
  const builder = createBuilder('gaussian', 1);
  const intensity = [0, 1].map(builder.coefficient);
  const value = passageThreshold(builder, shape, 'gaussian', shareOf(shape, 1, strategy), 0.05, intensity);
  const out = new Float64Array(1);
  evaluateStep(builder.finish([{ name: 'threshold', value }]), [0.1, 0.3], [], [], double, out);
  return out[0];
}

describe('the threshold of a passage', () => {
  it('moves by the noise of the share that is looked at, whichever strategy that is of', () => {
    // constants of a program are in single precision
    expect(thresholdOf('tilted', [2, 2], 0)).toBeCloseTo(0.95 - 0.5826 * 0.3 * 0.95 ** 2 * 0.05, 7);
    expect(thresholdOf('tilted', [2, 2], 1)).toBeCloseTo(0.95 - 0.5826 * 0.3 * 0.05 ** 2 * 0.95, 7);
  });

  it.each([0, 1, 2])('is that of sampling, sigma sqrt(x (1 - x)), for strategy %d of three', (strategy) => {
    expect(thresholdOf('demographic', [2, 3], strategy)).toBeCloseTo(0.95 - 0.5826 * 0.3 * Math.sqrt(0.95 * 0.05), 7);
  });

  it('stays where there is no noise', () => {
    expect(thresholdOf('none', [2, 2], 1)).toBeCloseTo(0.95, 7);
  });
});
