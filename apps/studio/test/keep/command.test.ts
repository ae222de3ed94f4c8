/** Commands for the terminal, and figures as files. */
import { bundledGameText } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import {
  pathCommands,
  recommendCommand,
  simulateCommand,
  simulateCommands,
  sobolCommand,
  sweepCommand,
  tornadoCommand,
} from '../../src/keep/command';
import { factorsOf } from '../../src/state/factors';
import { modelOf } from '../../src/state/model';
import { firstState, type StudioState, stateOfGame } from '../../src/state/state';

const model = (state: StudioState) => modelOf(state).model!;

describe('commands', () => {
  it('name what differs from the game file, and nothing else', () => {
    const state = firstState();
    expect(simulateCommand(state, model(state), 'wasm')).toBe(
      'trilogue simulate data-sharing --seed trilogue --tolerance 0.01 --backend wasm',
    );
  });

  it('quote what a shell would take apart', () => {
    const state: StudioState = {
      ...firstState(),
      seed: "it's 种子",
      set: { tau: 0.7, p: 1 },
      scenario: 'independent',
      horizon: 12,
      tolerance: null,
      paths: 500,
      dt: 0.1,
    };
    expect(simulateCommand(state, model(state), null)).toBe(
      "trilogue simulate data-sharing --scenario independent --set tau=0.7 --set p=1 --seed 'it'\\''s 种子' --paths 500 --horizon 12 --dt 0.1",
    );
    // an axis varies, so what it was set to has no effect
    expect(sweepCommand(state, model(state), 'webgpu')).toBe(
      "trilogue sweep data-sharing --x tau=0:1:41 --y p=0:2:41 --out heatmap --metric 'P(share,share,coordinate)' --scenario independent --seed 'it'\\''s 种子' --paths 500 --horizon 12 --dt 0.1 --backend webgpu",
    );
  });

  it('name WebAssembly where WebGL2 computed, which is in browsers alone', () => {
    const state = firstState();
    expect(simulateCommand(state, model(state), 'webgl2')).toMatch(/ --backend wasm$/);
  });

  it('leave out of Sobol indices what varies in them, and keep it in a tornado, which starts there', () => {
    const state: StudioState = { ...firstState(), set: { tau: 0.7, 'initial.A': 0.3 } };
    const factors = factorsOf(model(state));
    expect(sobolCommand(state, model(state), { factors, samples: 256 }, 'wasm')).toBe(
      "trilogue sensitivity data-sharing --method sobol --samples 256 --metric 'P(share,share,coordinate)' --set initial.A=0.3 --seed trilogue --backend wasm",
    );
    expect(tornadoCommand(state, model(state), 'wasm')).toContain(' --set tau=0.7 --set initial.A=0.3 ');
  });

  it('name the levers and the goal of a recommendation', () => {
    const state = firstState();
    const levers = factorsOf(model(state)).slice(0, 2);
    const wanted = { target: { value: 0.1, goal: 'at-most' }, levers } as const;
    expect(recommendCommand(state, model(state), wanted, 'wasm')).toBe(
      "trilogue recommend data-sharing --target 0.1 --goal at-most --factors I_A,I_B --metric 'P(share,share,coordinate)' --seed trilogue --backend wasm",
    );
  });

  it('are a line for each scenario and for each path', () => {
    const state = firstState();
    const points: Parameters<typeof simulateCommands>[2] = [
      { scenario: undefined, set: {} },
      { scenario: 'independent', set: { tau: 1 } },
    ];
    const lines = simulateCommands(state, model(state), points, null).split('\n');
    expect(lines.map((line) => line.replace(/ --seed.*/, ''))).toEqual([
      'trilogue simulate data-sharing',
      'trilogue simulate data-sharing --scenario independent --set tau=1',
    ]);
    expect(pathCommands(state, model(state), { paths: 2, scheme: 'euler', dt: 0.05 }, null)[1]).toBe(
      'trilogue simulate data-sharing --seed trilogue --dt 0.05 --scheme euler --path 1 > path-1.csv',
    );
  });

  it('name the file of an own game', () => {
    const state = stateOfGame(`${bundledGameText('hawk-dove')}# mine\n`);
    expect(simulateCommand(state, model(state), null)).toMatch(/^trilogue simulate hawk-dove\.game\.yaml /);
  });
});
