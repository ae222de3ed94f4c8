/**
 * Stability under dynamics other than the replicator equation, from eigenvalues within bounds, and from what is known of Nash equilibria
 * where the velocity has a kink.
 */
import type { Rests } from '@trilogue/core';
import type { EnclosedSpectrum } from '../enclosures/spectrum.js';
import { type Classification, classify } from './classify.js';

/** Near it every share moves to the strategy that pays most. */
const strict =
  'Asymptotically stable: a strict Nash equilibrium, near which all shares but its own fall (Sandholm 2014, Local stability of strict equilibria under evolutionary game dynamics).';
const regular =
  'Asymptotically stable: a regular evolutionarily stable strategy (Sandholm 2010, Local stability under evolutionary game dynamics).';
const noLinearisation =
  'The velocity has a kink, a jump or no finite slope there: there is no linearisation, and nothing else decided.';

/**
 * @param rests Where shares rest under the dynamics.
 * @param ess Whether the point is evolutionarily stable and every unused strategy loses.
 */
export function classifyEnclosed(
  { outside, inner }: EnclosedSpectrum,
  rests: Rests | 'velocity' | undefined,
  strictNash: boolean | null,
  ess: boolean,
): Classification {
  const linear: Classification =
    inner === null
      ? outside.some(({ re, error }) => re > error)
        ? { type: 'degenerate', stability: 'unstable', note: 'Unstable: a strategy that is not in use gains.' }
        : { type: 'degenerate', stability: 'undecided', note: noLinearisation }
      : classify([...outside, ...inner], false, outside.length === 0);
  if (rests !== 'nash' || linear.stability === 'stable' || !(strictNash || ess)) return linear;
  return { ...linear, stability: 'stable', note: strictNash ? strict : regular };
}
