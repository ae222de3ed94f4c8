/**
 * What is known of an equation. A method that needs a fact asks for it; what no dynamics or noise has stated is not known, and
 * is refused by name instead of being computed as if it held.
 */
import { refuse } from '../fault/game-error.js';
import type { DynamicsFact } from './dynamics/contract.js';
import { dynamicsOf } from './dynamics/dynamics.js';
import type { EquationShape } from './field.js';
import type { NoiseFact } from './noise/contract.js';
import { noiseOf } from './noise/noise.js';

/** Something that a method needs to be so. `two-strategies`: every player has two. */
export type Fact = DynamicsFact | NoiseFact | 'two-strategies';

/** Why an equation lacks a fact, in words that end a sentence about what needs it. */
const words: Readonly<Record<Fact, (shape: EquationShape) => string>> = {
  replicator: ({ dynamics }) => `is for replicator dynamics, and this game has ${dynamics} dynamics`,
  linear: ({ dynamics }) => `needs dynamics that are linear in payoffs, which ${dynamics} dynamics are not known to be`,
  polynomial: ({ dynamics }) => `needs polynomials, which ${dynamics} dynamics are not known to be`,
  'payoff-noise': ({ noise }) => `is for replicator noise or none, and this game has ${noise} noise`,
  'sampling-noise': ({ noise }) => `is for demographic noise or none, and this game has ${noise} noise`,
  'proportional-noise': ({ noise }) =>
    `is for replicator, demographic or multiplicative noise or none, and this game has ${noise} noise`,
  'smooth-noise': ({ noise }) =>
    noise === 'demographic'
      ? 'needs noise that is smooth in the shares, and demographic noise is not at 0 and 1'
      : `needs noise that is smooth in the shares, which ${noise} noise is not known to be`,
  'own-noise': ({ noise }) =>
    `needs noise of one Brownian motion a player that depends on its own share alone, which ${noise} noise is not known to be`,
  'vanishing-noise': ({ noise }) =>
    `needs noise that is 0 where paths are stopped, which ${noise} noise is not known to be`,
  'two-strategies': () => 'is for players of two strategies each; this game has one with more',
};

/** Whether a fact is known to hold. */
export function holds(shape: EquationShape, fact: Fact): boolean {
  if (fact === 'two-strategies') return shape.strategies.every((count) => count === 2);
  return [...dynamicsOf(shape).facts, ...noiseOf(shape).facts].includes(fact as never);
}

/** Why something that needs these facts cannot take an equation, in words that end a sentence; undefined where it can. */
export function lacking(shape: EquationShape, needs: readonly Fact[]): string | undefined {
  const missing = needs.find((fact) => !holds(shape, fact));
  return missing === undefined ? undefined : words[missing](shape);
}

/**
 * Refuses an equation that lacks a fact.
 * @param what Names what needs it, such as `the list of equilibria`.
 * @throws GameError of code `unsupported`.
 */
export function requireFacts(shape: EquationShape, what: string, needs: readonly Fact[]): void {
  const reason = lacking(shape, needs);
  if (reason === undefined) return;
  throw refuse({ code: 'unsupported', found: `${what} ${reason}`, expected: 'a game that it is made for' });
}
