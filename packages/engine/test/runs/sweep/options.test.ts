/** Options as a command asks for them. */
import { describe, expect, it } from 'vitest';
import { commandLine, optionWords, sweepOptions } from '../../../src/runs/sweep/options.js';

describe('optionWords', () => {
  it('asks for every option that has a value, and for no other', () => {
    const all = {
      ...{ metric: 'P(a,b)', scenario: 'one', set: { tau: 0.7, p: 1 }, seed: "it's", tolerance: null, paths: 500 },
      ...{ horizon: 12, dt: 0.1, scheme: 'weak-2' as const, delta: 0.1, independent: true, out: 'elsewhere' },
    };
    const words = optionWords(all);
    const flags = Object.values(sweepOptions).map(({ flag }) => flag);
    expect(flags.filter((flag) => !words.includes(flag))).toEqual(['--tolerance']);
    expect(words.join(' ')).toMatch(/ --set tau=0.7 --set p=1 --seed it's --paths 500 --horizon 12 --dt 0.1 /);
    expect(words).not.toContain('elsewhere');
    expect(optionWords({ ...all, independent: false })).not.toContain('--independent');
  });
});

describe('commandLine', () => {
  it('quotes what a shell would read something into', () => {
    expect(commandLine(['trilogue', '--metric', 'P(a,b)', '--seed', "it's", '--dt', '0.1', ''])).toBe(
      `trilogue --metric 'P(a,b)' --seed 'it'\\''s' --dt 0.1 ''`,
    );
  });
});
