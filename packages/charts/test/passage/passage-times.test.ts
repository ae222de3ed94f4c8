import { describe, expect, it } from 'vitest';
import { type PassageTimesInput, passageTimes } from '../../src/passage/passage-times.js';
import { frozen } from '../frozen.js';
import { drawn, expectPicture } from '../picture.js';
import { texts } from '../pixels.js';

const edges = Array.from({ length: 41 }, (_, k) => k / 2);

/** Whole paths per bin, after the shape of an inverse Gaussian density with that mean and scale. */
function counts(entered: number, mean: number, scale: number): number[] {
  const density = edges.slice(1).map((to) => {
    const time = to - 0.25;
    return Math.sqrt(scale / time ** 3) * Math.exp((-scale * (time - mean) ** 2) / (2 * mean ** 2 * time));
  });
  const sum = density.reduce((total, value) => total + value, 0);
  return density.map((value) => Math.floor((entered * value) / sum));
}

function sample(): PassageTimesInput {
  return {
    title: 'Cross-department data sharing: when the outcomes are reached',
    edges,
    paths: 2000,
    profiles: [
      { profile: ['share', 'share', 'coordinate'], counts: counts(1020, 7, 40), median: 6.5 },
      { profile: ['withhold', 'withhold', 'stand_by'], counts: counts(830, 9, 60), median: 8.4 },
      { profile: ['share', 'withhold', 'coordinate'], counts: counts(12, 3, 6), median: null },
    ],
    caption: '2000 paths, sigma = 0.5, horizon 20, within 0.05 of the profile',
  };
}

describe('passageTimes', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => passageTimes(frozen(sample()), size), 'passage-times');
  });

  it('states the part that never entered', async () => {
    const one = { profile: ['share'], counts: [100, 100] };
    const input = { title: 'One', edges: [0, 10, 20], paths: 800, profiles: [one] };
    const description = passageTimes(input);
    expect(texts(await drawn(description))).toContain('never entered: 75.0%');
    expect(description.summary).toBe('First-passage times up to 20. (share): never entered 75.0%.');
  });

  it('draws profiles that nobody reached', async () => {
    const none = { profile: ['share'], counts: [0, 0], median: null };
    expect(
      texts(await drawn(passageTimes({ title: 'None', edges: [0, 1, 2], paths: 10, profiles: [none] }))),
    ).toContain('never entered: 100.0%');
  });

  it('says what is wrong with its counts', () => {
    const input = sample();
    const withCounts = (list: number[]) => () =>
      passageTimes({ ...input, edges: [0, 1, 2], profiles: [{ profile: ['a', 'b'], counts: list }] });
    expect(withCounts([1])).toThrow('counts of (a, b): 1 bins, but there are 3 edges');
    expect(withCounts([1500, 501])).toThrow('2001 paths entered, but there are 2000');
    expect(withCounts([1, -1])).toThrow('bin 1 is -1');
    expect(() => passageTimes({ ...input, edges: [0, 0] })).toThrow('but are 0, 0');
    expect(() => passageTimes({ ...input, profiles: [] })).toThrow('at least one profile');
  });
});
