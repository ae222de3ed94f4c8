import { describe, expect, it } from 'vitest';
import { scenarioBars } from '../../src/outcomes/scenario-bars.js';
import { frozen } from '../frozen.js';
import { drawn, expectPicture } from '../picture.js';
import { texts } from '../pixels.js';
import { scenariosSample } from '../samples.js';

describe('scenarioBars', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => scenarioBars(frozen(scenariosSample()), size), 'scenario-bars');
  });

  it('writes each number beside its bar, scenarios in their order', async () => {
    const words = texts(await drawn(scenarioBars(scenariosSample())));
    const first = words.indexOf('share, share, coordinate');
    expect(words.slice(first + 1, first + 4).map((text) => text.slice(0, 5))).toEqual(['0.685', '0.510', '0.305']);
    expect(words).toEqual(expect.arrayContaining(['Independent department', 'Added functions', 'Inner division']));
  });

  it('takes undecided paths in all scenarios or in none', async () => {
    const { scenarios, ...input } = scenariosSample();
    const all = scenarios.map((scenario, k) => ({ ...scenario, undecided: k / 100 }));
    const words = texts(await drawn(scenarioBars({ ...input, scenarios: all })));
    const at = words.indexOf('undecided');
    expect(words.slice(at + 1, at + 4)).toEqual(['0.000', '0.010', '0.020']);
    const [first, ...others] = all;
    const { undecided: _, ...without } = first!;
    expect(() => scenarioBars({ ...input, scenarios: [without, ...others] })).toThrow(
      'scenario "added-functions" has outcome 4 "undecided", but scenario "independent" has "none"',
    );
  });

  it('refuses scenarios that cannot be compared', () => {
    const { scenarios, ...input } = scenariosSample();
    const reversed = scenarios.map((one, k) => (k === 1 ? { ...one, outcomes: one.outcomes.toReversed() } : one));
    expect(() => scenarioBars({ ...input, scenarios: reversed })).toThrow(
      'scenario "added-functions" has outcome 0 "withhold, withhold, stand_by", but scenario "independent" has "share, share, coordinate"',
    );
    expect(() => scenarioBars({ ...input, scenarios: [] })).toThrow('at least one scenario');
    expect(() => scenarioBars({ ...input, scenarios: [{ name: 'a', outcomes: [] }] })).toThrow('"a" has no outcomes');
    const many = Array.from({ length: 8 }, () => scenarios[0]!);
    expect(() => scenarioBars({ ...input, scenarios: many })).toThrow('7 scenarios apart, but there are 8');
  });
});
