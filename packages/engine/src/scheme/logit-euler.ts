/**
 * Logit Euler: Euler-Maruyama for Y = ln(x / (1 - x)), where replicator noise is additive:
 * dY = (advantage + sigma^2 (x - 1/2)) dt + sigma dW by the formula of Ito. Shares stay between 0 and 1 whatever the
 * step, and the strong order is 1 since the noise of Y is constant.
 * Source: the transformation is Ito's formula; for the order, Kloeden and Platen (1992), section 10.3 (Milstein's term
 * vanishes for additive noise).
 */
import type { FieldShape } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { Scheme, StepInput } from './contract.js';

/** Largest change of Y in one step that is taken: beyond it the share is at its end to single precision. */
const LARGEST = 40;

export const logitEuler: Scheme = {
  name: 'logit-euler',
  title: 'Euler-Maruyama in the logit of the share',
  increments: 'gaussian',
  strongOrder: 1,
  weakOrder: 1,
  source: 'Kloeden and Platen (1992), section 10.3',
  refuse,
  keepsInside: () => true,
  step,
};

function refuse(shape: FieldShape): string | undefined {
  if (shape.strategies.some((count) => count !== 2)) {
    return 'is for players of two strategies each; this game has one with more';
  }
  if (shape.noise === 'demographic' || shape.noise === 'multiplicative') {
    return `is for replicator noise or none, and this game has ${shape.noise} noise`;
  }
  return undefined;
}

function step(builder: Builder, input: StepInput): Value[] {
  const [one, half] = [builder.constant(1), builder.constant(0.5)];
  const advantages = input.advantages(input.state);
  return input.state.map((x, player) => {
    const intensity = input.intensity[player];
    const noisy = input.shape.noise === 'replicator';
    const ito = builder.mul(builder.mul(intensity, intensity), builder.sub(x, half));
    const change = noisy
      ? builder.add(builder.add(advantages[player][0], ito), builder.increment(intensity, player))
      : advantages[player][0];
    return moveLogit(builder, x, change, one);
  });
}

/** The share whose logit is that of x plus a change: x e^c / (1 - x + x e^c). */
function moveLogit(builder: Builder, x: Value, change: Value, one: Value): Value {
  const bounded = builder.min(builder.max(change, builder.constant(-LARGEST)), builder.constant(LARGEST));
  const weight = builder.mul(x, builder.exp(bounded));
  return builder.div(weight, builder.add(builder.sub(one, x), weight));
}
