import { describe, expect, it } from 'vitest';
import { eigenvalueText, sharesText } from '../../src/equilibria/words.js';

describe('an equilibrium in a line', () => {
  it('names players with their shares', () => {
    expect(sharesText({ point: { A: 1 / 3, crowd: [0.5, 0.25, 0.25] } })).toBe('A 0.333333, crowd 0.5 0.25 0.25');
  });

  it('has complex eigenvalues with the sign between their parts', () => {
    expect([eigenvalueText([-0.5, 0]), eigenvalueText([0, 2]), eigenvalueText([0.1, -2])]).toEqual([
      '-0.5',
      '0 + 2i',
      '0.1 - 2i',
    ]);
  });
});
