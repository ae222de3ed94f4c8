/** A game without noise in every view: its one path chooses its steps, and nothing on the page fails for it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAddress } from '../../src/address/address';
import { stateOfGame } from '../../src/state/state';
import { type OpenStudio, openStudio } from './studio';

const text = `game: chase
title: Two that chase each other
players: { A: { strategies: [a, b] }, B: { strategies: [c, d] } }
parameters: { k: { value: 1, range: [0.5, 2] }, l: { value: 0.4, range: [0, 1] } }
payoffs: { A: { a: k*(2*B.c - 1), b: 0 }, B: { c: k*(l - A.a), d: 0 } }
noise: { kind: none }
initial: { A: 0.3, B: 0.5 }
horizon: 15
`;
const pictures = process.env.PICTURES;

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
}, 60_000);
afterAll(async () => {
  await studio?.close();
});

describe('a game without noise', () => {
  it.each(['overview', 'outcomes', 'evolution', 'heatmap', 'cube', 'sensitivity'] as const)(
    'is drawn in the view %s',
    async (view) => {
      const state = { ...stateOfGame(text), language: 'en' as const, gameText: text, view };
      await studio.page.goto('about:blank');
      await studio.page.goto(studio.server.url + (await writeAddress(state)));
      // a game of a link waits to be asked for, once
      if (view === 'overview') await studio.page.getByRole('button', { name: 'Open it' }).click();
      await studio.settled();
      expect(studio.problems).toEqual([]);
      expect(await studio.page.locator('main svg').count()).toBeGreaterThan(0);
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await studio.page.screenshot({ path: join(pictures, `${view}.png`) });
      }
    },
  );
});
