import { backendNames, choosesSteps, type SchemeName, schemes } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import type { BackendSurvey } from '../../src/backends/survey.js';
import { trilogueJson } from '../trilogue.js';

const stepped = Object.keys(schemes).filter((name) => !choosesSteps(name as SchemeName));

describe('trilogue backends', () => {
  it('says of each whether it works, how fast, or why not', async () => {
    const { auto, backends } = await trilogueJson<BackendSurvey>(['backends', '--threads', '1']);
    expect(backends.map(({ name }) => name)).toEqual(backendNames);
    for (const { available, reason, device, stepsPerSecond } of backends) {
      expect(Object.keys(stepsPerSecond)).toEqual(available ? stepped : []);
      for (const speed of Object.values(stepsPerSecond)) expect(speed).toBeGreaterThan(0);
      if (available) expect(device).toEqual(expect.any(String));
      else expect(reason).toEqual(expect.stringMatching(/.{10}/));
    }
    const chosen = backends.find(({ name }) => name === auto.name);
    expect(chosen).toMatchObject({ available: true, device: auto.device });
    expect(backends.find(({ name }) => name === 'wasm')).toMatchObject({ available: true, threads: 1 });
    expect(backends.find(({ name }) => name === 'webgl2')).toMatchObject({ available: false });
  });
});
