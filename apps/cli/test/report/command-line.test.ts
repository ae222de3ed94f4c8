import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/report/command-line.js';

describe('commandLine', () => {
  it('quotes what a shell would read something into, and leaves out options without a value', () => {
    const words = ['trilogue', ['--metric', 'P(a,b)'], ['--x', null], ['--seed', "it's"], ['--dt', 0.1]] as const;
    expect(commandLine(words)).toBe(`trilogue --metric 'P(a,b)' --seed 'it'\\''s' --dt 0.1`);
  });
});
