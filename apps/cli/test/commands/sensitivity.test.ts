import { describe, expect, it } from 'vitest';
import { trilogue, trilogueJson } from '../trilogue.js';

const three = ['sensitivity', 'data-sharing', '--factors', 'tau,w,sigma_A', '--backend', 'wasm', '--threads', '1'];

interface Sobol {
  readonly method: string;
  readonly metric: string;
  readonly samples: number;
  readonly runs: number;
  readonly dt: number;
  readonly indices: readonly Record<string, number | string>[];
  readonly groups: readonly { group: string; total: number; totalLow: number; totalHigh: number }[];
  readonly warnings: readonly { code: string }[];
  readonly variance: { noise: { value: number } | null; noiseShare: { value: number; low: number } | null };
}

describe('trilogue sensitivity', () => {
  it('finds the groups of the bundled game in the order and size that an independent run gave', async () => {
    const args = ['--samples', '512', '--paths', '256', '--dt', '0.5'];
    const found = await trilogueJson<Sobol>(['sensitivity', 'data-sharing', '--backend', 'wasm', ...args]);
    expect(found).toMatchObject({ method: 'sobol', metric: 'P(share,share,coordinate)', samples: 512, runs: 512 * 29 });
    const expected = { management: 0.64, conceptual: 0.5, business: 0.13, technical: 0.09, environment: 0.01 };
    // A 95% interval of this size has a standard error of a quarter of its width; z = 5, and 0.02 for that run, is
    // a false alarm in fewer than 1 of 100,000 for each of five groups.
    for (const { group, total, totalLow, totalHigh } of found.groups) {
      const error = (totalHigh - totalLow) / 3.92;
      expect(Math.abs(total - expected[group as keyof typeof expected])).toBeLessThan(5 * error + 0.02);
    }
    expect(found.indices).toHaveLength(22);
    expect(Object.keys(found.indices[0]!)).toEqual([
      ...['parameter', 'group', 'first', 'firstLow', 'firstHigh', 'total', 'totalLow', 'totalHigh'],
    ]);
    const order = found.groups.toSorted((a, b) => b.total - a.total).map(({ group }) => group);
    expect(order.slice(2)).toEqual(['business', 'technical', 'environment']);
  });

  it('splits the variance where runs have random numbers of their own', async () => {
    const args = [...three, '--samples', '64', '--paths', '16', '--dt', '0.5'];
    const own = await trilogueJson<Sobol>(args);
    const shared = await trilogueJson<Sobol>([...args, '--common']);
    expect(shared.variance.noise).toBe(null);
    expect(shared.warnings.map(({ code }) => code)).toContain('shared-paths');
    expect(await trilogueJson<Sobol>([...args, '--independent'])).toMatchObject({ indices: own.indices });
    expect(own.variance.noiseShare!.low).toBeGreaterThan(0);
    // p (1 - p) / 16 is at most 1/64
    expect(own.variance.noise!.value).toBeLessThan(1 / 64);
    const { stdout } = await trilogue(args);
    expect(stdout).toMatch(/variance .*by the factors .*, by the paths' noise .*; noise is \d/);
  });

  it.each([
    ['morris', '8', ['mu', 'muLow', 'muHigh', 'muStar', 'muStarLow', 'muStarHigh', 'sigma', 'sigmaLow', 'sigmaHigh']],
    ['prcc', '64', ['correlation', 'correlationLow', 'correlationHigh', 'p']],
    ['oat', '5', ['at', 'swing', 'peak', 'trough', 'change', 'changeLow', 'changeHigh', 'values', 'lows', 'highs']],
  ])('%s has figures of its own, and trust is the strongest factor', async (method, samples, figures) => {
    const args = [...three, '--method', method, '--samples', samples, '--paths', '512', '--range', 'w=0.1:0.4'];
    const found = await trilogueJson<Sobol>(args);
    expect(found).toMatchObject({ method, samples: Number(samples) });
    const names = Object.keys(found.indices[0]!);
    expect(names.filter((name) => name !== 'parameter' && name !== 'group').sort()).toEqual(figures.sort());
    const { code, stdout } = await trilogue(args);
    expect(code).toBe(0);
    const [, , head, first] = stdout.split('\n');
    expect(head).toMatch(/^factor/);
    expect(first).toMatch(/^tau .*conceptual$/);
    expect(stdout).toContain('found in trial runs');
  });

  it.each([
    [['data-sharing', '--factors', 'taw'], 'Did you mean "tau"?'],
    [['data-sharing', '--factors', 'tau,tau'], '"tau" stands there twice'],
    [['data-sharing', '--range', 'tau=1:1'], 'LO below HI'],
    [['data-sharing', '--group', 'a=tau,p', '--group', 'b=p'], 'must not overlap'],
    [['data-sharing', '--group', 'a=tau', '--group', 'a=p'], '"a" is given twice'],
    [['data-sharing', '--samples', '1'], 'from 2 to'],
    [['data-sharing', '--paths', '1'], 'from 2 to'],
    [['data-sharing', '--independent', '--common'], 'cannot be used with'],
    [['data-sharing', '--method', 'sobl'], 'Allowed choices are sobol, morris, prcc, oat'],
    [['data-sharing', '--set', 'tau=0.4'], '--set tau=0.4 has no effect, since sobol varies "tau"'],
    [
      ['data-sharing', '--method', 'prcc', '--samples', '10', '--paths', '16', '--dt', '0.5'],
      'PRCC of 22 factors needs at least 25',
    ],
    [['hawk-dove'], 'has no metric of its own. Give --metric'],
    [['data-sharing', '--metric', 'P(share)'], 'P(share)'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await trilogue(['sensitivity', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
