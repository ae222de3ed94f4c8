/**
 * @internal/problems: models with known answers, and the functions that the answers need. Public names only.
 */
export { battleOfTheSexes, battleOfTheSexesEquilibria } from './battle-of-the-sexes.js';
export { hawkDoveMixed, matchingPenniesMixed, rockPaperScissorsMixed } from './bundled-equilibria.js';
export { type ConstantAdvantage, constantAdvantageGame } from './constant-advantage-game.js';
export { type Coordination, coordinationGame, coordinationProbability } from './coordination.js';
export {
  type AdvantageTerm,
  type DataSharingParameters,
  dataSharingAdvantages,
  dataSharingAdvantageTerms,
  dataSharingDefaults,
  dataSharingOutcomes,
  dataSharingPayoffs,
  dataSharingScenarios,
} from './data-sharing.js';
export {
  curveInTheCube,
  diagonal,
  edgesOfEquilibria,
  edgesOfEquilibriaFaces,
  lineInTheCube,
  touchingInside,
  twinDoves,
  zeroGame,
} from './degenerate-games.js';
export { fixationProbability, neutralAbsorptionTime } from './kimura.js';
export { logisticShare } from './logistic.js';
export { aboveAt, type LogitBrownian, logitBrownianGame, meanPassageBy, passedBy } from './logit-brownian.js';
export { stopProbability } from './multiplicative-noise.js';
export { neutralFixationBy, neutralFixationTime, neutralVariance } from './neutral-drift.js';
export { neutralReplicatorCdf, neutralReplicatorMean } from './neutral-replicator.js';
export { dormandPrince, rungeKutta4, type VectorField } from './ode.js';
export { type OneAgainstEquals, oneAgainstEqualsGame, takesOver } from './one-against-equals.js';
export { exitProbability, limitProbability } from './replicator-noise.js';
export type { ExactIndices } from './sensitivity/answers.js';
export { ishigami, ishigamiIndices } from './sensitivity/ishigami.js';
export { linearIndices, linearModel, linearVariance, type Range } from './sensitivity/linear-model.js';
export { MORRIS_FACTORS, morrisFunction, morrisMoments } from './sensitivity/morris-function.js';
export { sobolG, sobolGIndices, sobolGVariance } from './sensitivity/sobol-g.js';
export { erf, erfc } from './special/erf.js';
export { incompleteBeta } from './special/incomplete-beta.js';
export { lnGamma } from './special/ln-gamma.js';
export { normalCdf, normalQuantile } from './special/normal.js';
export { twoInteriorCases, twoInteriorEquilibria, twoInteriorShares } from './two-interior-equilibria.js';
