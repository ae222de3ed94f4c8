import { readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { fixationProbability } from '../src/kimura.js';
import { oneAgainstEqualsGame, takesOver } from '../src/one-against-equals.js';

const problem = { advantage: 0.4, sigma: 0.8, initial: { one: 0.2, odd: 0.3, two: 0.5 } };

describe('takesOver', () => {
  it('shares what is left between equals in proportion, and all add up to 1', () => {
    const [one, odd, two] = ['one', 'odd', 'two'].map((name) => takesOver(problem, name)) as [number, number, number];
    expect(odd).toBe(fixationProbability(0.4, 0.8, 0.3));
    expect(two / one).toBeCloseTo(2.5, 12);
    expect(one + odd + two).toBeCloseTo(1, 12);
  });

  it('solves the backward equation of Wright-Fisher noise in two shares', () => {
    // (sigma^2 / 2) (x (1 - x) P_xx - 2 x y P_xy + y (1 - y) P_yy) + s x (1 - x) P_x - s x y P_y = 0, x the odd one, y the share of `one`.
    const [h, x, y] = [1e-3, 0.3, 0.2];
    const p = (odd: number, one: number) => takesOver({ ...problem, initial: { one, odd, two: 1 - odd - one } }, 'one');
    const xx = (p(x + h, y) - 2 * p(x, y) + p(x - h, y)) / h ** 2;
    const yy = (p(x, y + h) - 2 * p(x, y) + p(x, y - h)) / h ** 2;
    const xy = (p(x + h, y + h) - p(x + h, y - h) - p(x - h, y + h) + p(x - h, y - h)) / (4 * h ** 2);
    const [px, py] = [(p(x + h, y) - p(x - h, y)) / (2 * h), (p(x, y + h) - p(x, y - h)) / (2 * h)];
    const noise = (0.8 ** 2 / 2) * (x * (1 - x) * xx - 2 * x * y * xy + y * (1 - y) * yy);
    expect(Math.abs(noise + 0.4 * x * (1 - x) * px - 0.4 * x * y * py)).toBeLessThan(1e-5);
  });

  it('has a game whose strategies stand in the order given', () => {
    const [player] = readGame(oneAgainstEqualsGame({ ...problem, horizon: 5 })).players;
    expect(player!.strategies).toEqual(['one', 'odd', 'two']);
  });
});
