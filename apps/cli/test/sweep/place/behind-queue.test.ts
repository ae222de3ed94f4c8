import { describe, expect, it } from 'vitest';
import { chunksOnTheWay } from '../../../src/sweep/place/behind-queue.js';

describe('chunks on their way', () => {
  it('fill 32 MB with their answers, and are at least 16', () => {
    expect(chunksOnTheWay(3 * 4096, 0)).toBe(341);
    expect(chunksOnTheWay(3 * 1250, 2)).toBe(1118);
    expect(chunksOnTheWay(2 ** 18, 2)).toBe(16);
  });

  it('are four for each worker where these are many, and at most 4,000', () => {
    expect(chunksOnTheWay(2 ** 18, 40)).toBe(160);
    expect(chunksOnTheWay(3 * 4096, 500)).toBe(2_000);
    expect(chunksOnTheWay(3, 1)).toBe(4_000);
    expect(chunksOnTheWay(3 * 4096, 100_000)).toBe(4_000);
  });
});
