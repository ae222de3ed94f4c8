/** Which ones are computed again, and how large a change that may miss. */
import { describe, expect, it } from 'vitest';
import { choose, missedPart } from '../../src/verify/finding.js';

describe('the sample', () => {
  const cells = Array.from({ length: 50 }, (_, i) => i);

  it('has as many as asked for, at least one, in order, and each as often as another', () => {
    const counts = cells.map(() => 0);
    const draws = 4000;
    for (let seed = 0; seed < draws; seed++) {
      const chosen = choose(cells, 0.1, `${seed}`);
      expect(chosen.length).toBe(5);
      for (const [k, cell] of chosen.entries()) {
        expect(cell).toBeGreaterThan(chosen[k - 1] ?? -1);
        counts[cell]!++;
      }
    }
    // binomial with p = 0.1: five standard errors, in each of 50 cells
    const error = Math.sqrt(draws * 0.1 * 0.9);
    for (const found of counts) expect(Math.abs(found - draws * 0.1)).toBeLessThan(5 * error);
    expect(choose(cells, 1e-9, 'x').length).toBe(1);
    expect(choose(cells, 0, 'x')).toEqual([]);
    expect(choose(cells, 1, 'x')).toEqual(cells);
  });

  it('misses a larger change than it says with at most 5%, without repetition less', () => {
    for (const [sampled, all] of [
      [1, 10],
      [5, 100],
      [59, 2601],
      [10, 10],
    ] as const) {
      const changed = Math.floor(missedPart(sampled, all) * all) + 1;
      if (changed > all) continue;
      // none of the changed ones among those that are drawn, one after the other
      let missed = 1;
      for (let k = 0; k < sampled; k++) missed *= (all - changed - k) / (all - k);
      expect(Math.max(0, missed)).toBeLessThanOrEqual(0.05);
    }
  });
});
