import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOf, bitOf, incrementLayout, startOfDraws, WORD_BITS, wordOfStep } from '../../src/program/increments.js';

const channels = fc.integer({ min: 1, max: 60 });
const kinds = fc.constantFrom('two-point' as const, 'gaussian' as const);

/** Every (word, bit) that the steps of a range read, in the order of steps and channels. */
function places(layout: ReturnType<typeof incrementLayout>, from: number, to: number): number[] {
  const found: number[] = [];
  for (let step = from; step < to; step++) {
    for (let channel = 0; channel < layout.channels; channel++) {
      const { word, bit } = bitOf(layout, step, channel);
      if (!(bit >= 0 && bit + layout.bits <= WORD_BITS)) expect.fail(`bit ${bit} of step ${step}, channel ${channel}`);
      const first = (wordOfStep(layout, step) + word) * WORD_BITS + bit;
      for (let i = 0; i < layout.bits; i++) found.push(first + i);
    }
  }
  return found;
}

describe('increments from bits', () => {
  it('give every step and channel bits of their own', () => {
    fc.assert(
      fc.property(channels, fc.nat(1_000_000), (count, from) => {
        const layout = incrementLayout('two-point', count);
        const found = places(layout, from, from + 60);
        expect(new Set(found).size).toBe(60 * count * layout.bits);
      }),
    );
  });

  it('are read in order, and waste only what is too short for a step', () => {
    fc.assert(
      fc.property(channels, (count) => {
        const layout = incrementLayout('two-point', count);
        const found = places(layout, 0, 50);
        expect(found).toEqual([...found].sort((a, b) => a - b));
        const words = wordOfStep(layout, layout.stepsPerWord);
        const wasted = words * WORD_BITS - layout.stepsPerWord * count;
        expect(wasted).toBeGreaterThanOrEqual(0);
        // less than a step, or less than the rest of a word
        expect(wasted).toBeLessThan(count <= WORD_BITS ? count : WORD_BITS);
      }),
    );
  });

  it.each([
    [1, 24, 1],
    [3, 8, 1],
    [5, 4, 1],
    [12, 2, 1],
    [13, 1, 1],
    [24, 1, 1],
    [25, 1, 2],
    [48, 1, 2],
    [49, 1, 3],
  ])('of %d channels serve %d steps with %d words', (count, stepsPerWord, wordsPerStep) => {
    const layout = incrementLayout('two-point', count);
    expect(layout).toMatchObject({ kind: 'two-point', channels: count, bits: 1, stepsPerWord, wordsPerStep });
  });

  it('start at the top bit of the first word', () => {
    const layout = incrementLayout('two-point', 3);
    expect(wordOfStep(layout, 0)).toBe(0);
    expect(bitOf(layout, 0, 0)).toEqual({ word: 0, bit: 0 });
    expect(bitOf(layout, 7, 2)).toEqual({ word: 0, bit: 23 });
    expect(wordOfStep(layout, 8)).toBe(1);
    expect(bitOf(layout, 8, 0)).toEqual({ word: 0, bit: 0 });
  });
});

describe('gaussian increments', () => {
  it('take a word for each channel, from the first step on', () => {
    fc.assert(
      fc.property(channels, fc.nat(1_000_000), (count, step) => {
        const layout = incrementLayout('gaussian', count);
        expect(layout.wordsPerStep).toBe(count);
        expect(wordOfStep(layout, step)).toBe(count * step);
      }),
    );
  });

  it('are drawn from whole pairs: where a step begins with a second half, from the word before', () => {
    const layout = incrementLayout('gaussian', 3);
    const starts = [0, 1, 2, 3].map((step) => startOfDraws(layout, step));
    expect(starts).toEqual([
      { word: 0, used: 0 },
      { word: 2, used: 1 },
      { word: 6, used: 0 },
      { word: 8, used: 1 },
    ]);
    expect(startOfDraws(incrementLayout('two-point', 3), 9)).toEqual({ word: 1, used: 1 });
  });
});

describe('batchOf', () => {
  it('is the smallest number of steps after which a new block begins', () => {
    fc.assert(
      fc.property(kinds, channels, (kind, count) => {
        const layout = incrementLayout(kind, count);
        const { steps, blocks } = batchOf(layout);
        const atBlock = (step: number) => step % layout.stepsPerWord === 0 && wordOfStep(layout, step) % 4 === 0;
        expect(wordOfStep(layout, steps)).toBe(4 * blocks);
        expect(atBlock(steps)).toBe(true);
        for (let step = 1; step < steps; step++) expect(atBlock(step)).toBe(false);
      }),
    );
  });

  it('reads inside its own blocks only', () => {
    fc.assert(
      fc.property(channels, (count) => {
        const layout = incrementLayout('two-point', count);
        const { steps, blocks } = batchOf(layout);
        expect(Math.max(...places(layout, 0, steps))).toBeLessThan(4 * blocks * WORD_BITS);
      }),
    );
  });
});

describe('without noise', () => {
  it('no words are read', () => {
    for (const layout of [incrementLayout('none', 0), incrementLayout('none', 3), incrementLayout('gaussian', 0)]) {
      expect(layout).toMatchObject({ kind: 'none', channels: 0, stepsPerWord: 1, wordsPerStep: 0 });
      expect(wordOfStep(layout, 1000)).toBe(0);
      expect(batchOf(layout).blocks).toBe(0);
    }
  });
});
