/**
 * Platen's explicit scheme of weak order 2, where each player has one Brownian motion and its noise depends on its own
 * share alone (the terms that couple two motions vanish then). Increments are Gaussian: numbers of few values with the
 * moments that the order needs are right for smooth functions alone, and a probability is an expectation of none.
 *
 * With D = a dt + b dW, Y' = Y + (a(Y + D) + a(Y)) dt / 2 + (b(R+) + b(R-) + 2 b) dW / 4
 * + (b(R+) - b(R-)) (dW^2 - dt) / (4 sqrt dt), R+- = Y + a dt +- b sqrt dt.
 * Source: Kloeden and Platen (1992), section 15.1, equation (1.3).
 */
import type { Builder, Value } from '../program/builder.js';
import type { Scheme, StepInput } from './contract.js';
import { smoothTwoStrategies } from './smooth-two-strategies.js';

export const weak2: Scheme = {
  name: 'weak-2',
  title: 'Platen, weak order 2',
  increments: 'gaussian',
  strongOrder: 1,
  weakOrder: 2,
  source: 'Kloeden and Platen (1992), section 15.1',
  refuse: smoothTwoStrategies,
  keepsLast: () => false,
  step,
};

function step(builder: Builder, input: StepInput): Value[] {
  const one = builder.constant(1);
  const [half, quarter] = [builder.constant(0.5), builder.constant(0.25)];
  const noisy = input.shape.noise !== 'none';
  const drift = (state: readonly Value[]) => {
    const advantages = input.advantages(state);
    return state.map((x, player) => builder.mul(builder.mul(x, builder.sub(one, x)), advantages[player][0]));
  };
  // b / sigma, the shape of the noise
  const noiseShape = (x: Value) =>
    input.shape.noise === 'multiplicative' ? builder.mul(x, builder.less(x, one)) : builder.mul(x, builder.sub(one, x));

  const start = drift(input.state);
  const moved = input.state.map((x, i) => builder.add(x, start[i]));
  const noise = input.state.map((x, player) => {
    if (!noisy) return { first: builder.constant(0), whole: builder.constant(0) };
    const intensity = input.intensity[player];
    const wiener = builder.increment(one, player);
    const own = builder.mul(intensity, noiseShape(x));
    const [up, down] = [builder.add(moved[player], own), builder.sub(moved[player], own)].map((r) =>
      builder.mul(intensity, noiseShape(r)),
    );
    const mean = builder.add(builder.add(up, down), builder.add(own, own));
    const excess = builder.sub(builder.mul(wiener, wiener), one);
    const sum = builder.add(builder.mul(mean, wiener), builder.mul(builder.sub(up, down), excess));
    return { first: builder.mul(own, wiener), whole: builder.mul(quarter, sum) };
  });
  const predicted = moved.map((x, i) => builder.add(x, noise[i].first));
  const end = drift(predicted);
  return input.state.map((x, i) =>
    builder.add(builder.add(x, builder.mul(half, builder.add(start[i], end[i]))), noise[i].whole),
  );
}
