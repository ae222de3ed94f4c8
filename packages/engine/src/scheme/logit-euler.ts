/**
 * Logit Euler: Euler-Maruyama for the logit of the share, where replicator noise is additive. Strong order 1, since the
 * noise is constant and Milstein's term vanishes.
 * Source: Ito's formula for the transformation; Kloeden and Platen (1992), section 10.3, for the order.
 */
import type { Builder, Value } from '../program/builder.js';
import type { Scheme, StepInput } from './contract.js';
import { additiveInLogit, logitDrift, logitMemory, logitNoise, sharesOf } from './logit.js';

export const logitEuler: Scheme = {
  name: 'logit-euler',
  title: 'Euler-Maruyama in the logit of the share',
  increments: 'gaussian',
  strongOrder: 1,
  weakOrder: 1,
  source: 'Kloeden and Platen (1992), section 10.3',
  refuse: additiveInLogit,
  keepsLast: () => false,
  keepsInside: () => true,
  memory: logitMemory,
  step,
};

function step(builder: Builder, input: StepInput): Value[] {
  const drift = logitDrift(builder, input, input.state);
  const noise = logitNoise(builder, input);
  const logits = input.memory.map((y, i) => builder.add(builder.add(y, drift[i]), noise[i]));
  return [...sharesOf(builder, logits), ...logits];
}
