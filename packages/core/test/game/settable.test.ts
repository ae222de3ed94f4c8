/** What settable names stand for. */
import { describe, expect, it } from 'vitest';
import { readGame } from '../../src/file/read-game.js';
import { settables } from '../../src/game/settable.js';

const game = (noise: string) =>
  readGame(`
    game: small
    horizon: 1
    players: { A: { strategies: [up, down] }, B: { strategies: [left, middle, right] } }
    parameters: { q: { value: 0.25 }, sigma_B: { value: 0.1 } }
    payoffs: { A: { up: 1, down: 0 }, B: { left: 1, middle: 2, right: 3 } }
    ${noise}`);

const shares = [
  ['initial.A', { kind: 'initial', player: 0, strategy: 0 }],
  ['initial.A.up', { kind: 'initial', player: 0, strategy: 0 }],
  ['initial.A.down', { kind: 'initial', player: 0, strategy: 1 }],
  ['initial.B.left', { kind: 'initial', player: 1, strategy: 0 }],
  ['initial.B.middle', { kind: 'initial', player: 1, strategy: 1 }],
  ['initial.B.right', { kind: 'initial', player: 1, strategy: 2 }],
];

describe('settables', () => {
  it('are parameters, intensities that are no parameters, and shares', () => {
    expect([...settables(game('noise: { sigma: { A: 0.2, B: sigma_B } }'))]).toEqual([
      ['q', { kind: 'parameter', name: 'q' }],
      ['sigma_B', { kind: 'parameter', name: 'sigma_B' }],
      ['sigma_A', { kind: 'sigma', player: 0 }],
      ...shares,
    ]);
  });

  it('have no intensities where a game has no noise', () => {
    expect([...settables(game('noise: { kind: none }'))]).toEqual([
      ['q', { kind: 'parameter', name: 'q' }],
      ['sigma_B', { kind: 'parameter', name: 'sigma_B' }],
      ...shares,
    ]);
  });
});
