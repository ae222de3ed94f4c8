/** How often the intervals of the variance split hold the truth. */
import { describe, expect, it } from 'vitest';
import { saltelliDesign } from '../../src/design/saltelli.js';
import { varianceSplit } from '../../src/estimate/variance-split.js';
import { factors, normals, run } from '../run.js';

/** Range of x that makes its variance 1. */
const unit = factors(2, [0, Math.sqrt(12)]);

describe('intervals of the variance split', () => {
  it('hold the truth about 95 times in 100', () => {
    const hits = { parameters: 0, noise: 0, noiseShare: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const noise = normals(`coverage ${seed}`);
      const design = saltelliDesign(unit, {
        samples: 100,
        points: 'random',
        seed: `${seed}`,
        indicesOf: ['group'],
        groups: { all: ['x1', 'x2'] },
      });
      const answers = run(design, ([x]) => ({ replicates: [x! + noise(), x! + noise(), x! + noise()] }));
      const split = varianceSplit(answers, { seed: `${seed}`, resamples: 300 });
      for (const [name, exact] of [
        ['parameters', 1],
        ['noise', 1 / 3],
        ['noiseShare', 1 / 4],
      ] as const) {
        hits[name] += split[name]!.low <= exact && exact <= split[name]!.high ? 1 : 0;
      }
    }
    // Five binomial standard errors are 0.077; percentile intervals of a variance from 100 samples lose up to 0.02 more.
    for (const count of Object.values(hits)) expect(count / 200).toBeGreaterThan(0.95 - 0.097);
  });
});
