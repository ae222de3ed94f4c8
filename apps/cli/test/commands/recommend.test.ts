import { bundledGame } from '@trilogue/core';
import type { Recommendation } from '@trilogue/study';
import { beforeAll, describe, expect, it } from 'vitest';
import { recommendText } from '../../src/recommend/text.js';
import { trilogue, trilogueJson } from '../trilogue.js';

const base = [
  'recommend',
  'data-sharing',
  '--backend',
  'wasm',
  '--threads',
  '2',
  '--dt',
  '0.25',
  '--factors',
  'tau,p,w,sigma_A',
];

describe('trilogue recommend', () => {
  let advice: Recommendation;
  beforeAll(async () => {
    advice = await trilogueJson<Recommendation>([...base, '--target', '0.9']);
  });

  it('finds the smallest changes, the reward that is best in between, and checks itself', () => {
    expect(advice).toMatchObject({ metric: 'P(share,share,coordinate)', target: 0.9, goal: 'at-least' });
    const of = (name: string) => advice.levers.find(({ parameter }) => parameter === name)!;
    expect(advice.levers[0]!.parameter).toBe('tau');
    expect(of('tau')).toMatchObject({ group: 'conceptual', from: 0.5, range: [0, 1], reachable: true });
    // 262,144 paths with Euler steps of 0.01 give 0.892 at 0.585 and 0.916 at 0.595
    expect(of('tau').value).toBeGreaterThan(0.585);
    expect(of('tau').value).toBeLessThan(0.595);
    expect(of('tau').low!).toBeLessThan(of('tau').high!);
    expect(of('w')).toMatchObject({ value: null, reachable: false, outcome: 'unreachable' });
    // four sweeps of 262,144 paths from 0.5 to 1 by 0.02: polynomials of degree 3 to 5 peak from 0.779 to 0.788; the metric
    // falls by 0.005 over the tenth of a range around
    expect(of('w').optimum!.low).toBeLessThan(0.788);
    expect(of('w').optimum!.high).toBeGreaterThan(0.779);
    expect(of('w').optimum!.high - of('w').optimum!.low).toBeLessThan(0.15);
    const { output } = of('w').optimum!;
    expect(output.high - output.low).toBeLessThan(0.009);
    expect(of('tau').optimum).toBe(null);
    for (const { value, check } of advice.levers) expect(check?.agrees ?? null).toBe(value === null ? null : true);
    expect(advice.pair!.moves.map(({ parameter }) => parameter).sort()).toEqual(['p', 'tau']);
    expect(advice.pair!.check.agrees).toBe(true);
  });

  it('says it in words', async () => {
    const text = recommendText(bundledGame('data-sharing'), advice);
    expect(text).toMatch(/It is 0\.5\d\d now .*, and is to be at least 0\.9\./);
    expect(text).toMatch(/Raise tau \(Trust between the departments\) from 0\.5 to 0\.5[89]/);
    expect(text).toMatch(/w \(Reward .*\) is best at 0\.7\d/);
    expect(text).toContain('Not within their ranges: ');
    const met = [
      'recommend',
      'data-sharing',
      '--backend',
      'wasm',
      '--factors',
      'p',
      '--target',
      '0.9',
      '--goal',
      'at-most',
    ];
    const { stdout } = await trilogue(met);
    expect(stdout).toMatch(/That is so already; nothing has to be\s+changed\./);
    expect(stdout).not.toContain('One lever alone');
  });

  it.each([
    [
      ['data-sharing', '--target', '1.2'],
      '--target 1.2 is outside the range of P(share,share,coordinate), which is 0 to 1',
    ],
    [['data-sharing', '--target', 'much'], 'Expected a number'],
    [['data-sharing'], '--target'],
    [['hawk-dove', '--target', '0.5'], 'Give --metric'],
    [
      ['data-sharing', '--target', '0.9', '--range', 'tau=0.6:1', '--factors', 'tau'],
      'tau stands at 0.5, outside its range',
    ],
    [['data-sharing', '--target', '0.9', '--factors', 'taw'], 'Did you mean "tau"?'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await trilogue(['recommend', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
