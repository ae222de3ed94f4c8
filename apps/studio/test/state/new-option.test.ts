/** An option that decides numbers and that nobody has heard of goes into links, jobs and copied commands. */
import { type SweepOption, sweepOptions } from '@trilogue/engine';
import { beforeAll, describe, expect, it } from 'vitest';

const burnIn: SweepOption<number> = {
  flag: '--burn-in',
  expected: 'a finite number',
  is: (value): value is number => Number.isFinite(value),
  unset: 'none',
  text: String,
};

let addresses: typeof import('../../src/address/address');
let states: typeof import('../../src/state/state');
let models: typeof import('../../src/state/model');
let specs: typeof import('../../src/compute/spec');
let studies: typeof import('../../src/compute/study');
let histories: typeof import('../../src/state/history');
let commands: typeof import('../../src/keep/command');
beforeAll(async () => {
  // before anything makes a form of the options
  Object.assign(sweepOptions, { burnIn });
  addresses = await import('../../src/address/address');
  states = await import('../../src/state/state');
  models = await import('../../src/state/model');
  specs = await import('../../src/compute/spec');
  studies = await import('../../src/compute/study');
  histories = await import('../../src/state/history');
  commands = await import('../../src/keep/command');
});

describe('an option that is new', () => {
  it('goes into the link and comes back from it, and is undone', async () => {
    const first = states.firstState();
    expect(first).toMatchObject({ burnIn: null });
    const changed = { ...first, burnIn: 5 };
    expect(await addresses.readAddress(await addresses.writeAddress(changed))).toEqual(changed);
    const wrong = await addresses.writeAddress({ ...first, burnIn: 'five' } as typeof first);
    await expect(addresses.readAddress(wrong)).rejects.toThrow('burnIn: found "five"; expected a finite number.');
    const action = { type: 'change', change: { burnIn: 5 } } as const;
    const done = histories.reduceHistory(histories.historyOf(first), { type: 'do', action: action as never });
    expect(done.present).toEqual(changed);
    expect(histories.reduceHistory(done, { type: 'undo' }).present).toEqual(first);
  });

  it('reaches every run', () => {
    const { model } = models.modelOf({ ...states.firstState(), burnIn: 5 } as ReturnType<typeof states.firstState>);
    expect(specs.specOf(model!)).toMatchObject({ burnIn: 5 });
    const run = { backend: null, signal: null } as unknown as Parameters<typeof studies.studyModel>[2];
    expect(studies.studyModel(specs.specOf(model!), model!.metric, run)).toMatchObject({ burnIn: 5 });
  });

  it('stands in every command that runs paths, with the others', () => {
    const state = { ...states.firstState(), burnIn: 5, delta: 0.1, horizon: 7 };
    const model = models.modelOf(state).model!;
    const recommended = { target: { value: 0.9, goal: 'at-least' }, levers: [] } as const;
    const path = { paths: 1, scheme: 'euler', dt: 0.1 } as const;
    for (const command of [
      commands.simulateCommand(state, model, 'wasm'),
      commands.pathCommands(state, model, path, 'wasm')[0],
      commands.sweepCommand(state, model, 'wasm'),
      commands.sobolCommand(state, model, { factors: [], samples: 8 }, 'wasm'),
      commands.tornadoCommand(state, model, 'wasm'),
      commands.recommendCommand(state, model, recommended, 'wasm'),
      commands.reportCommand(state, model, undefined, 'wasm'),
    ]) {
      expect(command).toMatch(/ --seed trilogue .*--horizon 7 .*--delta 0.1 --burn-in 5 --backend wasm/);
    }
  });
});
