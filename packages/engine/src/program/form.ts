/**
 * Forms of a step program: how many copies of the state one path carries, and how they share its noise.
 *
 * `single` is one copy. `mirrored` has two whose increments are opposite, an antithetic pair (Hammersley and Morton 1956).
 * `halving` takes each step twice: as two steps of half the length in the first copy, and as one in the second, whose
 * increments are made of the halves', so that the copies differ by the step's error and little noise (Giles 2008).
 */
import type { Builder } from './builder.js';

export type ProgramForm = 'single' | 'mirrored' | 'halving';

/** Copies of the state in one path. */
export function copiesOf(form: ProgramForm): number {
  return form === 'single' ? 1 : 2;
}

/** Channels that one step draws, for a game that has `channels` of them. */
export function channelsOf(form: ProgramForm, channels: number): number {
  return form === 'halving' ? 2 * channels : channels;
}

/** Draws from other channels. */
export function shifted(builder: Builder, by: number): Builder {
  return { ...builder, increment: (a, channel) => builder.increment(a, channel + by) };
}

/** Draws the opposite of every increment. */
export function mirrored(builder: Builder): Builder {
  return {
    ...builder,
    increment: (a, channel) => builder.increment(builder.sub(builder.constant(0), a), channel),
  };
}

/**
 * Draws the increment of a whole step from those of its halves, in channels `c` and `c + channels`: their sum over the square
 * root of 2, which has the law of either for normal numbers and for no others.
 */
export function joined(builder: Builder, channels: number): Builder {
  return {
    ...builder,
    increment(a, channel) {
      const part = builder.mul(a, builder.constant(Math.SQRT1_2));
      return builder.add(builder.increment(part, channel), builder.increment(part, channel + channels));
    },
  };
}
