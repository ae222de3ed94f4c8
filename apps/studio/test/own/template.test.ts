/** New games from the form can be computed at once. */
import { describe, expect, it } from 'vitest';
import { newGameText } from '../../src/own/template';
import { modelOf } from '../../src/state/model';
import { stateOfGame } from '../../src/state/state';

const letters = ['A', 'B', 'C', 'D'];

describe('newGameText', () => {
  it.each([1, 2, 3, 4])('makes a game of %i players with a payoff for every profile', (count) => {
    const players = letters
      .slice(0, count)
      .map((name, k) => ({ name, strategies: ['x', 'y', 'z'].slice(0, 2 + (k % 2)) }));
    const text = newGameText({ name: 'mine', title: 'Quotes " and: colons', players });
    const { model, fault } = modelOf(stateOfGame(text));
    expect(fault).toBeNull();
    expect(model!.game.title).toBe('Quotes " and: colons');
    expect(model!.game.table).toHaveLength(players.reduce((product, { strategies }) => product * strategies.length, 1));
    expect(model!.metric).toBe(`P(${players.map(() => 'x').join(',')})`);
  });

  it('leaves wrong names to the reader of game files', () => {
    const text = newGameText({ name: 'mine', title: '', players: [{ name: '1', strategies: ['x'] }] });
    expect(modelOf(stateOfGame(text)).fault?.where).toBe('game');
  });
});
