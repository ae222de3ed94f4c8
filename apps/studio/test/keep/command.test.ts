/** Commands for the terminal, and figures as files. */
import { bundledGameText } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { simulateCommand, sweepCommand } from '../../src/keep/command';
import { modelOf } from '../../src/state/model';
import { firstState, type StudioState, stateOfGame } from '../../src/state/state';

const model = (state: StudioState) => modelOf(state).model!;

describe('commands', () => {
  it('name what differs from the game file, and nothing else', () => {
    const state = firstState();
    expect(simulateCommand(state, model(state), 'wasm')).toBe(
      'trilogue simulate data-sharing --tolerance 0.01 --seed trilogue --backend wasm',
    );
  });

  it('quote what a shell would take apart', () => {
    const state: StudioState = {
      ...firstState(),
      seed: "it's 种子",
      set: { tau: 0.7, p: 1 },
      scenario: 'independent',
      horizon: 12,
      accuracy: { paths: 500, dt: 0.1 },
    };
    expect(simulateCommand(state, model(state), null)).toBe(
      "trilogue simulate data-sharing --scenario independent --set tau=0.7 --set p=1 --horizon 12 --paths 500 --dt 0.1 --seed 'it'\\''s 种子'",
    );
    // an axis varies, so what it was set to has no effect
    expect(sweepCommand(state, model(state), 'webgpu')).toBe(
      "trilogue sweep data-sharing --scenario independent --horizon 12 --paths 500 --dt 0.1 --seed 'it'\\''s 种子' --backend webgpu --x tau=0:1:41 --y p=0:2:41 --metric 'P(share,share,coordinate)' --out heatmap",
    );
  });

  it('name the file of an own game', () => {
    const state = stateOfGame(`${bundledGameText('hawk-dove')}# mine\n`);
    expect(simulateCommand(state, model(state), null)).toMatch(/^trilogue simulate hawk-dove\.game\.yaml /);
  });
});
