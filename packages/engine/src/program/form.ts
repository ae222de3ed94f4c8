/**
 * Forms of a step program: how many copies of the state one path carries, and how they share its noise.
 *
 * `single` is one copy. `mirrored` has two whose increments are opposite, an antithetic pair (Hammersley and Morton 1956).
 * `halving` takes each step twice: as two steps of half the length in the first copy, and as one in the second, whose
 * increments are made of the halves', so that the copies differ by the step's error and little noise (Giles 2008).
 */
import type { Builder } from './builder.js';
import type { IncrementKind } from './program.js';

export type ProgramForm = 'single' | 'mirrored' | 'halving';

/** Copies of the state in one path. */
export function copiesOf(form: ProgramForm): number {
  return form === 'single' ? 1 : 2;
}

/** Channels that one step draws, for a game that has `channels` of them. */
export function channelsOf(form: ProgramForm, kind: IncrementKind, channels: number): number {
  if (form !== 'halving') return channels;
  return kind === 'two-point' ? 3 * channels : 2 * channels;
}

/** Draws from other channels. */
export function shifted(builder: Builder, by: number): Builder {
  return {
    ...builder,
    increment: (a, channel) => builder.increment(a, channel + by),
    uniform: (channel) => builder.uniform(channel + by),
  };
}

/** Draws the opposite of every increment. */
export function mirrored(builder: Builder): Builder {
  return {
    ...builder,
    increment: (a, channel) => builder.increment(builder.sub(builder.constant(0), a), channel),
    uniform: (channel) => builder.sub(builder.constant(1), builder.uniform(channel)),
  };
}

/**
 * Draws the increment of a whole step from those of its halves, in channels `c` and `c + channels`, with the
 * distribution that the scheme asks for.
 */
export function joined(builder: Builder, kind: IncrementKind, channels: number): Builder {
  return {
    ...builder,
    increment(a, channel) {
      if (kind === 'two-point') {
        // the halves' sign where they agree, else a sign of its own
        const [first, second, third] = [0, 1, 2].map((n) => builder.increment(a, channel + n * channels));
        return builder.select(builder.differs(first, second), third, first);
      }
      // the sum of two normals over sqrt 2 is normal
      const part = builder.mul(a, builder.constant(Math.SQRT1_2));
      return builder.add(builder.increment(part, channel), builder.increment(part, channel + channels));
    },
    uniform(channel) {
      // the sum of two uniform numbers has the triangular distribution, and its own distribution function is uniform
      const sum = builder.add(builder.uniform(channel), builder.uniform(channel + channels));
      const [half, one, two] = [0.5, 1, 2].map(builder.constant);
      const rest = builder.sub(two, sum);
      const lower = builder.mul(half, builder.mul(sum, sum));
      const upper = builder.sub(one, builder.mul(half, builder.mul(rest, rest)));
      return builder.select(builder.less(sum, one), lower, upper);
    },
  };
}
