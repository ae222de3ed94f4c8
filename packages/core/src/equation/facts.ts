/**
 * What is known of an equation. A method that needs a fact asks for it; what no dynamics, noise or formula has stated is not known,
 * and is refused by name instead of being computed as if it held.
 */
import { refuse } from '../fault/game-error.js';
import type { FormulaFact } from './atoms.js';
import type { DynamicsFact } from './dynamics/contract.js';
import { dynamicsOf } from './dynamics/dynamics.js';
import type { EquationShape } from './field.js';
import type { NoiseFact } from './noise/contract.js';
import { boundaryOf, channels, noiseOf } from './noise/noise.js';
import { regimesOf } from './regimes.js';

/** Something that a method needs to be so. */
export type Fact =
  | DynamicsFact
  | NoiseFact
  | FormulaFact
  /** Every player has two strategies. */
  | 'two-strategies'
  /** The state is shares alone. */
  | 'shares-alone'
  /** Parameters keep their values: the game has one regime. */
  | 'one-regime'
  /** No strategy turns into another by itself. */
  | 'no-mutation'
  /** Neither payoffs nor noise intensities depend on time. */
  | 'timeless'
  /** Nothing disturbs it. */
  | 'no-noise'
  /** The noise has no memory. */
  | 'white-noise'
  /** The noise is read as Ito's. */
  | 'ito'
  /** Every player has Brownian motions of its own. */
  | 'independent'
  /** At 0 and 1 happens what the noise makes of them. */
  | 'own-boundary';

type Words = (shape: EquationShape) => string;

const kindOf: Words = ({ noise }) => (noise === 'none' ? 'no noise' : `${noise} noise`);
const aboutNoise =
  (kinds: string): Words =>
  (shape) => {
    const constant = shape.intensityFacts === undefined ? '' : ' of constant intensity';
    return `is for ${kinds.replace('noise', `noise${constant}`)}, and this game has ${kindOf(shape)}${described(shape)}`;
  };

/** What is not plain in the noise of an equation. */
function described(shape: EquationShape): string {
  const parts = [
    ...(shape.intensityFacts === undefined ? [] : ['whose intensity depends on shares or time']),
    ...(shape.coloured ? ['with a memory'] : []),
    ...(shape.reading === 'stratonovich' ? ["in Stratonovich's reading"] : []),
    ...(shape.correlation === undefined ? [] : ['that players share']),
    ...(shape.boundary === undefined ? [] : [`with the boundary "${shape.boundary}"`]),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(', ')}`;
}

/** Why an equation lacks a fact, in words that end a sentence about what needs it. */
const words: Readonly<Record<Fact, Words>> = {
  replicator: ({ dynamics }) => `is for replicator dynamics, and this game has ${dynamics} dynamics`,
  linear: ({ dynamics }) => `needs dynamics that are linear in payoffs, which ${dynamics} dynamics are not known to be`,
  homogeneous: ({ dynamics }) =>
    `needs dynamics that payoffs twice as large make twice as fast, which ${dynamics} dynamics are not known to be`,
  polynomial: (shape) =>
    dynamicsOf(shape).facts.includes('polynomial')
      ? 'needs payoffs that are polynomials in the shares, and this game has functions, divisions or time in them'
      : `needs polynomials, which ${shape.dynamics} dynamics are not known to be`,
  autonomous: () => 'needs payoffs that do not change with time, and time stands in those of this game',
  timeless: () => 'needs a game that does not change with time, and time stands in this one',
  continuous: ({ dynamics }) =>
    `needs an equation without jumps, which that of ${dynamics} dynamics with these payoffs is not known to be`,
  smooth: ({ dynamics }) =>
    `needs an equation without kinks, which that of ${dynamics} dynamics with these payoffs is not known to be`,
  invariant: ({ dynamics }) =>
    `needs dynamics that keep shares between 0 and 1, which ${dynamics} dynamics are not known to do`,
  'shares-alone': (shape) =>
    `is for games whose state is shares alone, and this one ${regimesOf(shape) > 1 ? 'switches between regimes' : 'has states of its environment'}`,
  'one-regime': () => 'is for games of one regime, and this one switches between some',
  'no-mutation': () => 'is for games without mutation, and this one has it',
  'payoff-noise': aboutNoise('replicator noise or none'),
  'sampling-noise': aboutNoise('demographic noise or none'),
  'proportional-noise': aboutNoise('replicator, demographic or multiplicative noise or none'),
  'no-noise': aboutNoise('games without noise'),
  'white-noise': aboutNoise('noise without a memory'),
  ito: aboutNoise("noise in Ito's reading"),
  independent: aboutNoise('noise that is independent from player to player'),
  'own-boundary': aboutNoise('noise with its own boundary'),
  'smooth-noise': (shape) =>
    shape.noise === 'demographic'
      ? 'needs noise that is smooth in the shares, and demographic noise is not at 0 and 1'
      : `needs noise that is smooth in the shares, which ${kindOf(shape)}${described(shape)} is not known to be`,
  'own-noise': (shape) =>
    `needs noise of one Brownian motion a player that depends on its own share alone, which ${kindOf(shape)}${described(shape)} is not known to be`,
  'vanishing-noise': (shape) =>
    `needs noise that is 0 where paths are stopped, which ${kindOf(shape)}${described(shape)} is not known to be`,
  'two-strategies': () => 'is for players of two strategies each; this game has one with more',
};

const everyFormula: readonly FormulaFact[] = ['polynomial', 'autonomous', 'continuous', 'smooth'];

/** Whether a fact is known to hold. */
export function holds(shape: EquationShape, fact: Fact): boolean {
  const dynamics = dynamicsOf(shape).facts;
  const noise = noiseOf(shape).facts;
  const payoffs = shape.payoffFacts ?? everyFormula;
  const intensities = shape.intensityFacts ?? everyFormula;
  switch (fact) {
    case 'two-strategies':
      return shape.strategies.every((count) => count === 2);
    case 'shares-alone':
      return shape.states === undefined;
    case 'one-regime':
      return regimesOf(shape) === 1;
    case 'no-mutation':
      return !shape.mutation?.some((kind) => kind !== null);
    case 'no-noise':
      return channels(shape) === 0;
    case 'white-noise':
      return shape.coloured === undefined;
    case 'ito':
      return shape.reading !== 'stratonovich';
    case 'independent':
      return shape.correlation === undefined;
    case 'own-boundary':
      return shape.boundary === undefined;
    case 'autonomous':
      return payoffs.includes(fact);
    case 'timeless':
      return payoffs.includes('autonomous') && intensities.includes('autonomous');
    case 'polynomial':
    case 'continuous':
    case 'smooth':
      return dynamics.includes(fact) && payoffs.includes(fact);
    case 'payoff-noise':
    case 'sampling-noise':
    case 'proportional-noise':
      return noise.includes(fact) && shape.intensityFacts === undefined;
    case 'own-noise':
      return noise.includes(fact) && shape.intensityFacts === undefined && shape.correlation === undefined;
    case 'smooth-noise':
      return noise.includes(fact) && intensities.includes('smooth');
    case 'vanishing-noise':
      return boundaryOf(shape) === 'none' || (noise.includes(fact) && shape.boundary === undefined);
    default:
      return dynamics.includes(fact);
  }
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
