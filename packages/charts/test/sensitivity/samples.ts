/**
 * Factors of the data-sharing game with made-up effects of the right order.
 */
import type { CorrelationBarsInput } from '../../src/sensitivity/correlation-bars.js';
import type { MorrisPlotInput } from '../../src/sensitivity/morris-plot.js';
import type { SobolBarsInput } from '../../src/sensitivity/sobol-bars.js';
import type { TornadoInput } from '../../src/sensitivity/tornado.js';

const metric = { name: 'P(share,share,coordinate)', title: 'Probability of full sharing', probability: true };

export function tornadoSample(): TornadoInput {
  const rows: [string, string, string, number, number, number, number][] = [
    ['tau', 'Trust between the departments', 'conceptual', 0, 1, 0.04, 0.97],
    ['c_M', 'Cost of coordinating', 'management', 0.5, 2.5, 0.91, 0.08],
    ['r_A', 'Perceived risk of A', 'conceptual', 1, 6, 0.88, 0.19],
    ['w', 'Reward', 'management', 0, 1.5, 0.39, 0.28],
    ['p', 'Penalty on a withholding department', 'management', 0, 2, 0.3, 0.81],
    ['e', 'External effect per unit of investment', 'business', 0.5, 1.5, 0.31, 0.64],
    ['kappa', 'Part of the cost that coordination saves', 'technical', 0, 0.8, 0.4, 0.61],
    ['sigma_A', 'Noise', 'environment', 0, 1.5, 0.52, 0.47],
  ];
  const end = (value: number, output: number) => {
    const half = 0.044 * Math.sqrt(output * (1 - output));
    return { value, output, interval: [output - half, output + half] as const };
  };
  return {
    title: 'Cross-department data sharing: one factor at a time',
    metric,
    base: 0.51,
    factors: rows.toReversed().map(([name, title, group, from, to, low, high]) => ({
      name,
      title,
      group,
      low: end(from, low),
      high: end(to, high),
    })),
    caption: '2000 paths per end, dt = 0.1, seed "trilogue"',
  };
}

export function sobolSample(): SobolBarsInput {
  const rows: [string, number, number][] = [
    ['management', 0.36, 0.64],
    ['conceptual', 0.24, 0.5],
    ['business', 0.05, 0.13],
    ['technical', 0.02, 0.09],
    ['environment', -0.004, 0.01],
  ];
  return {
    title: 'Cross-department data sharing: which group of factors matters',
    indices: rows.map(([name, first, total]) => ({
      name,
      ...{ first, firstLow: first - 0.03, firstHigh: first + 0.03 },
      ...{ total, totalLow: total - 0.02, totalHigh: total + 0.02 },
    })),
    caption: '22 parameters, 4096 points, intervals by bootstrap',
  };
}

export function morrisSample(): MorrisPlotInput {
  const rows: [string, string, number, number][] = [
    ['tau', 'conceptual', 0.52, 0.31],
    ['c_M', 'management', 0.47, 0.36],
    ['p', 'management', 0.33, 0.27],
    ['r_A', 'conceptual', 0.3, 0.12],
    ['v', 'management', 0.28, 0.3],
    ['e', 'business', 0.18, 0.16],
    ['kappa', 'technical', 0.12, 0.11],
    ['I_A', 'technical', 0.1, 0.09],
    ['w', 'management', 0.09, 0.13],
    ['b_A', 'business', 0.05, 0.003],
    ['sigma_A', 'environment', 0.02, 0.03],
    ['sigma_B', 'environment', 0.021, 0.028],
    ['sigma_M', 'environment', 0.019, 0.031],
    ['mu', 'business', 0.02, 0.02],
    ['h', 'management', 0.015, 0.02],
  ];
  return {
    title: 'Cross-department data sharing: screening',
    metric,
    factors: rows.map(([name, group, muStar, sigma]) => {
      return { name, group, muStar, sigma, interval: [0.9 * muStar, 1.1 * muStar] as const };
    }),
    caption: '40 trajectories, 920 runs of 2000 paths',
  };
}

export function correlationSample(): CorrelationBarsInput {
  const rows: [string, string, string, number, number][] = [
    ['tau', 'Trust between the departments', 'conceptual', 0.71, 0],
    ['v', 'Good review - credit of a coordinating M per sharing department', 'management', 0.62, 0],
    ['r_B', 'Risk that B perceives in sharing at zero trust', 'conceptual', -0.34, 0],
    ['c', 'Cost per unit of investment', 'technical', -0.28, 0],
    ['w', 'Reward that a coordinating M pays to each sharing department', 'management', -0.02, 0.41],
    ['sigma_A', 'Noise intensity of A', 'environment', 0.01, 0.66],
  ];
  return {
    title: 'Cross-department data sharing: direction and strength',
    factors: rows.toReversed().map(([name, title, group, correlation, p]) => {
      const half = 0.05 * (1 - correlation ** 2);
      return { name, title, group, correlation, interval: [correlation - half, correlation + half] as const, p };
    }),
    caption: '2048 runs of 1024 paths, intervals by bootstrap',
  };
}
