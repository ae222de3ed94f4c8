import type { FieldShape, NoiseKind } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { biasOrder } from '../../../src/runs/tolerance/bias-order.js';
import { schemes } from '../../../src/schemes/schemes.js';

const shape = (noise: NoiseKind) => ({ strategies: [2], dynamics: 'replicator', noise }) as unknown as FieldShape;

describe('biasOrder', () => {
  it('is the weak order of the scheme, but 1/2 where a path is stopped by noise that does not vanish', () => {
    for (const scheme of Object.values(schemes)) {
      for (const noise of ['replicator', 'demographic', 'none'] as const) {
        expect(biasOrder(shape(noise), scheme)).toBe(scheme.weakOrder);
      }
      expect(biasOrder(shape('multiplicative'), scheme)).toBe(1 / 2);
    }
  });
});
