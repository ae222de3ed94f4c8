/** What can be computed of a state, also where the state does not fit its game. */
import { bundledGameNames, bundledGameText } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../src/state/model';
import { firstState, stateOfGame } from '../../src/state/state';

describe('modelOf', () => {
  it.each(bundledGameNames)('reads the bundled game %s with axes and a metric of its own', (name) => {
    const { model } = modelOf(stateOfGame(bundledGameText(name)));
    expect(model?.game.name).toBe(name);
    expect(model?.metric).toMatch(/^P\(/);
    expect(model?.axes?.x.name).not.toBe(model?.axes?.y.name);
    expect(model?.axes?.x.from).toBeLessThan(model!.axes!.x.to);
  });

  it('says what is wrong in the game file, with its place', () => {
    const state = firstState();
    const { fault } = modelOf({ ...state, gameText: state.gameText.replace('A: 0\n', 'A: beta\n') });
    expect(fault?.where).toBe('game');
    expect(fault?.faults).toMatchObject([{ path: 'payoffs[7].pay.A', code: 'unknown-name' }]);
  });

  it('says which value cannot be', () => {
    const { fault } = modelOf({ ...firstState(), set: { sigma_A: -1 } });
    expect(fault).toMatchObject({ where: 'point', faults: [{ code: 'bad-value' }] });
  });

  it('leaves out what a changed game does not know, and keeps it in the state', () => {
    const state = { ...firstState(), set: { tau: 0.7 }, scenario: 'independent' };
    const other = { ...state, gameText: bundledGameText('hawk-dove') };
    const read = modelOf(other);
    expect(read.model).toMatchObject({ set: {}, scenario: undefined });
    expect(read.model?.metric).toMatch(/^P\(/);
    expect(read).toMatchObject({
      leftOut: [
        { kind: 'scenario', name: 'independent' },
        { kind: 'value', name: 'tau' },
        { kind: 'axis', name: 'tau' },
        { kind: 'axis', name: 'p' },
        { kind: 'metric', name: 'P(share,share,coordinate)' },
      ],
    });
    expect(modelOf(state)).toMatchObject({ leftOut: [] });
    expect(modelOf({ ...other, gameText: state.gameText }).model).toMatchObject({ set: { tau: 0.7 } });
  });
});
