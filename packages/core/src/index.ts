/**
 * `@trilogue/core`: evolutionary games as data.
 */
export { defineGame } from './definition/define-game.js';
export type { Formula, GameDefinition, MutationMatrix } from './definition/game-definition.js';
export { gameLimits } from './definition/limits.js';
export { type Advantage, describeGame, type GameDescription, type PayoffLine } from './description/describe-game.js';
export { type Algebra, total } from './equation/algebra.js';
export { type AtomName, atoms, type FormulaFact } from './equation/atoms.js';
export type { Dynamics, DynamicsAt, DynamicsFact, Rests } from './equation/dynamics/contract.js';
export { type DynamicsName, dynamics, dynamicsOf, dynamicsWords } from './equation/dynamics/dynamics.js';
export { type At, besides, change, diffusion, disturbance, drift, type Step, velocityOf } from './equation/equation.js';
export { type Fact, holds, lacking, requireFacts } from './equation/facts.js';
export type { Atom, EquationShape, Field, FieldShape, Reading } from './equation/field.js';
export { logRatioDrift, logRatioNoise } from './equation/log-ratios.js';
export { matrixName, rateName } from './equation/mutation.js';
export { type Boundary, boundaries, type Noise, type NoiseFact } from './equation/noise/contract.js';
export { helmert } from './equation/noise/helmert.js';
export {
  boundaryOf,
  type Correlation,
  channels,
  channelsOfPlayers,
  memoryName,
  type NoiseKind,
  noiseOf,
  noises,
  noiseWords,
  sharedWith,
} from './equation/noise/noise.js';
export { type Dual, duals } from './equation/readings/dual.js';
export { type Interval, intervals } from './equation/readings/interval.js';
export {
  advantagesOver,
  diffusionAt,
  driftAt,
  entryRatesOver,
  jacobianAt,
  ratesAt,
  velocitiesAt,
  velocitiesOver,
} from './equation/readings/numbers.js';
export { driftPolynomials } from './equation/readings/polynomials.js';
export { plainText, type Spelling, type Text, texts, whole } from './equation/readings/text.js';
export { rateOfRegimes, ratesOf, regimesOf } from './equation/regimes.js';
export { horner, polynomialsOf, valuesAt } from './equation/values.js';
export { evaluateExpression } from './expression/evaluate.js';
export { polynomialLimits } from './expression/expand.js';
export type { Expression } from './expression/expression.js';
export { functionArguments, simpler, sumTerms } from './expression/functions.js';
export { expressionLimits, parseExpression } from './expression/parse.js';
export { printExpression } from './expression/print.js';
export { type LatexSpelling, latexExpression } from './expression/print-latex.js';
export { type MatlabSpelling, matlabExpression } from './expression/print-matlab.js';
export { type Mention, mentions, type Scope } from './expression/scope.js';
export { type Fault, type FaultCode, renderFault } from './fault/fault.js';
export { GameError } from './fault/game-error.js';
export { nearestName } from './fault/nearest-name.js';
export { toPolynomial } from './field/advantages.js';
export { type FieldCompiler, fieldAt, fieldCompiler, fieldShape } from './field/compile.js';
export { rangeOf } from './field/domain.js';
export { equationShape } from './field/equation-shape.js';
export { printAdvantage, variableNames } from './field/print-advantage.js';
export { type CsvEntry, csvLine, csvTable } from './file/csv.js';
export { decodeGame } from './file/decode.js';
export { readGame } from './file/read-game.js';
export { writeGame } from './file/write-game.js';
export { coordinateNames } from './game/coordinates.js';
export type { EnvironmentState, Game, Parameter, PayoffRow, Player, Regime, SubExpression } from './game/game.js';
export { largestValue } from './game/meaning.js';
export { type PayoffTableRow, payoffTable } from './game/payoff-table.js';
export type { Point } from './game/point.js';
export { type PointOptions, pointAt } from './game/point-at.js';
export { profiles } from './game/profiles.js';
export { settableNames } from './game/settable.js';
export { bundledGame, bundledGameNames, bundledGameText } from './games/bundled.js';
export { type Followed, followPaths } from './paths/follow.js';
export { fieldSystem, type PathStart, type PathSystem, shapeSystem } from './paths/system.js';
export type { PathStep, PathTask } from './paths/task.js';
export { callNumber, type NumberFunction } from './polynomial/arithmetic.js';
export { formatPolynomial } from './polynomial/format.js';
export {
  compareExponents,
  constant,
  degree,
  derivative,
  type Exponents,
  type Polynomial,
  power,
  product,
  scale,
  sum,
  type Term,
  value,
  variable,
} from './polynomial/polynomial.js';
