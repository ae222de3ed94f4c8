/**
 * Milstein: Euler-Maruyama with the term g g' (dW^2 - dt) / 2. Strong order 1 where each player has one Brownian motion
 * and its noise depends on its own share alone, as replicator and multiplicative noise of two strategies do.
 * Source: Milstein (1975); Kloeden and Platen (1992), section 10.3.
 */
import type { Builder, Value } from '../program/builder.js';
import type { Scheme, StepInput } from './contract.js';
import { smoothTwoStrategies } from './smooth-two-strategies.js';

export const milstein: Scheme = {
  name: 'milstein',
  title: 'Milstein',
  increments: 'gaussian',
  strongOrder: 1,
  weakOrder: 1,
  source: 'Kloeden and Platen (1992), section 10.3',
  refuse: smoothTwoStrategies,
  keepsLast: () => false,
  step,
};

function step(builder: Builder, input: StepInput): Value[] {
  const one = builder.constant(1);
  const half = builder.constant(0.5);
  const advantages = input.advantages(input.state);
  return input.state.map((x, player) => {
    const spread = builder.mul(x, builder.sub(one, x));
    const drifted = builder.add(x, builder.mul(spread, advantages[player][0]));
    if (input.shape.noise === 'none') return drifted;
    const intensity = input.intensity[player];
    // noise = sigma dW, so that dW^2 - dt is (noise^2 - intensity^2) / sigma^2
    const noise = builder.increment(intensity, player);
    const excess = builder.sub(builder.mul(noise, noise), builder.mul(intensity, intensity));
    if (input.shape.noise === 'multiplicative') {
      const moving = builder.mul(x, builder.less(x, one));
      const factor = builder.add(noise, builder.mul(half, excess));
      return builder.add(drifted, builder.mul(moving, factor));
    }
    // g = sigma x (1 - x): g g' = sigma^2 x (1 - x) (1 - 2 x)
    const slope = builder.sub(half, x);
    return builder.add(drifted, builder.mul(spread, builder.add(noise, builder.mul(slope, excess))));
  });
}
