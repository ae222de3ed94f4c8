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

  it.each([256, 1024])('hold it for strong and weak monotone factors without noise, of %i samples', (samples) => {
    const own = [1, 0.5, 0.05].map((high, i) => ({ name: `x${i}`, range: [-high, high] as const }));
    const model = (x: number[]) => 1 / (1 + Math.exp(-x[0]! - x[1]! - x[2]!));
    const truth = prcc(run(sobolPointsDesign(own, { samples: 2 ** 16 }), model), { resamples: 20 }).coefficients;
    const hits = [0, 0, 0];
    for (let seed = 0; seed < 100; seed++) {
      const answers = run(latinHypercubeDesign(own, { samples, seed: `${seed}` }), model);
      for (const [i, { low, high }] of prcc(answers, { resamples: 100, seed: `${seed}` }).coefficients.entries()) {
        hits[i]! += low <= truth[i]!.value && truth[i]!.value <= high ? 1 : 0;
      }
    }
    expect(truth.map(({ value }) => value > 0.9)).toEqual([true, true, false]);
    // five binomial standard errors of 100 repeats
    for (const count of hits) expect(count / 100).toBeGreaterThan(0.95 - 0.109);
  });

  it('hold that without noise where the noise is known, and are open outwards where it hides nearly all', () => {
    const model = ([x, y, z]: number[]) => x! + 0.3 * y! + 0.05 * z! + 0.4 * x! * y!;
    const own = factors(3, [-1, 1]);
    const truth = prcc(run(sobolPointsDesign(own, { samples: 2 ** 16 }), model), { resamples: 20 }).coefficients;
    const noise = normals('known');
    const told = (sd: number) => (x: number[]) => ({ value: model(x) + sd * noise(), variance: sd * sd });
    const hits = [0, 0, 0];
    const blind = [0, 0, 0];
    for (let seed = 0; seed < 100; seed++) {
      const answers = run(latinHypercubeDesign(own, { samples: 400, seed: `${seed}` }), told(0.1));
      const holds = (found: ReturnType<typeof prcc>, count: number[]) => {
        for (const [i, { low, high }] of found.coefficients.entries()) {
          count[i]! += low <= truth[i]!.value && truth[i]!.value <= high ? 1 : 0;
        }
      };
      holds(prcc(answers, { resamples: 100, seed: `${seed}` }), hits);
      const values = run(answers.design, () => 0).values.map((_, row) => answers.values[row]!);
      let next = 0;
      holds(
        prcc(
          run(answers.design, () => values[next++]!),
          { resamples: 100, seed: `${seed}` },
        ),
        blind,
      );
    }
    for (const count of hits) expect(count / 100).toBeGreaterThan(0.95 - 0.109);
    expect(blind[0]! / 100).toBeLessThan(0.9);
    const drowned = prcc(run(latinHypercubeDesign(own, { samples: 400 }), told(1)), { resamples: 100 });
    expect(drowned.warnings.map(({ code }) => code)).toEqual(['noise-dominates']);
    expect(drowned.coefficients[0]!.high).toBe(1);
    expect(drowned.coefficients[0]!.low).toBeLessThan(truth[0]!.value);
  });
});
