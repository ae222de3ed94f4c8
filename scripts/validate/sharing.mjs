/**
 * The bundled game of data sharing: its probabilities by another solver, and the claims of the paper that it is after.
 */
import { equilibria } from '@trilogue/analysis';
import { bundledGame, pointAt } from '@trilogue/core';
import { simulate, sweep } from '@trilogue/engine';

const full = 'P(share,share,coordinate)';

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Backend} backend @param {import('./answers.mjs').Tell} tell */
export async function outcomes({ dataSharingOutcomes }, backend, tell) {
  const group = {
    title: 'Full data sharing, against an independent solver',
    source:
      "Euler's method in double precision, written apart from the engine, 200,000 paths; its own error is in the bound.",
  };
  const game = bundledGame('data-sharing');
  const { probability, tolerance: limit } = dataSharingOutcomes;
  const common = { game, dt: 0.025, paths: 200_000, times: 0, passages: false, backend };
  for (const [scenario, exact] of Object.entries(probability)) {
    const ours = (await simulate({ ...common, scenario })).outcomes[0].probability;
    tell({ group, question: scenario, exact, ours, distance: { error: Math.abs(ours - exact), limit } });
  }
}

/** @param {import('./answers.mjs').Backend} backend @param {import('./answers.mjs').Tell} tell */
export async function claims(backend, tell) {
  const group = {
    title: 'Claims of Dong, Liu and Mi (2023)',
    source:
      'Systems 11(4), 212; the payoffs are a reconstruction ([the model](../model-data-sharing.md)). A direction, by more than five standard errors.',
  };
  const game = bundledGame('data-sharing');
  const common = { game, paths: 50_000, backend };
  const { type } = equilibria(game, pointAt(game)).equilibria.find(
    ({ profile }) => profile?.join() === 'share,share,coordinate',
  ) ?? { type: 'not found' };
  tell({
    group,
    question: 'full sharing with coordination',
    exact: 'sink',
    ours: type,
    distance: { same: type === 'sink' },
  });
  for (const [name, from, to, metric, words] of /** @type {const} */ ([
    ['I_A', 1, 4, full, 'rises'],
    ['I_B', 1, 3, full, 'rises'],
    // between them it rises first: it is largest where the outcome is open for longest
    ['tau', 0.3, 0.9, 'gap(A.share,B.share)', 'falls in the end'],
    ['kappa', 0, 0.8, full, 'rises'],
    ['p', 0, 2, full, 'rises'],
    ['v', 0.6, 2.5, full, 'rises'],
    ['d', 0, 1.5, full, 'rises'],
  ])) {
    const [first, last] = readCells(await sweep({ ...common, x: { name, from, to, count: 2 }, metric }));
    const z = (last.value - first.value) / Math.hypot(first.error, last.error);
    const same = words === 'rises' ? z > 5 : z < -5;
    const ours = `${first.value.toFixed(4)} to ${last.value.toFixed(4)}, z = ${z.toFixed(0)}`;
    tell({ group, question: `${metric} with ${name} from ${from} to ${to}`, exact: words, ours, distance: { same } });
    if (name !== 'I_A' && name !== 'I_B') continue;
    // e I for each department that shares with the other, in expectation
    const { e, I_A, I_B } = pointAt(game).parameters;
    const other = name === 'I_A' ? I_B : I_A;
    const effects = [e * (from + other) * first.value, e * (to + other) * last.value];
    const errors = [e * (from + other) * first.error, e * (to + other) * last.error];
    const zEffect = (effects[1] - effects[0]) / Math.hypot(...errors);
    tell({
      group,
      question: `external effect of full sharing with ${name} from ${from} to ${to}`,
      exact: 'rises',
      ours: `${effects[0].toFixed(3)} to ${effects[1].toFixed(3)}, z = ${zEffect.toFixed(0)}`,
      distance: { same: zEffect > 5 },
    });
  }
  const reward = { name: 'w', from: 0, to: 1.5, count: 16 };
  const cells = readCells(await sweep({ ...common, x: reward, metric: full }));
  const best = cells.reduce((found, cell, i) => (cell.value > cells[found].value ? i : found), 0);
  const at = (/** @type {number} */ i) => `${cells[i].value.toFixed(4)} at ${(i / 10).toFixed(1)}`;
  const ends = [cells[0], cells[15]].map(
    ({ value, error }) => (cells[best].value - value) / Math.hypot(cells[best].error, error),
  );
  tell({
    group,
    question: `${full} with the reward w from 0 to 1.5`,
    exact: 'rises, then falls',
    ours: `${at(0)}, ${at(best)}, ${at(15)}, z = ${ends.map((z) => z.toFixed(0)).join(' and ')}`,
    distance: { same: best > 0 && best < 15 && ends.every((z) => z > 5) },
  });
}

/** Values along x with standard errors. @param {import('@trilogue/engine').SweepResult} result */
function readCells({ values, low, high }) {
  return values[0].map((value, i) => ({
    value: Number(value),
    error: (Number(high[0][i]) - Number(low[0][i])) / (2 * 1.96),
  }));
}
