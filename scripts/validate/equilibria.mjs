/**
 * Equilibria, their stability and their conditions, where these can be worked out by hand.
 */
import { conditions, equilibria, stochasticStability } from '@trilogue/analysis';
import { bundledGame, pointAt, readGame } from '@trilogue/core';

/** Rounding of double precision, with much to spare. */
const limit = 1e-9;

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
export function equilibriumAnswers(problems, tell) {
  battle(problems, tell);
  mixed(problems, tell);
  inside(problems, tell);
  families(problems, tell);
  sharing(problems, tell);
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
function battle({ battleOfTheSexes, battleOfTheSexesEquilibria }, tell) {
  const group = { title: 'Equilibria of the battle of the sexes', source: 'Luce and Raiffa (1957); Jacobian by hand.' };
  const game = readGame(battleOfTheSexes);
  const found = equilibria(game, pointAt(game)).equilibria;
  for (const { shares, eigenvalues, type } of battleOfTheSexesEquilibria) {
    const near = found.map((other) => {
      const distance = Math.max(...shares.map((share, i) => Math.abs(share - other.shares[i][0])));
      return { other, distance };
    });
    const { other, distance } = near.reduce((best, next) => (next.distance < best.distance ? next : best));
    const question = `at (${shares.map((share) => share.toFixed(3)).join(', ')})`;
    tell({ group, question: `${question}: type`, ...same(type, other.type) });
    const exact = Math.min(...eigenvalues);
    const ours = Math.min(...other.eigenvalues.map(([real]) => real));
    const error = Math.max(distance, Math.abs(ours - exact));
    tell({ group, question: `${question}: smallest eigenvalue`, exact, ours, distance: { error, limit } });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
function mixed({ hawkDoveMixed, matchingPenniesMixed, rockPaperScissorsMixed }, tell) {
  const group = {
    title: 'Mixed equilibria of bundled games',
    source: 'Maynard Smith and Price (1973); Hofbauer and Sigmund (1998), sections 7.7 and 10.3.',
  };
  for (const [name, set, known] of /** @type {const} */ ([
    ['hawk-dove', { V: 2, C: 3 }, hawkDoveMixed(2, 3)],
    ['rock-paper-scissors', { win: 2, loss: 1 }, rockPaperScissorsMixed(2, 1)],
    ['rock-paper-scissors', { win: 1, loss: 2 }, rockPaperScissorsMixed(1, 2)],
    ['matching-pennies', { stake: 1.5 }, matchingPenniesMixed(1.5)],
  ])) {
    const game = bundledGame(name);
    const all = equilibria(game, pointAt(game, { set })).equilibria;
    const found = all.filter(({ shares }) => shares.flat().every((share) => share > 0));
    const values = Object.entries(set).map(([key, value]) => `${key} ${value}`);
    const question = `${name}, ${values.join(', ')}`;
    tell({ group, question: `${question}: type`, ...same(known.type, found.map(({ type }) => type).join()) });
    const [re, im] = known.eigenvalues[0];
    const [ours] = found[0].eigenvalues;
    const error = Math.max(
      ...known.shares.map((share, i) => Math.abs(share - found[0].shares[0][i])),
      Math.hypot(ours[0] - re, Math.abs(ours[1]) - Math.abs(im)),
    );
    tell({
      group,
      question: `${question}: first eigenvalue`,
      exact: complex(re, im),
      ours: complex(...ours),
      distance: { error, limit },
    });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
function inside({ twoInteriorCases, twoInteriorEquilibria, twoInteriorShares }, tell) {
  const group = {
    title: 'Interior equilibria of three players',
    source: 'A game made for it: shares t of all three with t² - t + q = 0.',
  };
  for (const q of Object.values(twoInteriorCases)) {
    const found = equilibria(readGame(twoInteriorEquilibria(q)));
    const ours = found.equilibria.flatMap(({ shares }) =>
      shares.flat().every((share) => share > 0) ? [shares[0][0]] : [],
    );
    const exact = twoInteriorShares(q);
    const error =
      exact.length === ours.length && found.complete
        ? Math.max(0, ...exact.map((share, i) => Math.abs(share - ours[i])))
        : Number.POSITIVE_INFINITY;
    const shown = (/** @type {number[]} */ shares) => shares.map((share) => share.toFixed(5)).join(', ') || 'none';
    tell({ group, question: `q = ${q}`, exact: shown(exact), ours: shown(ours), distance: { error, limit } });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
function families({ diagonal, edgesOfEquilibria, lineInTheCube, twinDoves, zeroGame }, tell) {
  const group = { title: 'Lines and surfaces of equilibria', source: 'Games made for it; by hand.' };
  for (const [question, text, exact] of /** @type {const} */ ([
    ['all payoffs 0', zeroGame, 'one of dimension 2'],
    ['two edges of a square', edgesOfEquilibria, 'two of dimension 1'],
    ['hawks and two kinds of dove', twinDoves, 'two of dimension 1'],
    ['a line in the cube: z = 1/2, x = y', lineInTheCube, '-0.5 + C.up = 0, A.up - B.up = 0'],
    ['the diagonal of the cube', diagonal, 'A.up - C.up = 0, B.up - C.up = 0'],
  ])) {
    const { continua } = equilibria(readGame(text));
    const within = continua.filter(({ face }) => face.length === 3 && face.every((own) => own.length === 2));
    const dimensions = [...new Set(continua.map(({ dimension }) => dimension))].join(' and ');
    const counted = `${['none', 'one', 'two'][continua.length] ?? continua.length} of dimension ${dimensions}`;
    const ours = exact.includes('=') ? within.map(({ equations }) => equations.join(', ')).join('; ') : counted;
    tell({ group, question, ...same(exact, ours) });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
function sharing({ dataSharingAdvantages, dataSharingDefaults, dataSharingScenarios }, tell) {
  const group = {
    title: 'Pure profiles of the data-sharing game',
    source: 'Eigenvalues are the payoff advantages at the corner, straight from the payoffs; the largest error of 24.',
  };
  const game = bundledGame('data-sharing');
  for (const [scenario, set] of Object.entries(dataSharingScenarios)) {
    const q = { ...dataSharingDefaults, ...set };
    const pure = equilibria(game, pointAt(game, { scenario })).equilibria.filter(({ profile }) => profile !== null);
    const rows = pure.map(({ shares, eigenvalues }) => {
      const [x, y, z] = shares.map(([first]) => first);
      const exact = dataSharingAdvantages(q, [x, y, z]).map((value, i) => (1 - 2 * [x, y, z][i]) * value);
      return { exact: exact.toSorted((a, b) => b - a), ours: eigenvalues.map(([real]) => real) };
    });
    const error = Math.max(...rows.flatMap(({ exact, ours }) => exact.map((value, i) => Math.abs(value - ours[i]))));
    const sinks = (/** @type {'exact' | 'ours'} */ which) => `${rows.filter((row) => row[which][0] < 0).length} stable`;
    tell({ group, question: scenario, exact: sinks('exact'), ours: sinks('ours'), distance: { error, limit } });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
export function conditionAnswers({ dataSharingDefaults: q }, tell) {
  const group = {
    title: 'Conditions of full sharing with coordination',
    source: 'By hand, from the payoffs of the data-sharing game.',
  };
  const [full] = conditions(bundledGame('data-sharing'));
  for (const [i, exact] of [
    'r_A*(1 - tau) + I_A*c*(1 - kappa) - b_A*(1 - phi) - w - p - I_A*e - s*tau*(1 + mu)',
    'r_B*(1 - tau) + I_B*c*(1 - kappa) - b_B*(1 - phi) - w - p - I_B*e - s*tau*(1 + mu)',
    '2*w + c_M - 2*v - 2*d',
  ].entries()) {
    const { expression } = full.conditions[i];
    tell({ group, question: `below 0 for ${['A', 'B', 'M'][i]}`, ...same(exact, expression) });
  }
  for (const [parameter, exact] of /** @type {const} */ ([
    ['c_M', 2 * (q.v - q.w) + 2 * q.d],
    ['w', q.v + q.d - q.c_M / 2],
  ])) {
    const ours = Number(full.intervals.find((interval) => interval.parameter === parameter)?.high);
    const error = Math.abs(ours - exact);
    tell({ group, question: `largest ${parameter} that keeps it stable`, exact, ours, distance: { error, limit } });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
export function exponentAnswers({ constantAdvantageGame }, tell) {
  const group = {
    title: 'Exponents under replicator noise',
    source: 'Geometric Brownian motion near a corner: L - σ²/2, L, 2 L + σ² (Mao 2007, chapter 4). L = 0.3, σ = 0.5.',
  };
  const [advantage, sigma] = [0.3, 0.5];
  const game = readGame(constantAdvantageGame('replicator', { advantage, sigma, initial: 0.5, horizon: 1 }));
  const [{ almostSure, firstMoment, secondMoment, almostSureFlip }] = stochasticStability(game)[1].directions;
  for (const [question, exact, found] of /** @type {const} */ ([
    ['almost every path', advantage - sigma ** 2 / 2, almostSure],
    ['the mean', advantage, firstMoment],
    ['the mean square', 2 * advantage + sigma ** 2, secondMoment],
    ['intensity at which almost every path turns stable', Math.sqrt(2 * advantage), almostSureFlip],
  ])) {
    const ours = Number(found);
    tell({ group, question, exact, ours, distance: { error: Math.abs(ours - exact), limit } });
  }
}

/** @param {string} exact @param {string} ours */
function same(exact, ours) {
  return { exact, ours, distance: { same: exact === ours } };
}

/** @param {number} re @param {number} im */
function complex(re, im) {
  const part = Math.abs(im) < 1e-12 ? '' : ` ± ${Math.abs(im).toFixed(5)} i`;
  return `${(Math.abs(re) < 1e-12 ? 0 : re).toFixed(5)}${part}`;
}
