/**
 * Games that are legal and large: as many players, strategies and terms as the limits let through. Whatever is asked of such a game is
 * answered, or refused with words, within the time of all targets.
 */
import { conditions, equilibria } from '@trilogue/analysis';
import { describeGame, GameError, gameLimits, pointAt, readGame } from '@trilogue/core';
import fc from 'fast-check';
import { exportDocument } from '../../apps/cli/dist/export/document.js';
import { latexDocument } from '../../apps/cli/dist/export/latex/document.js';
import { matlabScript } from '../../apps/cli/dist/export/matlab/script.js';
import { subjectOf } from '../../apps/cli/dist/export/subject.js';
import { tables } from '../../apps/cli/dist/export/tables.js';

const size = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(2, 3) }, fc.integer({ min: 2, max: 8 }));

/** Formulas of one strategy: sums of products of shares and parameters, where-expressions that use each other, powers of sums. */
const formulas = fc.record({
  terms: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 6 }) }, fc.nat({ max: 60 })),
  factors: fc.integer({ min: 1, max: 6 }),
  power: fc.integer({ min: 1, max: 6 }),
  parameters: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }, fc.integer({ min: 1, max: 60 })),
  where: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 3 }) }, fc.nat({ max: 200 })),
  pick: fc.integer({ min: 1, max: 2 ** 30 }),
});

const largeGames = fc
  .tuple(fc.array(size, { minLength: 1, maxLength: 8 }), formulas, fc.constantFrom('none', 'replicator'))
  .map(([sizes, { terms, factors, power, parameters, where, pick }, noise]) => {
    let state = pick;
    const next = (/** @type {number} */ below) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const players = sizes.map((count, i) => ({ name: `P${i}`, own: Array.from({ length: count }, (_, s) => `s${s}`) }));
    const share = () => {
      const { name, own } = players[next(players.length)];
      return `${name}.${own[next(own.length)]}`;
    };
    const parameter = () => `k${next(parameters)}`;
    const factor = () => (next(3) === 0 ? parameter() : share());
    const product = () => Array.from({ length: 1 + next(factors) }, factor).join('*');
    const sum = () => Array.from({ length: 1 + next(terms + 1) }, product).join(' + ');
    const names = Array.from({ length: where }, (_, i) => `w${i}`);
    const wheres = names.map((name, i) => {
      const before = i === 0 ? parameter() : `w${next(3) === 0 ? next(i) : i - 1}`;
      return `  ${name}: ${before} ${['+', '-', '*'][next(3)]} ${parameter()}`;
    });
    const formula = () => {
      const own = next(3) === 0 ? `(${sum()})^${1 + next(power)}` : sum();
      return where === 0 ? own : `${own} + ${names.at(-1)}`;
    };
    return `${[
      'game: large',
      ...['players:', ...players.map(({ name, own }) => `  ${name}: { strategies: [${own.join(', ')}] }`)],
      'parameters:',
      ...Array.from({ length: parameters }, (_, i) => `  k${i}: { value: ${next(9) / 4 - 1}, range: [-2, 2] }`),
      ...(where === 0 ? [] : ['where:', ...wheres]),
      'payoffs:',
      ...players.flatMap(({ name, own }) => [
        `  ${name}:`,
        ...own.map((strategy) => `    ${strategy}: "${formula()}"`),
      ]),
      noise === 'none'
        ? 'noise: { kind: none }'
        : `noise: { kind: replicator, sigma: { ${players.map(({ name }) => `${name}: 0.2`).join(', ')} } }`,
      'horizon: 1',
    ].join('\n')}\n`;
  });

/**
 * Every analysis of a game by its name, as the command line, the report and the page ask for it.
 *
 * @type {Readonly<Record<string, (game: import('@trilogue/core').Game, point: import('@trilogue/core').Point) => void>>}
 */
const analyses = {
  words: describeGame,
  equilibria,
  conditions: (game, point) => listed(game) && conditions(game, point),
  export(game, point) {
    if (!listed(game)) return;
    const subject = subjectOf(game, point);
    matlabScript(game, point, '1');
    latexDocument(subject, '1');
    exportDocument(subject, '1');
    for (const table of Object.values(tables)) table(subject);
  },
};

/** @param {import('@trilogue/core').Game} game */
function listed({ players }) {
  return players.reduce((total, { strategies }) => total * strategies.length, 1) <= gameLimits.rows;
}

/** @type {readonly import('./targets.mjs').Target[]} */
export const analysisTargets = Object.entries(analyses).map(([name, analysis]) => ({
  name: `${name} of large games`,
  slow: true,
  texts: largeGames,
  law(text) {
    try {
      const game = readGame(text);
      analysis(game, pointAt(game));
    } catch (error) {
      if (!(error instanceof GameError) || error.message === '') throw error;
    }
  },
}));
