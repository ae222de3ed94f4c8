/** How often the intervals of partial rank correlations hold the truth. */
import { describe, expect, it } from 'vitest';
import { latinHypercubeDesign } from '../../src/design/latin-hypercube.js';
import { sobolPointsDesign } from '../../src/design/sobol-points.js';
import { prcc } from '../../src/estimate/prcc.js';
import { factors, normals, run } from '../run.js';

describe('intervals of PRCC', () => {
  it('hold the truth about 95 times in 100', () => {
    const noise = normals('coverage');
    const model = ([x, y]: number[]) => x! + 0.5 * y! ** 2 + 0.5 * noise();
    const truth = prcc(run(sobolPointsDesign(factors(3), { samples: 2 ** 15 }), model), { resamples: 20 }).coefficients;
    const hits = [0, 0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const answers = run(latinHypercubeDesign(factors(3), { samples: 150, seed: `${seed}` }), model);
      for (const [i, { low, high }] of prcc(answers, { resamples: 200, seed: `${seed}` }).coefficients.entries()) {
        hits[i]! += low <= truth[i]!.value && truth[i]!.value <= high ? 1 : 0;
      }
    }
    // Five binomial standard errors are 0.077; the truth itself is known to 0.005, a tenth of an interval: 0.02 more.
    for (const count of hits) expect(count / 200).toBeGreaterThan(0.95 - 0.097);
  });
});
