/**
 * Random games for property tests, and their equilibria by another way: Newton's method from many starts on every face.
 * Owns the starts and the method; it shares the drift with the package and nothing else.
 */
import { driftAt, type Field, type Game, jacobianAt, readGame } from '@trilogue/core';
import { Matrix, solve } from 'ml-matrix';

/** A game with random payoffs between -10 and 10 of three decimals, from a seed. */
export function randomGame(strategies: readonly number[], seed: number): Game {
  const next = numbers(seed);
  const lists = strategies.map((k) => Array.from({ length: k }, (_, s) => `s${s}`));
  let profiles: string[][] = [[]];
  for (const list of lists) profiles = profiles.flatMap((start) => list.map((name) => [...start, name]));
  const payoff = () => Math.round(20_000 * next() - 10_000) / 1000;
  return readGame(
    [
      'game: random',
      'horizon: 1',
      'players:',
      ...lists.map((list, i) => `  P${i}: { strategies: [${list}] }`),
      'payoffs:',
      ...profiles.map((profile) => {
        const pay = strategies.map((_, i) => `P${i}: ${payoff()}`);
        return `  - { when: [${profile}], pay: { ${pay.join(', ')} } }`;
      }),
      'noise: { kind: none }',
    ].join('\n'),
  );
}

/** Numbers in [0, 1). Source: Park & Miller (1988), multiplier 48271. */
export function numbers(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
}

/**
 * States at which the drift is 0, found from random starts in the simplices. Newton's method on the whole drift
 * converges to equilibria on any face.
 */
export function manyStarts(field: Field, starts: number, seed: number): number[][] {
  const next = numbers(seed);
  const found: number[][] = [];
  for (let n = 0; n < starts; n++) {
    let state = field.strategies.flatMap((k) => {
      const weights = Array.from({ length: k }, () => -Math.log(1 - next()));
      const total = weights.reduce((sum, w) => sum + w, 0);
      return weights.slice(0, -1).map((w) => w / total);
    });
    for (let i = 0; i < 40; i++) {
      const drift = driftAt(field, state);
      if (drift.every((value) => Math.abs(value) < 1e-13)) break;
      const jacobian = jacobianAt(field, state);
      try {
        const step = solve(new Matrix(jacobian), Matrix.columnVector([...drift])).to1DArray();
        state = state.map((share, c) => share - step[c]!);
      } catch {
        break;
      }
    }
    if (isAtRest(field, state)) found.push(state);
  }
  return found;
}

function isAtRest(field: Field, state: readonly number[]): boolean {
  let at = 0;
  for (const k of field.strategies) {
    const own = state.slice(at, at + k - 1);
    at += k - 1;
    const total = own.reduce((sum, share) => sum + share, 0);
    if (own.some((share) => !(share >= -1e-9)) || !(total <= 1 + 1e-9)) return false;
  }
  return driftAt(field, state).every((value) => Math.abs(value) < 1e-12);
}
