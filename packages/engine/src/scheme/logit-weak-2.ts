/**
 * Heun's scheme for the logit of the share: Y' = Y + (m(Y) + m(Y + m(Y) dt + sigma dW)) dt / 2 + sigma dW, with m the
 * drift of the logit and four-point increments. For additive noise, as replicator noise is in the logit, this is Platen's
 * scheme of weak order 2. Shares stay between 0 and 1 whatever the step.
 * Source: Kloeden and Platen (1992), section 15.1, equation (1.1) for constant noise.
 */
import type { Builder, Value } from '../program/builder.js';
import type { Scheme, StepInput } from './contract.js';
import { additiveInLogit, logitDrift, logitMemory, logitNoise, sharesOf } from './logit.js';

export const logitWeak2: Scheme = {
  name: 'logit-weak-2',
  title: 'Heun in the logit of the share, weak order 2',
  increments: 'four-point',
  strongOrder: null,
  weakOrder: 2,
  source: 'Kloeden and Platen (1992), section 15.1',
  refuse: additiveInLogit,
  keepsInside: () => true,
  memory: logitMemory,
  step,
};

function step(builder: Builder, input: StepInput): Value[] {
  const half = builder.constant(0.5);
  const first = logitDrift(builder, input, input.state);
  const noise = logitNoise(builder, input);
  const noisy = input.memory.map((y, i) => builder.add(y, noise[i]));
  const predicted = noisy.map((y, i) => builder.add(y, first[i]));
  const second = logitDrift(builder, input, sharesOf(builder, predicted));
  const logits = noisy.map((y, i) => builder.add(y, builder.mul(half, builder.add(first[i], second[i]))));
  return [...sharesOf(builder, logits), ...logits];
}
