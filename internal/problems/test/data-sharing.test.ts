import { expectWithin } from '@internal/testing';
import { bundledGame, payoffTable, pointAt } from '@trilogue/core';
import { createStream, keyOf, normalPair } from '@trilogue/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DataSharingParameters,
  dataSharingAdvantages,
  dataSharingAdvantageTerms,
  dataSharingDefaults,
  dataSharingOutcomes,
  dataSharingPayoffs,
  dataSharingScenarios,
} from '../src/data-sharing.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the bundled game', () => {
  const game = bundledGame('data-sharing');

  it('has these parameters and pays these payoffs, in every scenario', () => {
    for (const [scenario, changes] of Object.entries(dataSharingScenarios)) {
      const parameters = { ...dataSharingDefaults, ...changes };
      const point = pointAt(game, { scenario });
      expect(point.parameters).toEqual(parameters);
      const table = payoffTable(game, point);
      expect(table).toHaveLength(8);
      table.forEach(({ payoffs }, row) => {
        // First player slowest, first strategy first: row 0 is (share, share, coordinate).
        const [a, b, m] = [4, 2, 1].map((bit) => (row & bit ? 0 : 1)) as [number, number, number];
        dataSharingPayoffs(parameters, a, b, m).forEach((payoff, player) => {
          expect(payoffs[player]).toBeCloseTo(payoff, 12);
        });
      });
    }
  });

  it('starts and ends where the outcomes are stated', () => {
    expect(game.horizon).toBe(dataSharingOutcomes.horizon);
    expect(pointAt(game).initial.map(([first]) => first)).toEqual(dataSharingOutcomes.initial);
  });
});

describe('the advantages', () => {
  it('as polynomials are those of the payoffs, at any state', () => {
    fc.assert(
      fc.property(share, share, share, (x, y, z) => {
        const at: Record<string, number> = { 'A.share': x, 'B.share': y, 'M.coordinate': z };
        const values = (['A', 'B', 'M'] as const).map((player) =>
          dataSharingAdvantageTerms[player].reduce(
            (total, { coefficient, shares }) =>
              total + shares.reduce((product, name) => product * at[name]!, coefficient),
            0,
          ),
        );
        dataSharingAdvantages(dataSharingDefaults, [x, y, z]).forEach((advantage, i) => {
          expect(advantage).toBeCloseTo(values[i]!, 12);
        });
      }),
    );
  });

  it('make both full sharing and no sharing stable', () => {
    expect(dataSharingAdvantages(dataSharingDefaults, [1, 1, 1]).every((advantage) => advantage > 0)).toBe(true);
    expect(dataSharingAdvantages(dataSharingDefaults, [0, 0, 0]).every((advantage) => advantage < 0)).toBe(true);
  });
});

/** Final states in log-odds, Gaussian Euler steps of 0.1, path by path; returns the proportion near full sharing. */
function proportionSharing(q: DataSharingParameters, paths: number): number {
  const { delta, horizon, initial } = dataSharingOutcomes;
  const key = keyOf('data-sharing');
  const dt = 0.1;
  const edge = Math.log((1 - delta) / delta);
  const sigma = [q.sigma_A, q.sigma_B, q.sigma_M];
  let reached = 0;
  for (let path = 0; path < paths; path++) {
    const stream = createStream(key, 0, path);
    const y = initial.map((x) => Math.log(x / (1 - x)));
    for (let step = 0; step < horizon / dt; step++) {
      const x = y.map((odds) => 1 / (1 + Math.exp(-odds))) as [number, number, number];
      const z = [...normalPair(stream.word(), stream.word()), ...normalPair(stream.word(), stream.word())];
      dataSharingAdvantages(q, x).forEach((advantage, i) => {
        y[i]! += (advantage + sigma[i]! ** 2 * (x[i]! - 0.5)) * dt + sigma[i]! * Math.sqrt(dt) * z[i]!;
      });
    }
    reached += y.every((odds) => odds >= edge) ? 1 : 0;
  }
  return reached / paths;
}

describe('the probabilities of full sharing', () => {
  const paths = 2000;
  it.each(Object.entries(dataSharingOutcomes.probability))('scenario %s: %d', (name, probability) => {
    const scenario = dataSharingScenarios[name as keyof typeof dataSharingScenarios];
    const estimate = proportionSharing({ ...dataSharingDefaults, ...scenario }, paths);
    // The tolerance of the figures and the bias of this coarse step, 0.008, come on top of five standard errors of this small
    // run; a false alarm has probability 6e-7.
    const standardError = Math.sqrt((probability * (1 - probability)) / paths);
    expectWithin(estimate, probability, standardError + (dataSharingOutcomes.tolerance + 0.008) / 5);
  });
});
