import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { ownMetric } from '../src/game.js';
import { stepWords } from '../src/words.js';

describe('the metric of a game', () => {
  it('is there for the game whose authors ask a question, and for no other', () => {
    expect(ownMetric(bundledGame('data-sharing'))).toBe('P(share,share,coordinate)');
    expect(ownMetric({ name: 'toString' })).toBeUndefined();
  });
});

describe('a step in words', () => {
  it('says how it was found', () => {
    expect(stepWords({ dt: 0.1, bias: null })).toBe('0.1, as given; its bias was not looked at');
    expect(stepWords({ dt: 1 / 3, bias: 0 })).toBe('0.333333, found in trial runs: they saw no bias');
    expect(stepWords({ dt: 0.05, bias: 0.001234 })).toBe(
      '0.05, found in trial runs: its bias is 0.0012 or less, root mean square over the ranges',
    );
  });
});
