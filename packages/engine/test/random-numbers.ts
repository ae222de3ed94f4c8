/** A plain source of random numbers for tests that draw many: one Philox stream a seed. */
import { createStream, keyOf, normalPair } from '@trilogue/random';

export interface RandomNumbers {
  /** In [0, 1). */
  unit(): number;
  sign(): number;
  normal(): number;
}

export function randomNumbers(seed: string | number): RandomNumbers {
  const stream = createStream(keyOf(String(seed)), 0, 0);
  return {
    unit: () => stream.unit(),
    sign: () => (stream.word() & 1 ? -1 : 1),
    normal: () => normalPair(stream.word(), stream.word())[0],
  };
}
