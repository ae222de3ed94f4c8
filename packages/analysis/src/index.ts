/**
 * `@trilogue/analysis`: equilibria, stability conditions and stochastic stability of evolutionary games.
 */
export { type AdvantageFormula, type AdvantageTerm, advantageFormulas } from './conditions/advantage-formulas.js';
export { conditions } from './conditions/conditions.js';
export type { Condition, ProfileConditions, ProfileVerdict, VerdictInterval } from './conditions/contract.js';
export { conditionsCsv } from './conditions/print-csv.js';
export { latexName } from './conditions/print-formula.js';
export { conditionsLatex } from './conditions/print-latex.js';
export { conditionsMarkdown } from './conditions/print-markdown.js';
export { conditionsText } from './conditions/print-text.js';
export type {
  Continuum,
  Equilibria,
  Equilibrium,
  EquilibriumType,
  PointByPlayer,
  Stability,
  Undecided,
} from './equilibria/contract.js';
export { type EquilibriaOptions, equilibria } from './equilibria/equilibria.js';
export { eigenvalueText, sharesText } from './equilibria/words.js';
export {
  keptFrom,
  keptWithin,
  type NearLaw,
  type NoiseDirection,
  type NoiseVerdict,
  type StochasticStability,
} from './noise/contract.js';
export { type Exponents, exponents } from './noise/exponents.js';
export { type ProfileStability, stochasticStability } from './noise/stochastic-stability.js';
export { type DeterministicPath, deterministicPath, type PathOptions } from './paths/deterministic-path.js';
export { lackingConditions } from './reading/exact-field.js';
