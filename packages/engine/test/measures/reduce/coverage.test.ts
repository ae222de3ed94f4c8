/**
 * How often the 95% intervals hold the true value, over repeated ensembles of known distribution.
 *
 * Bound: with R ensembles, the observed coverage of an interval whose true coverage is c has standard error
 * sqrt(c (1 - c) / R); z = 5 of them, two-sided, make a chance of 6e-7 a comparison of a false alarm (seeds are fixed). To it
 * comes how far the true coverage may be from 95% at this number of paths, said at each test.
 */
import { describe, expect, it } from 'vitest';
import {
  countDistribution,
  type Distribution,
  type DistributionMeasure,
  readDistribution,
} from '../../../src/measures/reduce/distribution.js';
import {
  type Interval,
  meanInterval,
  quantileInterval,
  sdInterval,
  wilson,
} from '../../../src/measures/reduce/intervals.js';
import { columnsOf } from '../../columns.js';
import { type RandomNumbers, randomNumbers } from '../../random-numbers.js';

const ENSEMBLES = 2000;
const PATHS = 400;
const measure: DistributionMeasure = {
  kind: 'distribution',
  of: { kind: 'share', share: { coordinates: [0], complement: false } },
  powers: 4,
  bins: 2048,
};

function coverage(
  seed: string,
  draw: (random: RandomNumbers) => number,
  truth: number,
  read: (d: Distribution) => Interval,
) {
  const random = randomNumbers(seed);
  let held = 0;
  for (let e = 0; e < ENSEMBLES; e++) {
    const tally = new Float64Array(measure.powers + measure.bins);
    countDistribution(measure, columnsOf([[Array.from({ length: PATHS }, () => draw(random))]]), 0, tally, 0);
    const { low, high } = read(readDistribution(measure, tally, 0, PATHS));
    if (low <= truth && truth <= high) held++;
  }
  return held / ENSEMBLES;
}

/** @param off how far the true coverage may be below 95%; above it what holds more is wider by at most a tenth */
function expectNominal(found: number, off: number) {
  expect(found).toBeGreaterThanOrEqual(0.95 - 5 * Math.sqrt((0.95 * 0.05) / ENSEMBLES) - off);
  expect(found).toBeLessThan(1);
}

const uniform = (random: RandomNumbers) => random.unit();
/** Shares as they end near a corner: the square of a uniform, density 1 / (2 sqrt x). */
const skewed = (random: RandomNumbers) => random.unit() ** 2;
/** Two heaps, as bistable games leave them: 0.02 or 0.98, each spread by 0.01, in proportion 1 to 2. */
const heaps = (random: RandomNumbers) => (random.unit() < 1 / 3 ? 0.02 : 0.98) + 0.02 * (random.unit() - 0.5);
const heapsVariance = (0.96 ** 2 * 2) / 9 + 0.02 ** 2 / 12;

describe('coverage of the 95% intervals', () => {
  // the Edgeworth term of order 1 / n of a Studentised mean is near -0.001 at 400 for these shapes; 0.003 is allowed
  it.each([
    ['uniform', uniform, 1 / 2],
    ['skewed', skewed, 1 / 3],
    ['two heaps', heaps, 0.02 / 3 + (0.98 * 2) / 3],
  ])('of a mean: %s', (name, draw, mean) => {
    expectNominal(
      coverage(`mean ${name}`, draw, mean, (d) => meanInterval(d.mean, d.sd, d.paths, [0, 1])),
      0.003,
    );
  });

  // the delta method and an estimated fourth moment: order 1 / n again, with larger factors; 0.01 is allowed
  it.each([
    ['uniform', uniform, Math.sqrt(1 / 12)],
    ['skewed', skewed, Math.sqrt(1 / 5 - 1 / 9)],
    ['two heaps', heaps, Math.sqrt(heapsVariance)],
  ])('of a standard deviation: %s', (name, draw, sd) => {
    expectNominal(coverage(`sd ${name}`, draw, sd, sdInterval), 0.01);
  });

  // ranks are whole numbers: a rank more or less changes the coverage by the density of the binomial at the ends,
  // 2 * 0.058 / sqrt(400 q (1 - q)), 0.012 at q = 0.5 and 0.02 at q = 0.1
  it.each([
    ['uniform', uniform, 0.5, 0.5, 0.012],
    ['uniform', uniform, 0.1, 0.1, 0.02],
    ['skewed', skewed, 0.9, 0.81, 0.02],
  ])('of a quantile: %s, %d', (name, draw, part, quantile, off) => {
    expectNominal(
      coverage(`quantile ${name} ${part}`, draw, quantile, (d) => quantileInterval(d, part)),
      off,
    );
  });

  it('of a probability, computed by the binomial distribution: 95% on average, and nowhere far below', () => {
    // Brown, Cai and DasGupta (2001): the Wilson interval covers 95% on average over p; its dips to 0.84 near the ends are
    // what the limits of few hits take away
    for (const n of [20, 50, 400]) {
      const grid = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
      const exact = grid.map((p) => wilsonCoverage(p, n));
      expect(Math.abs(exact.reduce((sum, c) => sum + c, 0) / exact.length - 0.95)).toBeLessThan(0.01);
      expect(Math.min(...exact)).toBeGreaterThan(0.91);
      const inner = exact.filter((_, i) => grid[i] * (1 - grid[i]) * n > 5);
      expect(Math.min(...inner)).toBeGreaterThan(0.91);
    }
  });

  it('of a probability, by counting: what the binomial distribution says', () => {
    for (const p of [0.02, 0.3, 0.5]) {
      const random = randomNumbers(`wilson ${p}`);
      let held = 0;
      for (let e = 0; e < ENSEMBLES; e++) {
        let count = 0;
        for (let i = 0; i < PATHS; i++) if (random.unit() < p) count++;
        const { low, high } = wilson(count, PATHS);
        if (low <= p && p <= high) held++;
      }
      const exact = wilsonCoverage(p, PATHS);
      const error = Math.sqrt((exact * (1 - exact)) / ENSEMBLES);
      expect(Math.abs(held / ENSEMBLES - exact)).toBeLessThanOrEqual(5 * error);
    }
  });
});

/** Probability that the Wilson interval of a binomial count holds p. */
function wilsonCoverage(p: number, n: number): number {
  let chance = 0;
  let logChoose = 0;
  for (let count = 0; count <= n; count++) {
    const { low, high } = wilson(count, n);
    if (low <= p && p <= high) chance += Math.exp(logChoose + count * Math.log(p) + (n - count) * Math.log1p(-p));
    logChoose += Math.log(n - count) - Math.log(count + 1);
  }
  return chance;
}
