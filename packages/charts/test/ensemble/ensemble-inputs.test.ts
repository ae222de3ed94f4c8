import { describe, expect, it } from 'vitest';
import { bandsOf, outcomeBarsOf, passageTimesOf } from '../../src/ensemble/ensemble-inputs.js';

const outcome = (name: string, probability: number) => ({
  ...{ profile: [name], probability, low: probability - 0.01, high: probability + 0.01 },
});
const passage = (name: string, probability: number) => ({
  ...{ profile: [name], probability, counts: [3, 1], q50: probability > 0 ? 2 : null },
});

describe('the inputs of the pictures of an ensemble', () => {
  it('have a band for each share under its player', () => {
    const band = { mean: [0.5], q10: [0.1], q25: [0.2], q75: [0.8], q90: [0.9] };
    const players = [
      { name: 'A', title: 'Department' },
      { name: 'AB', title: 'Office' },
    ];
    const input = bandsOf(players, { bands: { times: [0], shares: { 'A.go': band, 'AB.go': band } } });
    expect(input.times).toEqual([0]);
    expect(input.shares.map(({ name, player, playerTitle }) => [name, player, playerTitle])).toEqual([
      ['A.go', 'A', 'Department'],
      ['AB.go', 'AB', 'Office'],
    ]);
    expect(input.shares[0]).toMatchObject(band);
  });

  it('have the twelve likeliest outcomes, the likeliest first', () => {
    const outcomes = Array.from({ length: 14 }, (_, i) => outcome(`${i}`, i / 100));
    const { outcomes: shown, undecided } = outcomeBarsOf({ outcomes, undecided: 0.09 });
    expect(shown.map(({ profile }) => profile[0])).toEqual(Array.from({ length: 12 }, (_, i) => `${13 - i}`));
    expect(shown[0]).toEqual(outcome('13', 0.13));
    expect(undecided).toBe(0.09);
  });

  it('have the four profiles that most paths enter, and none that hardly a path does', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => passage(name, [0.2, 0, 0.5, 0.0009, 0.1, 0.3][i]!));
    const input = passageTimesOf({ passages: all, passageEdges: [0, 1, 2], paths: 100 })!;
    expect(input.profiles.map(({ profile }) => profile[0])).toEqual(['c', 'f', 'a', 'e']);
    expect(input.profiles[0]).toEqual({ profile: ['c'], counts: [3, 1], median: 2 });
    expect(input).toMatchObject({ edges: [0, 1, 2], paths: 100 });
    expect(passageTimesOf({ passages: [passage('a', 0.0009)], passageEdges: [0, 1], paths: 9 })).toBeNull();
  });
});
