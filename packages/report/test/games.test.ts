/**
 * A report of every kind of game that there is: what a game lacks is left out with a sentence, and no figure is missing.
 */
import { bundledGame, bundledGameNames, defineGame, type Game } from '@trilogue/core';
import { type Backend, openBackend } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../src/report.js';
import { quickOptions } from './job.js';

const bare = defineGame({
  game: 'bare',
  players: { one: { strategies: ['go', 'stay'] } },
  against: 'self',
  payoffs: { one: { go: '1 - 2*one.go', stay: '0' } },
  noise: { kind: 'none' },
  horizon: 5,
});

const four = defineGame({
  game: 'four',
  players: Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { strategies: ['yes', 'no'] }])),
  parameters: { gain: { value: 2, range: [1, 3] } },
  payoffs: Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name, i) => [name, { yes: `gain*${'abcd'[(i + 1) % 4]}.yes - 1`, no: '0' }]),
  ),
  noise: { kind: 'demographic', sigma: { a: 0.3, b: 0.3, c: 0.3, d: 0.3 } },
  horizon: 5,
});

const wide = defineGame({
  game: 'wide',
  players: { left: { strategies: ['u', 'v', 'w'] }, right: { strategies: ['x', 'y'] } },
  parameters: { k: { value: 1 }, q: { value: 1, range: [-1, 1] } },
  payoffs: {
    left: { u: 'k*right.x', v: 'right.y', w: '0.5' },
    // not defined in the middle of the range of q
    right: { x: 'left.u/q', y: 'left.v' },
  },
  noise: { sigma: { left: 0.2, right: 0.2 } },
  scenarios: { low: { k: 0.5 } },
  horizon: 5,
});

const sections = [
  ...['summary', 'game', 'equilibria', 'noise', 'dynamics', 'outcomes', 'start', 'factors', 'pair', 'scenarios'],
  ...['recommendation', 'method', 'reproduce'],
];

const moved = defineGame({
  game: 'moved',
  players: { one: { strategies: ['go', 'stay'] }, two: { strategies: ['go', 'stay'] } },
  dynamics: 'smith',
  mutation: 0.01,
  payoffs: { one: { go: 'two.go', stay: '0.4' }, two: { go: 'one.go', stay: '0.4' } },
  noise: { kind: 'demographic', common: true, sigma: { one: 0.2, two: 0.2 } },
  horizon: 2,
});

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 1 })).backend;
});
afterAll(() => backend.close());

/** A metric without a target that goes without saying spares the recommendation, which has tests of its own. */
async function reportOf(game: Game, spare = true): Promise<string> {
  const { name, strategies } = game.players[0]!;
  const options = quickOptions(game, backend, spare ? { metric: `sd(${name}.${strategies[0]})` } : {});
  const { page } = await report(options, { command: 'trilogue', version: '1.2.3', host: 'a test' });
  return page;
}

describe('a report', () => {
  it.each([...bundledGameNames.map((name) => bundledGame(name)), four, wide].map((game) => [game.name, game] as const))(
    'of %s has every section and no figure that is none',
    async (_, game) => {
      const page = await reportOf(game);
      expect(sections.filter((id) => !page.includes(`<h2 id="${id}">`))).toEqual([]);
      expect(page.includes('<h2 id="claims">')).toBe(game.name === 'data-sharing');
      const words = page.replaceAll(/<svg[\s\S]*?<\/svg>/g, '').replaceAll(/<style>[\s\S]*?<\/style>/g, '');
      expect(words.match(/.{0,60}(NaN|undefined|\[object|(?<!= )Infinity).{0,60}/g)).toBeNull();
    },
    60_000,
  );

  it('of a game with nothing but payoffs says what is left out', async () => {
    const page = await reportOf(bare, false);
    const sentences = [
      'The game has no noise',
      'The state is one share',
      'No parameter of the game file has a range',
      'The game file has no scenarios',
      'There is no recommendation.',
      'The game file names no source',
    ];
    expect(sentences.filter((sentence) => !page.includes(sentence))).toEqual([]);
  });

  it('tells other dynamics, mutation and shared noise as what they are', async () => {
    const page = await reportOf(moved);
    for (const sentence of [
      'Smith dynamics: ',
      'at a rate (mutation)',
      'All players have the same Brownian motions.',
    ]) {
      expect(page.split(sentence).length - 1, sentence).toBeGreaterThanOrEqual(2);
    }
    expect(page).toContain('Source: Smith (1984).');
    expect(page).not.toContain('Brownian motion of its own');
    expect(page).not.toContain('The replicator equation for the share');
    expect(page).not.toContain('imitate what pays better');
  });

  it('says of which parameter the range holds values that the game is not defined at', async () => {
    const [, fault] = /Without figures[^<]*<\/p>\s*<ul><li>(.*?)<\/li>/.exec(await reportOf(wide)) ?? [];
    expect(fault).toContain('q: at ');
  });
});
