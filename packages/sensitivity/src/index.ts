/**
 * @trilogue/sensitivity: designs and indices; never runs a model. Public names only.
 */
export { type Answers, answersAt, createAnswers, type Output, type SavedAnswers } from './answers.js';
export {
  type CrossingOutput,
  type CrossingProblem,
  type CrossingResult,
  type CrossingStep,
  findCrossing,
} from './crossing/crossing.js';
export type { Design } from './design/contract.js';
export { type GridOptions, gridDesign } from './design/grid.js';
export { latinHypercubeDesign, type SampleOptions } from './design/latin-hypercube.js';
export { type MorrisOptions, morrisDesign } from './design/morris.js';
export { type OneAtATimeOptions, oneAtATimeDesign } from './design/one-at-a-time.js';
export { rebuildDesign } from './design/rebuild.js';
export type {
  GridRecipe,
  LatinHypercubeRecipe,
  MorrisRecipe,
  OneAtATimeRecipe,
  Recipe,
  SaltelliRecipe,
  SobolPointsRecipe,
} from './design/recipe.js';
export { type SaltelliOptions, saltelliDesign } from './design/saltelli.js';
export { sobolPointsDesign } from './design/sobol-points.js';
export { SensitivityError, type SensitivityErrorCode } from './errors.js';
export type { BootstrapOptions, Estimate, Warning, WarningCode } from './estimate/contract.js';
export { type MorrisEffect, type MorrisResult, morrisEffects } from './estimate/morris.js';
export { type PrccCoefficient, type PrccResult, prcc } from './estimate/prcc.js';
export { type SobolIndices, type SobolResult, sobolIndices } from './estimate/sobol.js';
export { type TornadoBar, type TornadoResult, tornado } from './estimate/tornado.js';
export { type VarianceSplit, varianceSplit } from './estimate/variance-split.js';
export type { Factor } from './factor/factor.js';
export type { Groups, UnitKind } from './factor/units.js';
