/** How often the intervals of Morris effects hold the truth. */
import { describe, expect, it } from 'vitest';
import { morrisDesign } from '../../src/design/morris.js';
import { morrisEffects } from '../../src/estimate/morris.js';
import { factors, normals, run } from '../run.js';

describe('intervals of Morris effects', () => {
  it.each([40, 160])('hold mu and mu* about 95 times in 100, of 40 out of %i trajectories', (candidates) => {
    const hits = { mu: 0, muStar: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const design = morrisDesign(factors(3), { trajectories: 40, candidates, seed: `${seed}` });
      const answers = run(design, ([x, y, z]) => x! * (4 * y! - 1) + z! ** 2);
      const { mu, muStar } = morrisEffects(answers, { seed: `${seed}`, resamples: 300 }).effects[0]!;
      // The effect of x is 4 y - 1, that is -1, 1/3, 5/3 or 3: the mean is 1, that of its absolute values 3/2.
      hits.mu += mu.low <= 1 && 1 <= mu.high ? 1 : 0;
      hits.muStar += muStar.low <= 1.5 && 1.5 <= muStar.high ? 1 : 0;
    }
    // Five binomial standard errors are 0.077; 40 trajectories cost up to 0.02 more.
    for (const count of Object.values(hits)) expect(count / 200).toBeGreaterThan(0.95 - 0.097);
  });

  it('hold mu* of strong, weak and no effects in known noise, which lifts the mean absolute effect', () => {
    const exact = [2, 0.2, 0];
    const hits = [0, 0, 0];
    const noise = normals('mu* in noise');
    for (let seed = 0; seed < 200; seed++) {
      const design = morrisDesign(factors(3), { trajectories: 60, candidates: 60, seed: `${seed}` });
      const answers = run(design, ([x, y]) => ({ value: 2 * x! + 0.2 * y! + 0.2 * noise(), variance: 0.04 }));
      const { effects } = morrisEffects(answers, { seed: `${seed}`, resamples: 300 });
      for (const [i, { muStar }] of effects.entries()) {
        hits[i]! += muStar.low <= exact[i]! && exact[i]! <= muStar.high ? 1 : 0;
        // the standard deviation of an effect's noise is 0.42: mean |d| of no effect would be 0.34, and so is its interval's width
        expect(muStar.high - muStar.low).toBeLessThan(0.6);
      }
    }
    for (const count of hits) expect(count / 200).toBeGreaterThan(0.95 - 0.097);
  });
});
